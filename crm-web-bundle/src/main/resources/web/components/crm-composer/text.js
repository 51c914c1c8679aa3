import { html, nothing } from 'lit';
import { face } from '../../lib/bits.js';
import { icon } from '../../lib/icons.js';
import { parts } from './draft.js';
import { AIDS, aid } from './typing.js';

/**
 * The field to write in. Behind it the same text is drawn unseen, so that mentions can be marked and the field grows
 * with it.
 */
export const textField = (host, { label, text, mentions, placeholder = '', list }) => html`<div class="write">
  <div class="write-mirror"
    aria-hidden="true">${parts(text,
      mentions).map(p => (p.mention ? html`<mark>${p.text}</mark>` : p.text))}${'\u200b'}</div>
  <textarea rows="3" aria-label=${label} placeholder=${placeholder} .value=${text} aria-autocomplete="list"
    aria-haspopup="listbox"
    aria-controls=${list} aria-activedescendant=${host.suggest.found ? `${list}-${host.suggest.at}` : nothing}
    @input=${host.typed} @keydown=${host.keyed} @click=${() => host.suggest.look()} @blur=${() => host.suggest.shut()}
      @paste=${host.pasted}
    @scroll=${e => { e.target.previousElementSibling.scrollTop = e.target.scrollTop; }}></textarea>
  <div class="menu suggest" id=${list} role="listbox" aria-label="People to mention"
    ?hidden=${!host.suggest.found}>${(host.suggest.found || []).map((p, i) => html`
    <div role="option" id="${list}-${i}" class="pick" aria-selected=${i === host.suggest.at}
      @pointerdown=${e => e.preventDefault()} @click=${() => host.suggest.pick(p)}>
      ${p.kind === 'team' ? icon('people') : face(p)}<span class="ellipsis">${p.name} <span
        class="faint">${p.kind === 'team' ? 'team' : p.sub || ''}</span></span>
      ${p.external ? html`<span class="grow"></span><span class="tag">external</span>` : nothing}</div>`)}</div></div>`;

export const aids = area =>
  AIDS.filter(a => a.sign
    || a.icon).map(a => html`<button type="button" class="icon aid aid-${a.name}"
      title="${a.label}${a.key ? ` (Ctrl ${a.key.toUpperCase()})` : ''}"
  aria-label=${a.label} @pointerdown=${e => e.preventDefault()}
    @click=${() => aid(area(), a.name)}>${a.icon ? icon(a.icon) : a.sign}</button>`);

/** Writes an `@`, from which the suggestions open. */
export function beginMention(area) {
  area.focus();
  const before = area.value.slice(0, area.selectionStart);
  document.execCommand('insertText', false, /(^|\s)$/.test(before) ? '@' : ' @');
}
