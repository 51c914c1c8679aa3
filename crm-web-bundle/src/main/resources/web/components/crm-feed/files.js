import { html, nothing } from 'lit';
import { address } from '../../lib/api.js';
import { fileSize } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';

/** The files of an entry, each to be saved. @param at the address of one, by id */
export const files = (list = [], at = f => address(`/attachments/${f.id}`)) =>
  (list.length ? html`<ul class="entry-files">${list.map(f => html`
  <li><a class="link" href=${at(f)} download=${f.name}>${icon('clip')}<span>${f.name}</span></a> <span
    class="faint">${fileSize(f.size)}</span></li>`)}</ul>` : nothing);
