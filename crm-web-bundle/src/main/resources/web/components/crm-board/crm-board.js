import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { resumeDialog } from '../../lib/dialogs.js';
import { drafts } from '../../lib/drafts.js';
import { filtersOf } from '../../lib/filters.js';
import { Flip } from '../../lib/flip.js';
import { drawn } from '../../lib/later.js';
import { go, route, setQuery } from '../../lib/router.js';
import { Load } from '../../lib/load.js';
import { shown } from '../../lib/states.js';
import { leaveTrail, openedLast } from '../../lib/trail.js';
import { say } from '../../lib/notices.js';
import { askedOf, board, isHere } from './first.js';
import { BoardFollow } from './follow.js';
import { CardDrag } from './drag.js';
import { CardKeys } from './keys.js';
import { MoreCards } from './more.js';
import { Moves } from './moves.js';
import { NextSteps } from './next-steps.js';
import { locate, merge, put } from './model.js';
import { firstSteps, loadingBoard } from './states.js';
import '../crm-column/crm-column.js';
import '../crm-filters/crm-filters.js';

/** The pipeline: columns of cards, moved by hand, finger or key. What is filtered stands in the address. */
class CrmBoard extends CrmElement {
  static properties = { query: {}, hole: { state: true }, held: { state: true }, focused: { state: true },
    refusal: { state: true }, adding: { state: true }, editing: { state: true } };

  load = new Load(this, () => this.fetch());
  flip = new Flip(this);
  moves = new Moves(this);
  drag = new CardDrag(this);
  keys = new CardKeys(this);
  follow = new BoardFollow(this);
  steps = new NextSteps(this);
  further = new MoreCards(this);
  folds = new Map();

  get columns() {
    return this.load.data;
  }

  /** The first time also what a reload or the end of a session interrupted: a card half written, a dialog. */
  async fetch() {
    const { asked } = this;
    const { columns } = await board(this.filters());
    const fresh = this.shownFor !== asked;
    this.shownFor = asked;
    if (this.columns) return fresh ? columns : merge(this.columns,
      await Promise.all(columns.map(c => this.follow.deepen(c))));
    this.adding = columns.find(c => drafts.get(`quick.${c.stage.id}`)?.open)?.stage.id;
    this.editing = columns.flatMap(c => c.items).find(o => drafts.get(`edit.${o.id}`))?.id;
    const there = act => id => locate(this.columns, id) && act(id);
    setTimeout(() => this.comeBack());
    setTimeout(() => resumeDialog({ lost: there(id => this.lose(id)),
      schedule: there(id => this.steps.schedule(id)) }));
    return columns;
  }

  /** Back from a record, the card that was opened has the focus. */
  comeBack() {
    const last = route.state.back && openedLast();
    if (last && locate(this.columns, last) && !document.querySelector('dialog[open]')) this.focusCard(last);
  }

  filters() {
    return askedOf(this.query);
  }

  /** Nothing is the order made by hand. */
  get sort() {
    return this.query.get('sort') || undefined;
  }

  willUpdate() {
    const asked = JSON.stringify(this.filters());
    if (asked !== this.asked) {
      this.asked = asked;
      this.atOnce = isHere(this.filters());
      this.load.run();
    }
    if (this.query.get('new') && this.columns) {
      this.adding = this.columns.find(c => c.stage.kind === 'new')?.stage.id;
      queueMicrotask(() => setQuery({ new: null }, { replace: true }));
    }
  }

  render() {
    return html`
      <crm-filters .query=${this.query} @add=${() => go('/pipeline?new=1')}></crm-filters>
      ${shown(this.load, columns => this.draw(columns), this.atOnce ? nothing : loadingBoard())}`;
  }

  updated() {
    if (this.load.status !== 'loading') drawn();
  }

