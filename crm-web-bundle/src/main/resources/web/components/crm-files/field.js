import { html, nothing } from 'lit';
import { has } from '../../lib/session.js';
import { beside } from '../../lib/states.js';
import './crm-files.js';

/** The field for files in a dialog whose draft holds them; the feed shows them, so there is none without it. */
export const filesField = (host, put) => (has('chatter') ? html`
  <crm-files .files=${host.draft.files || []} @files=${e => put({ files: e.detail })} @uploading=${e => { host.uploading = e.detail; }}></crm-files>
  ${beside(host.problem?.at('attachmentIds') || host.problem?.at('done.attachmentIds'))}` : nothing);

/** The member of a completion that links them. */
export const attached = files => (files?.length ? { attachmentIds: files.map(f => f.id) } : {});
