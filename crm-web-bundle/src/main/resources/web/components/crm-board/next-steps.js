import { api } from '../../lib/api.js';
import { ask } from '../../lib/dialogs.js';
import { complete, schedule } from '../crm-activity-dialog/schedule.js';
import { locate, put } from './model.js';

/** What is done about the next step of a card without opening it. */
export class NextSteps {
  constructor(board) {
    this.board = board;
  }

  card(id) {
    return locate(this.board.columns, id).card;
  }

  async schedule(id) {
    if (await schedule(this.card(id))) this.refresh(id);
  }

  async done(id) {
    const activity = await api.get(`/activities/${this.card(id).nextActivity.id}`);
    if (!await complete(activity)) return;
    await this.refresh(id);
    this.board.focusCard(id);
  }

  /** Done, another day or one more, at the card's chip. */
  async choose(id, anchor) {
    const card = this.card(id);
    const done = await ask('crm-next-menu', { opportunity: card, activityId: card.nextActivity.id, anchor });
    if (!done) return;
    await this.refresh(id);
    if (document.activeElement === document.body) this.board.focusCard(id);
  }

  async refresh(id) {
    const { board } = this;
    const o = await api.get(`/opportunities/${id}`);
    await board.show(put(board.columns, o));
    board.follow.own(id, 500);
  }
}
