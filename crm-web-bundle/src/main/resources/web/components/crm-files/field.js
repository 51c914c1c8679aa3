import { html, nothing } from 'lit';
import { has } from '../../lib/session.js';
import { beside } from '../../lib/states.js';
import './crm-files.js';

/**
 * The field for files in a dialog whose draft holds them, of which some may be the activity's own; the feed shows them,
 * so there is none without it.
 */
export const filesField = (host, put, held = []) => (has('chatter') ? html`
  <crm-files .files=${host.draft.files || []} .held=${held} @files=${e => put({ files: e.detail })}
    @uploading=${e => { host.uploading = e.detail; }}></crm-files>
  ${beside(host.problem?.at('attachmentIds') || host.problem?.at('done.attachmentIds'))}` : nothing);

export const ids = files => (files || []).map(f => f.id);

/** The member that links them, where there are some. */
export const attached = files => (files?.length ? { attachmentIds: ids(files) } : {});
