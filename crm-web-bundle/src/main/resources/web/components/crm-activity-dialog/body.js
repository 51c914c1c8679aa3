import { html } from 'lit';
import { attached, ids } from '../crm-files/field.js';

/** What the popup's fields are to the server. */
export function wanted({ typeId, summary, note, assignee, dueDate, over, feedback, minutes, at, files }) {
  const team = assignee?.kind === 'team';
  const body = { typeId, summary: summary?.trim() || null, note: note?.trim() || null, assigneeId: team ? null
    : assignee?.id ?? null, teamId: team ? assignee.id : null, dueDate: over ? null : dueDate || null };
  if (!over) return { ...body, ...attached(files) };
  return { ...body, done: { ...(feedback?.trim() ? { feedback: feedback.trim() } : {}), ...(minutes
    ? { durationMinutes: Number(minutes) } : {}), ...attached(files) }, completedAt: at ? new Date(at).toISOString()
      : null };
}

export const given = body => Object.fromEntries(Object.entries(body).filter(([, v]) => v !== null));

/** Only what was changed is sent, so that two people editing different things do not meet. */
export function changed(body, a) {
  const files = body.attachmentIds || [];
  const old = { typeId: a.type.id, summary: a.summary ?? null, note: a.note ?? null,
    assigneeId: a.assignee?.id ?? null, teamId: a.assignee ? null : a.team?.id ?? null, dueDate: a.dueDate };
  const patch = Object.fromEntries(Object.entries(body).filter(([name, v]) => v !== old[name]));
  delete patch.attachmentIds;
  if (String(files) !== String(ids(a.attachments))) patch.attachmentIds = files;
  if (patch.teamId === null) delete patch.teamId;
  if (patch.teamId && patch.assigneeId === null) delete patch.assigneeId;
  return patch;
}

/** For what is over already: when it was, what came of it, how long it took. */
export const past = (d, put) => html`
  <div class="pair"><label class="field"><span>When</span><input type="datetime-local" .value=${d.at || ''}
    @input=${e => put({ at: e.target.value })}><span class="hint">Defaults to now</span></label>
    <label class="field"><span>Minutes it took</span><input inputmode="numeric" pattern="[0-9]*" maxlength="4"
      .value=${d.minutes || ''} @input=${e => put({ minutes: e.target.value })}></label></div>
  <label class="field"><span>Outcome</span><textarea rows="2" maxlength="20000" .value=${d.feedback || ''}
    @input=${e => put({ feedback: e.target.value })}></textarea></label>`;
