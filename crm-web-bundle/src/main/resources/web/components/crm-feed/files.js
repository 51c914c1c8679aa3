import { html, nothing } from 'lit';
import { address } from '../../lib/api.js';
import { fileSize } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';

const SHOWN = /^image\/(png|jpeg|gif|webp)$/;
const SHOWN_BYTES = 5 << 20;

/** A small picture of an image; of one that is large or cannot be shown there is none. */
const preview = (file, at) => (SHOWN.test(file.type) && file.size <= SHOWN_BYTES ? html`<img class="entry-preview" alt="" loading="lazy"
  decoding="async" src=${at(file)} @error=${event => { event.target.hidden = true; }}>` : nothing);

/** The files of an entry, each to be saved; images with a preview. @param at the address of one, by id */
export const files = (list = [], at = f => address(`/attachments/${f.id}`)) => (list.length ? html`<ul class="entry-files">${list.map(f => html`
  <li><a class="link" href=${at(f)} download=${f.name}>${preview(f, at)}${icon('clip')}<span>${f.name}</span></a>
    <span class="faint">${fileSize(f.size)}</span></li>`)}</ul>` : nothing);
