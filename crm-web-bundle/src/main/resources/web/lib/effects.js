import { number } from './format.js';

/** What happened to several records is said as a count; by kind of effect. */
const COUNTED = {
  'activity.scheduled': n => `${n} activities are planned.`,
  'activity.completed': n => `${n} activities are done.`,
  'activity.cancelled': n => `${n} activities are cancelled.`,
  'activity.reopened': n => `${n} activities are open again.`,
  'activity.changed': n => `${n} activities are changed.`,
  'opportunity.stage_changed': n => `${n} moved on by themselves.`,
  'opportunity.customer': n => `${n} opportunities got another customer.`,
  'opportunity.reverted': n => `${n} are as they were.`,
};

/** Some lines count already. */
const counts = line => Number(/^(\d+) /.exec(line)?.[1] || 1);

/** All that an act's answer says happened besides, as few short lines: alike things on many records together. */
export function together(answer) {
  const kinds = Map.groupBy((answer?.effects || []).filter(e => e.summary), e => e.type);
  return [...kinds].flatMap(([type, effects]) => {
    const lines = [...new Set(effects.map(e => e.summary))];
    if (effects.length === 1) return lines;
    if (COUNTED[type]) return [COUNTED[type](number(effects.reduce((sum, e) => sum + counts(e.summary), 0)))];
    return lines.length > 1 ? [`${lines[0]} And ${number(lines.length - 1)} more like it.`] : lines;
  });
}
