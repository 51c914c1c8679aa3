import { nothing, svg } from 'lit';
import { every, ticks } from './scale.js';

const HEIGHT = 220;
const LEFT = 52;
const BELOW = 24;
const FLOOR = HEIGHT - BELOW;

/** The grid behind what stands upright: values at the left, names below. */
export function upright(chart, steps, draw) {
  const { marks, width } = chart;
  const high = steps.at(-1);
  const y = value => FLOOR - (value / high) * (FLOOR - 12);
  const band = (width - LEFT) / marks.length;
  const nth = every(band, Math.max(...marks.map(m => m.label.length)));
  const grid = steps.map(s => svg`<path class="grid" d="M${LEFT} ${y(s)}H${width}"></path><text class="axis"
    text-anchor="end" x=${LEFT - 8} y=${y(s) + 4}>${chart.unit(s)}</text>`);
  const names = marks.map((m, i) => ((marks.length - 1 - i) % nth ? nothing
    : svg`<text class="axis" text-anchor="middle" x=${LEFT + band * (i + 0.5)} y=${HEIGHT - 6}>${m.label}</text>`));
  return { height: HEIGHT, body: svg`${grid}${names}${draw({ y, band, left: LEFT, floor: FLOOR })}` };
}

/** A column a month; with a second value the first is an outline and the second fills it. */
export function columns(chart) {
  const { marks } = chart;
  const steps = ticks(Math.max(...marks.map(m => Math.max(m.value, m.under || 0))), chart.whole);
  return upright(chart, steps, ({ y, band, left, floor }) => marks.map((m, i) => {
    const wide = Math.min(46, band * 0.62);
    const x = left + band * (i + 0.5) - wide / 2;
    const box = (value, cls) => svg`<rect class=${cls} x=${x} y=${y(value)} width=${wide}
      height=${Math.max(floor - y(value), value ? 1 : 0)} rx="2"></rect>`;
    return chart.mark(i, svg`<title>${m.label}</title><rect class="hit" x=${left + band * i} y="0" width=${band}
      height=${floor}></rect>
      ${m.under === undefined ? box(m.value, 'solid') : svg`${box(m.value, 'soft')}${box(m.under, 'solid')}`}`);
  }));
}
