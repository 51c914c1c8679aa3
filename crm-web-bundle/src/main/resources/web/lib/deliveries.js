/** How someone was told, and why they were not, in words. */

const CHANNELS = { app: 'in the app', mail: 'by email', both: 'in the app and by email' };
const STATES = { pending: 'waiting to be sent', sent: 'sent', read: 'read', failed: 'failed', bounced: 'came back',
  skipped: 'not told' };
const REASONS = {
  unticked: 'left out on purpose', author: 'wrote it', inactive: 'no longer active',
    unsubscribed: 'not subscribed to this', no_address: 'no address',
  bounced: 'email came back',
};

/** A channel of a partner is named as it names itself. */
export const channelWord = channel => (channel ? CHANNELS[channel] || `by ${channel}` : '');

export const stateWord = ({ state, channel }) => (state === 'pending' && channel === 'app' ? 'not read yet'
  : STATES[state] || state);

export const reasonWord = reason => (reason ? REASONS[reason] || reason : '');

/** "3 told, 1 read, 1 failed": people count once, by the best that reached them. */
export function summary(deliveries) {
  const people = new Map();
  for (const d of deliveries.filter(o => o.state !== 'skipped')) {
    const who = d.person ? `${d.person.kind}:${d.person.id}:${d.person.name}` : d.email;
    people.set(who, [...(people.get(who) || []), d.state]);
  }
  const has = state => [...people.values()].filter(states => states.includes(state)).length;
  const broken = deliveries.filter(d => d.state === 'failed' || d.state === 'bounced').length;
  return { told: people.size, read: has('read'), broken };
}
