import { api } from '../../lib/api.js';
import { lose, win } from '../../lib/acts.js';
import { effectLines, say, toast } from '../../lib/notices.js';
import { locate, neighbours, place, put } from './model.js';

/**
 * Optimistic, then true: a move shows at once, is sent, and is taken back to its exact place with the reason if
 * refused.
 */
export class Moves {
  constructor(board) {
    this.board = board;
    this.waiting = new Map();
    this.open = 0;
  }

  get busy() {
    return this.waiting.size > 0 || this.open > 0;
  }

  /** One act at a time for a card, so that each is sent with the version that the one before it made. */
  queue(id, act) {
    const next = (this.waiting.get(id) || Promise.resolve()).then(act).finally(() => {
      if (this.waiting.get(id) === next) this.waiting.delete(id);
    });
    this.waiting.set(id, next);
    return next;
  }

  /** @param cause `drag` or `button`, for the history */
  async move(id, stageId, index, cause) {
    const { board } = this;
    const from = locate(board.columns, id);
    if (from.column.stage.id === stageId && from.index === index) return;
    if (board.sort && from.column.stage.id === stageId) return void this.sorted(from);
    const to = board.columns.find(c => c.stage.id === stageId);
    const body = { stageId, ...(board.sort ? {} : neighbours(board.columns, stageId, index, id)), cause };
    this.open++;
    await board.show(place(board.columns, from.card, stageId, index));
    if (board.focused === id) board.focusCard(id);
    const send = choice => this.queue(id, () => this.send(id, body, choice));
    const entersLost = to.stage.kind === 'lost' && from.column.stage.kind !== 'lost';
    try {
      const answer = entersLost ? await lose(from.card, send) : await send();
      if (answer) await this.settle(answer, to.stage, stageId === from.column.stage.id);
      else {
        await this.back(from);
        board.focusCard(id);
      }
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      await this.back(from, problem);
    } finally {
      this.open--;
    }
  }

  send(id, body, choice = {}) {
    return api.act(`/opportunities/${id}/stage-moves`, { ...body, ...choice },
      locate(this.board.columns, id)?.card.version);
  }

  async back(from, problem) {
    const { board } = this;
    const now = locate(board.columns, from.card.id);
    await board.show(place(board.columns, now?.card || from.card, from.column.stage.id, from.index));
    if (!problem) return;
    if (problem.current) await board.show(put(board.columns, summary(problem.current)));
    board.refuse(from.card.id, problem.message);
    if (problem.passing) board.load.run();
    say(`${from.card.name} is back in ${from.column.stage.name}. ${problem.message}`);
  }

  /** What the server made of it: maybe another stage, surely a new version, and what else happened. */
  async settle(answer, stage, reorder) {
    const { board } = this;
    const card = summary(answer);
    const at = locate(board.columns, card.id);
    await board.show(put(board.columns, card));
    if (at && at.column.stage.id !== (card.stageId ?? at.column.stage.id)
      && board.focused === card.id) board.focusCard(card.id);
    board.follow.own(card.id, 500);
    if (reorder) return;
    const column = board.columns.find(c => c.stage.id === card.stageId) || { stage };
    toast({ text: 'Moved to', strong: column.stage.name, effects: effectLines(answer), undo: answer.undo,
      onUndone: () => board.follow.look() });
  }

  /** Between sorted cards there is no place by hand. */
  async sorted({ card }) {
    await this.board.show([...this.board.columns]);
    this.board.refuse(card.id, 'The cards are sorted. Choose “Order by hand” above to place them yourself.');
    say('The cards are sorted. Choose order by hand to place them yourself.');
  }

  async win(id) {
    const { card } = locate(this.board.columns, id);
    await this.act(id, send => win(card, send), choice => api.act(`/opportunities/${id}/won`, choice, card.version));
  }

  async lose(id) {
    const { card } = locate(this.board.columns, id);
    await this.act(id, send => lose(card, send), choice => api.act(`/opportunities/${id}/lost`, choice, card.version));
  }

  async act(id, question, send) {
    try {
      const answer = await question(choice => this.queue(id, () => send(choice)));
      if (answer) await this.settle(answer, answer.stage || {});
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.board.refuse(id, problem.message);
    }
  }
}

/** An opportunity as an act answers it; the board needs no more of it than a card shows. */
export function summary(answer) {
  const o = answer.opportunity || answer;
  return { ...o, stageId: o.stageId ?? o.stage?.id };
}
