import { ask } from '../../lib/dialogs.js';

/** Plans a new activity, for an opportunity or for one that is picked there; gives what was made, or nothing. */
export const schedule = opportunity => ask('crm-activity-dialog', opportunity
  ? { opportunity, resume: { kind: 'schedule', id: opportunity.id } } : {});

/** Opens one that is planned. */
export const edit = activity => ask('crm-activity-dialog', { activity, resume: { kind: 'activity', id: activity.id } });

/** Marks one done: what came of it, and what comes next. */
export const finish = activity => ask('crm-done-dialog', { activity });
