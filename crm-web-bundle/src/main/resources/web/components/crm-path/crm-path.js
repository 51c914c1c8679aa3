import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';

/** Where the opportunity stands on its way; a click moves it. */
class CrmPath extends CrmElement {
  static properties = { opportunity: {}, stages: {}, locked: { type: Boolean } };

  render() {
    const o = this.opportunity;
    const shown = this.stages.filter(s => s.kind !== 'lost' || s.id === o.stageId);
    const here = shown.findIndex(s => s.id === o.stageId);
    return html`<ol class="path" aria-label="Stages">${shown.map((s, i) => {
      const cls = i === here ? `is ${o.outcome}` : i < here && o.outcome !== 'lost' ? 'was' : '';
      return html`<li><button class=${cls} aria-current=${i === here ? 'step' : nothing}
        title=${i === here || this.locked ? s.name : `Move to ${s.name}`}
        ?disabled=${i === here || this.locked}
        @click=${() => this.emit('move', s)}><span class="ellipsis">${s.name}</span></button></li>`;
    })}</ol>`;
  }

  /** On a narrow screen the path scrolls; where one stands is in sight. */
  updated() {
    const here = this.querySelector('[aria-current]')?.parentElement;
    const strip = this.firstElementChild;
    if (here && strip.scrollWidth > strip.clientWidth) {
      strip.scrollLeft = here.offsetLeft - (strip.clientWidth - here.clientWidth) / 2;
    }
  }
}
customElements.define('crm-path', CrmPath);
