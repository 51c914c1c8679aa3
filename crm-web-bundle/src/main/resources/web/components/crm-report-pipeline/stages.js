import { html } from 'lit';
import { listAddress } from '../../lib/drill.js';
import { number, plural } from '../../lib/format.js';
import { span } from '../../lib/period.js';
import { amounts, card, counted, keyOf, percent } from '../crm-report/figures.js';
import '../crm-chart/crm-chart.js';

/** How many came into each open stage in the period, and how many of them went on. */
export function funnelCard(steps) {
  const marks = steps.map(s => ({
    label: s.stage.name, value: s.entered.count, under: s.wentOn.count, text: percent(s.conversion),
      href: s.entered.count ? listAddress(s.entered.filter) : null,
    said: `${s.stage.name}: ${number(s.entered.count)} entered, ${number(s.wentOn.count)} advanced, `
      + percent(s.conversion),
  }));
  const table = html`<table><thead><tr><th>Stage</th><th class="end">Entered</th><th class="end">Advanced</th><th
    class="end">Share</th><th class="end">Revenue entered</th></tr></thead><tbody>${steps.map(s => html`
    <tr><th scope="row">${s.stage.name}</th><td class="end">${counted(s.entered, `entered ${s.stage.name}`)}</td><td
      class="end">${counted(s.wentOn, `advanced from ${s.stage.name}`)}</td><td
        class="end num">${percent(s.conversion)}</td><td
          class="end">${amounts(s.entered.sum)}</td></tr>`)}</tbody></table>`;
  return card('funnel', 'Funnel',
    'Opportunities that entered a stage in the period, and those of them that advanced to a later one or were won.',
    html`<crm-chart kind="funnel" label="Funnel" .marks=${marks}
      .legend=${keyOf([['soft', 'Entered'], ['', 'Advanced']])}></crm-chart>`, table);
}

/** How long they stood where they were before they left. */
export function timeCard(times) {
  const marks = times.map(t => ({
    label: t.stage.name, value: t.medianSeconds || 0, under: t.averageSeconds || 0, text: span(t.medianSeconds),
      href: t.figure.count ? listAddress(t.figure.filter) : null,
    said: `${t.stage.name}: half of them left within ${span(t.medianSeconds)}, `
      + `${span(t.averageSeconds)} on average, ${plural(t.stays, 'stay')}`,
  }));
  const table = html`<table><thead><tr><th>Stage</th><th class="end">Left</th><th class="end">Stays</th><th
    class="end">Median</th><th class="end">Average</th></tr></thead><tbody>${times.map(t => html`
    <tr><th scope="row">${t.stage.name}</th><td class="end">${counted(t.figure, `left ${t.stage.name}`)}</td><td
      class="end num">${number(t.stays)}</td><td class="end num">${span(t.medianSeconds)}</td><td
        class="end num">${span(t.averageSeconds)}</td></tr>`)}</tbody></table>`;
  return card('time-in-stage', 'Time in stage', 'Stays that ended in the period.',
    html`<crm-chart kind="bars" label="Time in stage" .marks=${marks}
      .legend=${keyOf([['', 'Median'], ['across', 'Average']])}></crm-chart>`, table);
}
