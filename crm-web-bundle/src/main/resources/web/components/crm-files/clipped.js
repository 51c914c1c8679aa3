import { html, nothing } from 'lit';
import { plural } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';

/** A clip with the number of files that an activity holds; their names in its title. */
export const clipped = ({ attachments = [] }) => (attachments.length
  ? html`<span class="act-files faint small" role="img"
    aria-label="${plural(attachments.length, 'file')}: ${names(attachments)}"
      title=${names(attachments)}>${icon('clip')}${attachments.length}</span>` : nothing);

const names = files => files.map(f => f.name).join(', ');
