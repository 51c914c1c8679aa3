import { api } from '../../lib/api.js';
import { ask } from '../../lib/dialogs.js';
import { together } from '../../lib/effects.js';
import { number, plural } from '../../lib/format.js';
import { toast } from '../../lib/notices.js';
import { refused } from '../../lib/problem.js';
import { refusedOf } from '../../lib/refusals.js';
import '../crm-bulk-dialog/crm-bulk-dialog.js';

const DONE = { move: 'moved', won: 'marked won', lost: 'marked lost', restore: 'restored', assign: 'assigned',
  tag: 'tagged', delete: 'deleted' };

/** Acts on many at once: each is asked what it needs, sent as one act, and told apart where some were refused. */
export class BulkActs {
  constructor(list) {
    this.list = list;
    this.busy = false;
  }

  async start(action, ids) {
    const chosen = this.list.items.filter(o => ids.includes(o.id));
    const title = ids.length === 1 && chosen[0] ? chosen[0].name : plural(ids.length, 'opportunity', 'opportunities');
    const send = body => this.send(action, ids, body);
    await this[action](title, send, chosen, ids);
    this.list.focusRow(this.list.focused);
  }

  async move(title, send, chosen, ids) {
    const stage = await ask('crm-move-menu', { card: { name: title }, many: ids.length > 1, stages: this.list.stages,
      from: chosen.length === 1 ? chosen[0].stageId : undefined });
    if (!stage) return;
    if (stage.kind === 'lost') await this.lost(title, body => send({ stageId: stage.id, ...body }), chosen, ids);
    else await this.plain(send, { stageId: stage.id });
  }

  async won(title, send, chosen) {
    const others = chosen.map(o => o.nextActivity && { ...o.nextActivity, state: o.activityState }).filter(Boolean);
    if (others.length) await ask('crm-won-dialog', { opportunity: { name: title }, many: chosen.length > 1, others,
      act: send });
    else await this.plain(send, { openActivities: 'keep' });
  }

  lost(title, send, chosen, ids) {
    return ask('crm-lost-dialog', { opportunity: { id: ids.length === 1 ? ids[0] : 'many', name: title },
      many: ids.length > 1, act: send });
  }

  restore(title, send) {
    return this.plain(send, {});
  }

  assign(title, send) {
    return ask('crm-bulk-dialog', { kind: 'assign', title, act: send });
  }

  tag(title, send, chosen) {
    return ask('crm-bulk-dialog', { kind: 'tag', title, act: send,
      known: [...new Set(chosen.flatMap(o => o.tags || []))] });
  }

  delete(title, send) {
    return ask('crm-bulk-dialog', { kind: 'delete', title, act: send });
  }

  async plain(send, body) {
    const problem = await refused(() => send(body));
    if (problem) toast({ text: problem.message });
  }

  async send(action, ids, body) {
    const { list } = this;
    const names = new Map(list.items.map(o => [o.id, o.name]));
    this.show(true);
    try {
      const answer = await api.act('/opportunities/bulk', { ids, action, partial: true, ...body });
      list.report = refusedOf(answer, id => names.get(id) || `No. ${id}`);
      if (!list.report.length) list.report = null;
      const stayed = list.report ? [`${number(list.report.length)} refused.`] : [];
      const text = answer.done ? `${plural(answer.done, 'opportunity',
        'opportunities')} ${DONE[action]}${this.where(action, body)}.` : 'Nothing was changed.';
      toast({ text, effects: [...together(answer), ...stayed], undo: answer.undo, onUndone: () => list.load.renew() });
      list.selection.only(list.report ? list.report.map(r => r.id) : []);
      await list.load.renew();
      return answer;
    } finally {
      this.show(false);
    }
  }

  where(action, body) {
    const stage = action === 'move' && this.list.stages.find(s => s.id === body.stageId);
    return stage ? ` to ${stage.name}` : '';
  }

  show(busy) {
    this.busy = busy;
    this.list.requestUpdate();
  }
}
