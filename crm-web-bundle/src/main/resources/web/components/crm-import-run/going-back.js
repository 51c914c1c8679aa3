import { api } from '../../lib/api.js';
import { ask } from '../../lib/dialogs.js';
import '../crm-confirm/crm-confirm.js';

const ENDED = new Set(['ready', 'done', 'failed', 'undone']);

/** True while the server works on it. */
export const isRunning = run => !!run && !ENDED.has(run.state);

/** True for what was written and stands. */
export const canGoBack = run => !!run && !run.dryRun && run.state === 'done' && run.created + run.updated > 0;

/**
 * Asks once more, then has it taken back: `run`, or the last one that wrote something. True when the server is at it.
 */
export async function takeBack(form, importId, run) {
  const sure = await ask('crm-confirm', { heading: 'Take this import back?', word: 'Take it back', danger: true,
    text: 'What it made is deleted, what it changed becomes what it was. What '
      + 'somebody has worked on since stays, and the report says why.' });
  return sure && form.send(() => api.act(`/imports/${importId}/undo`, run ? { run } : {}));
}