  draw(columns) {
    const unfiltered = !Object.keys(filtersOf(this.query)).length;
    if (unfiltered && !this.adding && columns.every(c => !c.count)) return firstSteps(() =>
      { this.adding = columns.find(c => c.stage.kind === 'new').stage.id; });
    const current = this.focused && locate(columns, this.focused) ? this.focused
      : columns.find(c => c.items.length && !this.isFolded(c.stage))?.items[0].id;
    return html`${unfiltered || columns.some(c => c.count) ? nothing
      : html`<p class="no-match">No opportunity matches these filters. <a class="link"
        href="/pipeline">Show all</a></p>`}<div class="board" @click=${this.opening}
          @focusin=${e => { this.focused = e.target.closest('crm-card')?.card.id
            ?? this.focused; }}>${columns.map(column => html`
      <crm-column .column=${column} .folded=${this.isFolded(column.stage)} .adding=${this.adding === column.stage.id}
        .editing=${this.editing} .who=${this.follow.who} .current=${current} .held=${this.held}
        .hole=${this.hole?.stageId === column.stage.id ? this.hole : null} .refusal=${this.refusal}
        @fold=${() => this.fold(column.stage)} @more=${() => this.further.fetch(column)}
          @add=${() => { this.adding = column.stage.id; }} @added=${this.added}
        @plan=${e => this.steps.schedule(e.detail)} @menu=${e => this.keys.moveTo(e.detail)}
          @next=${e => this.steps.choose(e.detail.id, e.detail.anchor)} @edit=${e => this.edit(e.detail)}
            @edited=${this.edited} @dismiss=${() => { this.refusal = null; }}></crm-column>`)}</div>`;
  }

  /** Remembers the column from which a card is opened. */
  opening(event) {
    const column = event.target.closest('crm-column')?.column;
    const card = event.target.closest('crm-card a')?.closest('crm-card').card;
    if (card) leaveTrail(column.items.map(c => c.id), column.count, card.id);
  }

  /** Folded unless someone said otherwise: Lost, and what its stage says when it is empty. */
  isFolded(stage) {
    const column = this.columns.find(c => c.stage.id === stage.id);
    return this.folds.get(stage.id) ?? column.folded ?? (stage.kind === 'lost' || (stage.folded && !column.count));
  }

  /** Shown at once; the server keeps it for all of one's browsers. */
  fold(stage) {
    const folded = !this.isFolded(stage);
    this.folds.set(stage.id, folded);
    this.requestUpdate();
    if (!folded) this.reveal(stage);
    api.patch(`/board/columns/${stage.id}`, { folded }).catch(problem =>
      say(`Folded on this page only. ${problem.message}`));
  }

  /** What was unfolded comes into sight. */
  async reveal(stage) {
    await this.flip.drawn();
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    [...this.querySelectorAll('crm-column')].find(c => c.column.stage.id === stage.id)
      ?.scrollIntoView({ inline: 'nearest', block: 'nearest', behavior: still ? 'auto' : 'smooth' });
  }

  /** Draws other columns, each card sliding to where it is now. */
  show(columns) {
    return this.flip.around(() => this.load.set(columns));
  }

  lifted(id, height) {
    const at = locate(this.columns, id);
    this.refusal = null;
    this.held = id;
    this.hole = { stageId: at.column.stage.id, index: at.index, height };
    say(`${at.card.name} picked up.`);
  }

  over(stageId, index) {
    if (this.hole.stageId === stageId && this.hole.index === index) return;
    this.flip.around(() => { this.hole = { ...this.hole, stageId, index }; });
  }

  dropped(id, rect) {
    const { stageId, index } = this.hole;
    this.flip.from.set(id, rect);
    const at = locate(this.columns, id);
    const stays = at.column.stage.id === stageId && at.index === index;
    this.held = null;
    this.hole = null;
    if (stays) this.show([...this.columns]);
    else this.move(id, stageId, index, 'drag');
  }

  cancelled(id, rect) {
    this.held = null;
    this.hole = null;
    this.flip.from.set(id, rect);
    this.show([...this.columns]);
    say('Put back.');
  }

  move(id, stageId, index, cause = 'button') {
    this.refusal = null;
    return this.moves.move(id, stageId, index, cause);
  }

  win(id) {
    return this.moves.win(id);
  }

  lose(id) {
    return this.moves.lose(id);
  }

  edit(id) {
    this.refusal = null;
    this.editing = id;
  }

  async edited(event) {
    const id = this.editing;
    this.editing = null;
    if (event.detail) await this.show(put(this.columns, event.detail));
    this.focusCard(id);
  }

  refuse(id, message) {
    this.refusal = { id, message };
  }

  added(event) {
    this.adding = null;
    if (!event.detail) return;
    this.show(put(this.columns, event.detail));
    this.follow.own(event.detail.id, 500);
    this.flip.drawn().then(() => this.focusCard(event.detail.id));
  }

  async focusCard(id) {
    this.focused = id;
    await this.flip.drawn();
    this.querySelector(`crm-card[data-id="${id}"] a`)?.focus();
  }
}
customElements.define('crm-board', CrmBoard);
