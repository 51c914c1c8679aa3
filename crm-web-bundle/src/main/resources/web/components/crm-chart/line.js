import { nothing, svg } from 'lit';
import { upright } from './columns.js';

const STEPS = [0, 0.25, 0.5, 0.75, 1];

/** A share over time: points where there is one, joined where they follow each other. */
export function line(chart) {
  const { marks } = chart;
  return upright(chart, STEPS, ({ y, band, left, floor }) => {
    const at = i => `${left + band * (i + 0.5)} ${y(marks[i].value)}`;
    const there = i => marks[i] && marks[i].value !== null;
    const joined = marks.map((m, i) => (there(i) && there(i - 1)
      ? svg`<path class="joint" d="M${at(i - 1)}L${at(i)}"></path>` : nothing));
    return svg`${joined}${marks.map((m, i) => chart.mark(i,
      svg`<title>${m.label}</title><rect class="hit" x=${left + band * i} y="0" width=${band} height=${floor}></rect>
      ${there(i) ? svg`<circle class="solid" cx=${left + band * (i + 0.5)} cy=${y(m.value)} r="4.5"></circle>`
        : nothing}`))}`;
  });
}
