import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { resumeDialog } from '../../lib/dialogs.js';
import { drafts } from '../../lib/drafts.js';
import { filtersOf } from '../../lib/filters.js';
import { Flip } from '../../lib/flip.js';
import { go, setQuery } from '../../lib/router.js';
import { Load } from '../../lib/load.js';
import { shown } from '../../lib/states.js';
import { leaveTrail } from '../../lib/trail.js';
import { say } from '../../lib/notices.js';
import { schedule } from '../crm-activity-dialog/schedule.js';
import { BoardFollow } from './follow.js';
import { CardDrag } from './drag.js';
import { CardKeys } from './keys.js';
import { Moves } from './moves.js';
import { append, locate, merge, put } from './model.js';
import { firstSteps, loadingBoard } from './states.js';
import '../crm-column/crm-column.js';
import '../crm-filters/crm-filters.js';

const A_FRAME = 16;   // cards drawn in one frame while a page comes in

const frame = () => new Promise(done => { requestAnimationFrame(done); setTimeout(done, 100); });

/** The pipeline: columns of cards, moved by hand, finger or key. What is filtered stands in the address. */
class CrmBoard extends CrmElement {
  static properties = { query: {}, hole: { state: true }, held: { state: true }, focused: { state: true }, refusal: { state: true }, adding: { state: true }, editing: { state: true } };

  load = new Load(this, () => this.fetch());
  flip = new Flip(this);
  moves = new Moves(this);
  drag = new CardDrag(this);
  keys = new CardKeys(this);
  follow = new BoardFollow(this);
  paging = new Set();
  folds = new Map();

  get columns() {
    return this.load.data;
  }

  /** The first time also what a reload or the end of a session interrupted: a card half written, a dialog. */
  async fetch() {
    const { asked } = this;
    const { columns } = await api.get('/board', this.filters());
    const fresh = this.shownFor !== asked;
    this.shownFor = asked;
    if (this.columns) return fresh ? columns : merge(this.columns, await Promise.all(columns.map(c => this.follow.deepen(c))));
    this.adding = columns.find(c => drafts.get(`quick.${c.stage.id}`)?.open)?.stage.id;
    this.editing = columns.flatMap(c => c.items).find(o => drafts.get(`edit.${o.id}`))?.id;
    const there = act => id => locate(this.columns, id) && act(id);
    setTimeout(() => resumeDialog({ lost: there(id => this.lose(id)), schedule: there(id => this.schedule(id)) }));
    return columns;
  }

  filters() {
    return { ...filtersOf(this.query), sort: this.sort };
  }

  /** Nothing is the order made by hand. */
  get sort() {
    return this.query.get('sort') || undefined;
  }

  willUpdate() {
    const asked = JSON.stringify(this.filters());
    if (asked !== this.asked) {
      this.asked = asked;
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
      ${shown(this.load, columns => this.draw(columns), loadingBoard())}`;
  }

  draw(columns) {
    const unfiltered = !Object.keys(filtersOf(this.query)).length;
    if (unfiltered && !this.adding && columns.every(c => !c.count)) return firstSteps(() => { this.adding = columns.find(c => c.stage.kind === 'new').stage.id; });
    const current = this.focused && locate(columns, this.focused) ? this.focused : columns.find(c => c.items.length && !this.isFolded(c.stage))?.items[0].id;
    return html`${unfiltered || columns.some(c => c.count) ? nothing : html`<p class="no-match">No opportunity matches these filters. <a class="link" href="/pipeline">Show all</a></p>`}<div class="board" @click=${this.opening} @focusin=${e => { this.focused = e.target.closest('crm-card')?.card.id ?? this.focused; }}>${columns.map(column => html`
      <crm-column .column=${column} .folded=${this.isFolded(column.stage)} .adding=${this.adding === column.stage.id} .editing=${this.editing} .who=${this.follow.who} .current=${current} .held=${this.held}
        .hole=${this.hole?.stageId === column.stage.id ? this.hole : null} .refusal=${this.refusal}
        @fold=${() => this.fold(column.stage)} @more=${() => this.more(column)} @add=${() => { this.adding = column.stage.id; }} @added=${this.added}
        @plan=${e => this.schedule(e.detail)} @menu=${e => this.keys.moveTo(e.detail)} @edited=${this.edited} @dismiss=${() => { this.refusal = null; }}></crm-column>`)}</div>`;
  }

  /** Remembers the column from which a card is opened. */
  opening(event) {
    const column = event.target.closest('crm-column')?.column;
    if (event.target.closest('crm-card a')) leaveTrail(column.items.map(c => c.id), column.count);
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
    api.patch(`/board/columns/${stage.id}`, { folded }).catch(problem => say(`Folded on this page only. ${problem.message}`));
  }

  /** Draws other columns, each card sliding to where it is now. */
  show(columns) {
    return this.flip.around(() => this.load.set(columns));
  }

  async more(column) {
    const { next } = column;
    if (this.paging.has(next)) return;
    this.paging.add(next);
    try {
      const page = await api.get(`/board/columns/${column.stage.id}`, { ...this.filters(), cursor: next });
      await this.pour(column.stage.id, next, page);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      setTimeout(() => this.isConnected && this.columns.some(c => c.next === next) && this.more({ ...column, next }), 3000);
    } finally {
      this.paging.delete(next);
    }
  }

  /** A page is drawn a few cards a frame, for all at once would hold up the scrolling. */
  async pour(stageId, next, page) {
    const asked = () => this.isConnected && this.columns.find(c => c.stage.id === stageId)?.next === next;
    for (let at = 0; asked(); at += A_FRAME) {
      const items = page.items.slice(at, at + A_FRAME);
      const last = at + A_FRAME >= page.items.length;
      this.load.set(append(this.columns, stageId, { items, next: last ? page.next : next }));
      if (last) return;
      await frame();
    }
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

  async schedule(id) {
    if (await schedule(locate(this.columns, id).card)) this.refresh(id);
  }

  async refresh(id) {
    const o = await api.get(`/opportunities/${id}`);
    await this.show(put(this.columns, o));
    this.follow.own(id, 500);
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
