import { api } from './api.js';
import { ask } from './dialogs.js';
import { has } from './session.js';
import { OPEN } from '../components/crm-activity/states.js';

/**
 * Acts on an opportunity that ask first. Each takes what sends the answer, and gives the server's, or nothing if
 * dismissed.
 */

export const recordOf = opportunity => ({ type: 'opportunity', id: opportunity.id });

export async function openActivities(opportunity) {
  if (!has('activity')) return [];
  const page = await api.get('/activities', { record: `opportunity:${opportunity.id}`, state: OPEN, limit: 200 });
  return page.items;
}

/** Losing needs a reason on every path. The dialog stays open when the server wants more. */
export const lose = (opportunity, send) => ask('crm-lost-dialog',
  { opportunity, act: send, resume: { kind: 'lost', id: opportunity.id } });

/** Winning asks only when activities other than the first are open. */
export async function win(opportunity, send) {
  const others = (await openActivities(opportunity)).filter(a => a.role !== 'first');
  if (!others.length) return send({ openActivities: 'keep' });
  return ask('crm-won-dialog', { opportunity, others, act: send });
}
