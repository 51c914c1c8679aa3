import { ask } from '../../lib/dialogs.js';
import { effectLines, toast } from '../../lib/notices.js';
import { title } from '../crm-activity/title.js';

/** Plans a new activity, for an opportunity or for one that is picked there; gives what was made, or nothing. */
export const schedule = opportunity => ask('crm-activity-dialog', opportunity
  ? { opportunity, resume: { kind: 'schedule', id: opportunity.id } } : {});

/** Opens one that is planned. */
export const edit = activity => ask('crm-activity-dialog', { activity, resume: { kind: 'activity', id: activity.id } });

/** Marks one done: what came of it, and what comes next. */
export const finish = activity => ask('crm-done-dialog', { activity });

/** Says that one is done, what followed, and offers Undo. */
export const tellDone = (activity, answer, onUndone) => toast({ text: `“${title(activity)}” is done.`,
  effects: effectLines(answer), undo: answer.undo, onUndone });

/** Marks one done and tells it; gives the answer, or nothing if it was not. */
export async function complete(activity, onUndone) {
  const answer = await finish(activity);
  if (answer) tellDone(activity, answer, onUndone);
  return answer;
}
