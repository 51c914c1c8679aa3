import { nothing, svg } from 'lit';
import { cut } from './scale.js';

const ROW = 46;
const BAR = 26;

/** Stage below stage, as wide as what came in; filled as wide as what went on. */
export function funnel(chart) {
  const { marks, width } = chart;
  const left = Math.min(150, width * 0.28);
  const room = width - left - 78;
  const middle = left + room / 2;
  const top = Math.max(...marks.map(m => m.value), 1);
  const half = value => (value / top) * (room / 2);
  const body = marks.map((m, i) => {
    const y = i * ROW;
    const next = marks[i + 1];
    const slope = next ? svg`<path class="slope" d="M${middle - half(m.under)} ${y + BAR}h${2 * half(m.under)}L${middle
      + half(next.value)} ${y + ROW}h${-2 * half(next.value)}z"></path>` : nothing;
    return svg`${slope}${chart.mark(i, svg`<title>${m.label}</title><rect class="hit" x="0" y=${y} width=${width}
      height=${BAR}></rect>
      <text class="name" x="0" y=${y + 18}>${cut(m.label, left - 10)}</text>
      <rect class="soft" x=${middle - half(m.value)} y=${y} width=${Math.max(2 * half(m.value), 1)} height=${BAR}
        rx="4"></rect>
      <rect class="solid" x=${middle - half(m.under)} y=${y + 4} width=${2 * half(m.under)} height=${BAR - 8}
        rx="2"></rect>
      <text class="value" text-anchor="end" x=${width} y=${y + 18}>${m.text}</text>`)}`;
  });
  return { height: marks.length * ROW - (ROW - BAR) + 1, body };
}
