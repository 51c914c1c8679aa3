import { api } from '../../lib/api.js';
import { say } from '../../lib/notices.js';
import { bodyOf, isEmpty } from './draft.js';
import { inWords } from './preview.js';
import { ask, QUESTIONS } from './questions.js';

const unresolved = list =>
  `Nobody here is called ${list.map(t =>
    `“${t.replace(/^@/, '')}”`).join(' or ')}; that stays as text and notifies nobody.`;

/** Posts what a composer holds. What the server wants to be asked first is asked, once. */
export async function post(host) {
  if (isEmpty(host.draft)) {
    host.problem = { message: 'Write something or attach a file.', fields: [] };
    return host.area.focus();
  }
  const added = await host.preview.unseen();
  if (added.length) {
    host.stale = inWords({ added, gone: [] });
    return undefined;
  }
  return send(host, { ...bodyOf(host.draft), previewToken: host.preview.data?.previewToken });
}

async function send(host, body, again = false) {
  try {
    const entry = await api.create(`/records/${host.record.type}/${host.record.id}/messages`, body);
    say(body.kind === 'note' ? 'Note logged.' : 'Message sent.');
    const lost = entry.unresolvedMentions || [];
    return host.done(entry, lost.length ? unresolved(lost) : null);
  } catch (problem) {
    if (problem.status === undefined) throw problem;
    if (problem.code === 'recipients_changed') {
      const changes = await host.preview.changes();
      const same = !changes.added.length && !changes.gone.length;
      if (same && !again) return send(host, { ...body, previewToken: host.preview.data?.previewToken }, true);
      host.stale = same ? 'The followers have changed meanwhile. Send it again.' : inWords(changes);
      return undefined;
    }
    const open = QUESTIONS[problem.code] && !(QUESTIONS[problem.code].member in body);
    const answer = open && await ask(body, problem);
    if (answer) return send(host, { ...body, ...answer }, again);
    if (!open) host.problem = problem;
    return host.area.focus();
  }
}
