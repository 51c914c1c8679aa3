import { html, nothing, svg } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { go } from '../../lib/router.js';
import { bars } from './bars.js';
import { columns } from './columns.js';
import { funnel } from './funnel.js';
import { line } from './line.js';

const KINDS = { bars, columns, funnel, line };
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Marks for figures, drawn as wide as there is room. One stop for the Tab key; arrows go from mark to mark, each is
 * said with its value and, where it has an `href`, opens what stands behind it. `marks`: {label, value, under?,
 * text?, said, href?}.
 */
class CrmChart extends CrmElement {
  static properties = { kind: {}, label: {}, marks: {}, unit: {}, whole: { type: Boolean }, legend: {},
    width: { state: true }, at: { state: true }, told: { state: true } };

  constructor() {
    super();
    this.at = 0;
    this.unit = value => value;
  }

  connectedCallback() {
    super.connectedCallback();
    this.sizes = new ResizeObserver(([entry]) => { this.width = Math.floor(entry.contentRect.width); });
    this.sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  willUpdate(changed) {
    if (changed.has('marks') || changed.has('kind')) {
      this.at = Math.min(this.at, Math.max(this.marks.length - 1, 0));
      this.told = null;
    }
  }

  render() {
    if (!this.width || !this.marks.length) return nothing;
    const { height, body } = KINDS[this.kind](this);
    return html`<figure class="chart ${this.kind}" @keydown=${this.key} @pointerleave=${() => { this.told = null; }}>
      <svg width=${this.width} height=${height} viewBox="0 0 ${this.width} ${height}" role="group"
        aria-label=${this.label}>${body}</svg>
      <figcaption aria-hidden="true">${this.told ?? this.legend ?? nothing}</figcaption></figure>`;
  }

  /** A mark with the shape that its kind of chart gives it. */
  mark(i, shape) {
    const m = this.marks[i];
    return svg`<a class="mark" data-mark=${i} href=${m.href ?? nothing} role=${m.href ? 'link' : 'img'}
      tabindex=${i === this.at ? 0 : -1} aria-label=${m.said}
      @click=${e => this.open(e, m)} @focus=${() => { this.at = i; this.told = m.said; }}
        @pointerenter=${() => { this.told = m.said; }}><g aria-hidden="true">${shape}</g></a>`;
  }

  open(event, { href }) {
    if (!href || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
    event.preventDefault();
    go(href);
  }

  key(event) {
    const step = STEPS[event.key];
    const to = step ? this.at + step : { Home: 0, End: this.marks.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to < 0 || to >= this.marks.length) return;
    this.querySelector(`[data-mark="${to}"]`).focus();
  }
}
customElements.define('crm-chart', CrmChart);
