import { html } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { Load } from '../../lib/load.js';
import { empty, shown, skeleton } from '../../lib/states.js';
import { forecast } from './forecast.js';
import { funnelCard, timeCard } from './stages.js';
import { winRate } from './win-rate.js';

/** How the pipeline runs: what comes in and goes on, what is expected when, how much is won, how long things stand. */
class CrmReportPipeline extends CrmElement {
  static properties = { params: {}, stamp: {}, currency: { state: true } };

  load = new Load(this, () => api.get('/reports/pipeline', this.params));

  willUpdate() {
    const asked = JSON.stringify([this.params, this.stamp]);
    if (asked === this.asked) return;
    this.asked = asked;
    this.load.run();
  }

  render() {
    return html`<div class="report-list">${shown(this.load, report => this.report(report),
      html`<section class="panel">${skeleton(6, 'rows')}</section><section
        class="panel">${skeleton(8, 'rows')}</section>`)}</div>`;
  }

  report(report) {
    const quiet = !report.funnel.some(s => s.entered.count) && !report.forecast.some(m => m.figure.count)
      && !report.winRate.months.length;
    if (quiet) return empty('Nothing to count in this time.',
      'Figures appear with the first opportunities. Try a longer period, or look at everybody’s.',
        html`<a class="button quiet" href="/pipeline">To the pipeline</a>`);
    return html`${forecast(report.forecast, this.currency, currency => { this.currency = currency; })}
      <div class="two-up"><div
        class="two-up-side">${funnelCard(report.funnel)}${timeCard(report.timeInStage)}</div>
      ${winRate(report.winRate)}</div>`;
  }
}
customElements.define('crm-report-pipeline', CrmReportPipeline);
