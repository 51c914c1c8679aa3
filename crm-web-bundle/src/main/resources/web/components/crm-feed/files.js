import { html, nothing } from 'lit';
import { address } from '../../lib/api.js';
import { fileSize } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';

/** What every browser draws and no script can live in. */
const DRAWN = /^image\/(png|jpeg|gif|webp)$/;
const DRAWN_BYTES = 5 * 1024 * 1024;

/** A small picture in a box of a fixed size, so that nothing moves when it comes; none if it cannot be drawn. */
const preview = (f, at) => (DRAWN.test(f.type) && f.size <= DRAWN_BYTES ? html`<img class="entry-preview"
  width="160" height="120" alt="Preview of ${f.name}" loading="lazy" decoding="async" src=${at(f)}
  @error=${event => { event.target.hidden = true; }}>` : nothing);

/** The files of an entry, each to be saved, images with a preview. @param at the address of one */
export const files = (list = [], at = f => address(`/attachments/${f.id}`)) => (list.length ? html`<ul
  class="entry-files">${list.map(f => html`<li><a class="link" href=${at(f)} download=${f.name}
  >${preview(f, at)}${icon('clip')}<span
    >${f.name}</span></a> <span class="faint">${fileSize(f.size)}</span></li>`)}</ul>` : nothing);
