import { isCommand } from '../../lib/keys.js';
import { ask } from '../../lib/dialogs.js';
import { locate } from './model.js';

const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** The keys of a card that has the focus. Everything that a drag can do, they can do. */
export class CardKeys {
  constructor(board) {
    this.board = board;
    board.addController(this);
    this.listener = e => this.pressed(e);
  }

  hostConnected() {
    this.board.addEventListener('keydown', this.listener);
  }

  hostDisconnected() {
    this.board.removeEventListener('keydown', this.listener);
  }

  pressed(event) {
    const id = event.target.closest('crm-card')?.card.id;
    const arrow = ARROWS[event.key];
    if (!id || (arrow ? event.defaultPrevented || event.ctrlKey || event.metaKey : !isCommand(event))) return;
    const act = arrow ? () => (event.shiftKey ? this.carry(id, ...arrow) : this.walk(id, ...arrow))
      : this.commands(id)[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  commands(id) {
    const { board } = this;
    const { card } = locate(board.columns, id);
    if (card.can?.edit === false) return {};
    return {
      ...(card.nextActivity ? { d: () => board.steps.done(id), r: () => this.next(id) } : {}), m: () => this.moveTo(id),
        w: () => board.win(id), l: () => board.lose(id), a: () => board.steps.schedule(id), e: () => board.edit(id),
    };
  }

  next(id) {
    const card = this.board.querySelector(`crm-card[data-id="${id}"]`);
    return this.board.steps.choose(id, card.querySelector('.next-chip') || card);
  }

  /** The columns one can stand in: folded ones are stepped over. */
  open() {
    return this.board.columns.filter(c => !this.board.isFolded(c.stage));
  }

  walk(id, dx, dy) {
    const at = locate(this.board.columns, id);
    const open = this.open();
    let next = at.column.items[at.index + dy]?.id;
    for (let i = open.indexOf(at.column) + dx; dx && i >= 0 && i < open.length; i += dx) {
      if (!open[i].items.length) continue;
      next = open[i].items[Math.min(at.index, open[i].items.length - 1)].id;
      break;
    }
    if (next) this.board.focusCard(next);
  }

  carry(id, dx, dy) {
    const { columns } = this.board;
    const at = locate(columns, id);
    if (at.card.can?.edit === false) return;
    const stage = columns[columns.indexOf(at.column) + dx]?.stage;
    const index = dx ? 0 : at.index + dy;
    if (!stage || index < 0 || (dy && index >= at.column.items.length)) return;
    this.board.move(id, stage.id, index);
  }

  async moveTo(id) {
    const at = locate(this.board.columns, id);
    const stage = await ask('crm-move-menu', { card: at.card, stages: this.board.columns.map(c => c.stage),
      from: at.column.stage.id });
    if (stage) this.board.move(id, stage.id, 0);
  }
}
