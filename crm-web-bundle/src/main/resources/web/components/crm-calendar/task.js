import { html } from 'lit';
import { typeIcon } from '../../lib/icons.js';

/** An activity that is due on a day: with its type's icon, late ones in the colour of late ones, and where it leads. */
export const task = a => html`<a class="task-bar ${a.state}" href="/opportunities/${a.record.id}"
  title=${[a.summary || a.type.name, a.recordTitle].filter(Boolean).join(', ')}>
  ${typeIcon(a.type)}<span class="ellipsis">${a.summary || a.type.name}</span></a>`;
