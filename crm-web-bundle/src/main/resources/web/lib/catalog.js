import { all, api } from './api.js';

/** Short lists that many pieces ask for. Asked once, then remembered until something in them is changed. */
const held = new Map();

function remember(name, ask) {
  if (!held.has(name)) {
    const answer = ask();
    answer.catch(() => held.delete(name));
    held.set(name, answer);
  }
  return held.get(name);
}

export const catalog = {
  stages: () => remember('stages', async () => (await all('/stages')).filter(s => s.active !== false)),
  lostReasons: () => remember('lostReasons', async () => (await all('/lost-reasons')).filter(r => r.active !== false)),
  users: () => remember('users', async () => (await all('/users')).filter(u => u.active !== false)),
  teams: () => remember('teams', () => all('/teams')),
  activityTypes: () => remember('activityTypes', async () =>
    (await all('/activity-types')).filter(t => t.active !== false).sort((a, b) => a.id - b.id)),
  activityPlans: () => remember('activityPlans', () => all('/activity-plans', { active: true })),
  settings: () => remember('settings', () => api.get('/onboarding')),
};

export function forgetCatalog(name) {
  if (name) held.delete(name);
  else held.clear();
}
