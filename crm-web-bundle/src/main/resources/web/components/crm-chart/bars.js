import { nothing, svg } from 'lit';
import { cut } from './scale.js';

const ROW = 30;
const BAR = 16;

/** One bar a row, the longest first as they come; a second value is a line across. */
export function bars(chart) {
  const { marks, width } = chart;
  const left = Math.min(190, width * 0.36);
  const room = width - left - 84;
  const top = Math.max(...marks.map(m => Math.max(m.value, m.under || 0)), 1e-9);
  const x = value => (value / top) * room;
  const body = marks.map((m, i) => {
    const y = i * ROW;
    return chart.mark(i, svg`<title>${m.label}</title><rect class="hit" x="0" y=${y} width=${width}
      height=${ROW}></rect>
      <text class="name" x="0" y=${y + 19}>${cut(m.label, left - 10)}</text>
      <rect class="solid" x=${left} y=${y + 7} width=${Math.max(x(m.value), m.value ? 2 : 0)} height=${BAR}
        rx="3"></rect>
      ${m.under ? svg`<path class="across" d="M${left + x(m.under)} ${y + 3}v${BAR + 8}"></path>` : nothing}
      ${m.under ? svg`<text class="value" text-anchor="end" x=${width} y=${y + 19}>${m.text}</text>`
        : svg`<text class="value" x=${left + x(m.value) + 7} y=${y + 19}>${m.text}</text>`}`);
  });
  return { height: marks.length * ROW, body };
}
