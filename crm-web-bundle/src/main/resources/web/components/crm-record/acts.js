import { api } from '../../lib/api.js';
import { lose, win } from '../../lib/acts.js';
import { ask } from '../../lib/dialogs.js';
import { effectLines, toast } from '../../lib/notices.js';

/** The buttons of an opportunity. Each shows what it did in one line, with its way back. */
export class RecordActs {
  constructor(host) {
    this.host = host;
  }

  post(act, body) {
    const o = this.host.opportunity;
    return api.act(`/opportunities/${o.id}/${act}`, body, o.version);
  }

  win() {
    return this.run(() => win(this.host.opportunity, choice => this.post('won', choice)), 'Marked as', 'Won');
  }

  lose() {
    return this.run(() => lose(this.host.opportunity, choice => this.post('lost', choice)), 'Marked as', 'Lost');
  }

  restore() {
    return this.run(() => this.post('restoration', {}), 'Restored to');
  }

  async choose() {
    const o = this.host.opportunity;
    const stage = await ask('crm-move-menu', { card: o, stages: this.host.stages, from: o.stageId });
    if (stage) this.moveTo(stage);
  }

  moveTo(stage) {
    const { host } = this;
    if (stage.kind === 'lost' && host.opportunity.outcome !== 'lost') return this.lose();
    if (stage.kind === 'won' && host.opportunity.outcome === 'open'
      && host.stages.filter(s => s.kind === 'won').length === 1) return this.win();
    return this.run(() => this.post('stage-moves', { stageId: stage.id }), 'Moved to');
  }

  async run(act, text, word) {
    const { host } = this;
    host.refusal = null;
    try {
      const answer = await act();
      if (!answer) return;
      const o = answer.opportunity || answer;
      const stage = host.stages.find(s => s.id === o.stageId)?.name;
      toast({ text, strong: word || stage, effects: effectLines(answer), undo: answer.undo,
        onUndone: () => host.acted() });
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      host.refusal = problem.message;
    }
    host.acted();
    host.querySelector('crm-activities')?.reload();
  }
}
