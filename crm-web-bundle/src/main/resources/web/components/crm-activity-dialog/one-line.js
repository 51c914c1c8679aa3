import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { day } from '../../lib/format.js';

/** "call Ann fri 2pm": what is understood shows below at once, and fills the popup. */
class CrmOneLine extends CrmElement {
  static properties = { record: {}, told: { state: true }, text: { state: true } };

  render() {
    return html`<label class="field"><span>Quick add</span><input placeholder="call Ann fri 2pm" maxlength="500"
      autocomplete="off" @input=${this.type}></label>
      <p class="faint small one-line-told" role="status">${this.told ? this.words() : nothing}</p>`;
  }

  words() {
    const { type, dueDate, time, assignee, summary } = this.told;
    const parts = [type?.name, summary, dueDate && day(dueDate, { weekday: 'short' }), time, assignee
      && `for ${assignee.name}`].filter(Boolean);
    return parts.length ? `Understood: ${parts.join(' · ')}` : 'Not understood yet';
  }

  type(event) {
    const text = event.target.value;
    clearTimeout(this.wait);
    this.wait = setTimeout(() => this.parse(text.trim()), 180);
  }

  async parse(text) {
    this.text = text;
    if (!text) {
      this.told = null;
      this.emit('understood', {});
      return;
    }
    try {
      const told = await api.open('/activities/parsing', { text, record: this.record || null });
      if (text !== this.text) return;
      this.told = told;
      this.emit('understood', { ...told, summary: [told.summary, told.time].filter(Boolean).join(', ') || null });
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.told = null;
    }
  }
}
customElements.define('crm-one-line', CrmOneLine);
