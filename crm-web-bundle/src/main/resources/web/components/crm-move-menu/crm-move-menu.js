import { html, nothing } from 'lit';
import { CrmDialog } from '../../lib/dialogs.js';

/** "Move to …": type the stage, choose with the arrows, Enter. The keyboard's way of dragging. */
class CrmMoveMenu extends CrmDialog {
  static properties = { ...CrmDialog.properties, text: { state: true }, at: { state: true } };

  render() {
    const found = this.found();
    const chosen = found[this.at || 0];
    const body = html`
      <input autofocus role="combobox" aria-label="Stage" aria-expanded="true" aria-controls="stages"
        aria-autocomplete="list" aria-activedescendant=${chosen ? `stage-${chosen.id}` : nothing}
        placeholder="Type the stage" autocomplete="off" @input=${e => { this.text = e.target.value; this.at = 0; }}
          @keydown=${this.key}>
      <div class="opts" id="stages" role="listbox" aria-label="Stages">${found.map(s => html`
        <div class="opt move-stage ${s === chosen ? 'on' : ''}" role="option" id="stage-${s.id}"
          aria-selected=${s === chosen} @click=${() => this.close(s)}>
          ${s.name}<span class="grow"></span>${s.id === this.from ? html`<span class="faint small">here</span>`
            : nothing}</div>`)}
        ${found.length ? nothing : html`<p class="faint" role="option"
          aria-selected="false">No stage of that name</p>`}</div>`;
    return this.frame(`Move ${this.many ? this.card.name : `“${this.card.name}”`} to …`, body,
      html`<button type="button" class="quiet" @click=${() => this.close()}>Cancel</button><button class="primary"
        ?disabled=${!chosen}>Move</button>`, () => chosen && this.close(chosen));
  }

  found() {
    const text = (this.text || '').trim().toLowerCase();
    const others = this.stages.filter(s => s.id !== this.from);
    return (text ? this.stages : others).filter(s => s.name.toLowerCase().includes(text));
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = this.found().length;
    if (!step || !count) return;
    event.preventDefault();
    this.at = ((this.at || 0) + step + count) % count;
  }
}
customElements.define('crm-move-menu', CrmMoveMenu);
