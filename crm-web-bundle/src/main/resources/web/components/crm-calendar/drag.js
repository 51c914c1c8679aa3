import { plusDays } from '../../lib/format.js';
import { say } from '../../lib/notices.js';
import { clock, dateOf, plusMinutes } from '../../lib/wall.js';
import { HOUR } from './event-box.js';

const STEP = 15;       // minutes
const FAR = 4;         // px before a press counts as a drag
const PAUSE = 800;     // ms after the last key before a move by keys is sent

/** Drags and key presses on the hours: making, moving and resizing. The host draws `shown(event)` and `made`. */
export class Drag {
  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.drop();
  }

  /** A press on an empty place of a column. A finger scrolls; its tap makes an hour. */
  begin(event, date) {
    if (event.button || event.target !== event.currentTarget) return;
    const minute = this.minuteAt(event);
    if (event.pointerType === 'touch') {
      this.tap = { date, minute };
      return;
    }
    this.start(event, { date, minute, from: minute, to: minute + 2 * STEP });
  }

  tapped() {
    const { tap } = this;
    this.tap = null;
    if (tap) this.host.emit('create', { from: plusMinutes(`${tap.date}T00:00`, Math.floor(tap.minute / 30) * 30) });
  }

  /** A press on an event, or on its lower edge. */
  grab(event, held, sizing = false) {
    if (event.button || event.pointerType === 'touch') return;
    event.stopPropagation();
    this.start(event, { held, sizing, startBy: 0, endBy: 0 });
  }

  start(event, state) {
    this.state = { ...state, x: event.clientX, y: event.clientY,
      width: event.currentTarget.closest('.day-col').offsetWidth, far: false };
    this.moved = e => this.pull(e);
    this.released = () => this.release();
    this.escaped = e => { if (e.key === 'Escape') { e.preventDefault(); this.drop(); } };
    addEventListener('pointermove', this.moved);
    addEventListener('pointerup', this.released, { once: true });
    addEventListener('keydown', this.escaped, true);
  }

  pull(event) {
    const s = this.state;
    if (!s.far && Math.hypot(event.clientX - s.x, event.clientY - s.y) < FAR) return;
    s.far = true;
    const minutes = Math.round(((event.clientY - s.y) / HOUR) * (60 / STEP)) * STEP;
    const days = Math.round((event.clientX - s.x) / s.width);
    if (!s.held) {
      const other = Math.min(1440, Math.max(0, s.minute + minutes));
      Object.assign(s, { from: Math.min(s.minute, other), to: Math.max(s.minute + STEP, other) });
    } else if (s.sizing) s.endBy = minutes;
    else s.startBy = s.endBy = minutes + days * 1440;
    this.host.requestUpdate();
  }

  release() {
    const s = this.state;
    this.unlisten();
    if (!s) return;
    this.state = null;
    if (s.far && s.held) {
      // The click that follows the drag is no wish to open it.
      addEventListener('click', e => { e.stopPropagation(); e.preventDefault(); }, { capture: true, once: true });
      this.send(s.held, s.startBy, s.endBy);
    } else if (s.far && !s.held) {
      this.host.emit('create',
        { from: plusMinutes(`${s.date}T00:00`, s.from), to: plusMinutes(`${s.date}T00:00`, s.to) });
    }
    this.host.requestUpdate();
  }

  /**
   * Shift and an arrow move it, Alt and an arrow change its end; sent when the keys rest, or with Enter; Esc takes it
   * back.
   */
  key(event, held) {
    if (!held.editable) return;
    const hand = this.state?.byKeys && this.state.held === held ? this.state : null;
    if (hand && (event.key === 'Escape' || event.key === 'Enter')) {
      event.preventDefault();
      clearTimeout(this.rest);
      this.state = null;
      if (event.key === 'Enter') this.send(held, hand.startBy, hand.endBy);
      else say('Back where it was');
      this.host.requestUpdate();
      return;
    }
    const minutes = { ArrowUp: -STEP, ArrowDown: STEP, ArrowLeft: -1440, ArrowRight: 1440 }[event.key];
    if (!minutes || !(event.shiftKey || event.altKey) || (event.altKey && Math.abs(minutes) > STEP)) return;
    event.preventDefault();
    this.state = hand || { held, startBy: 0, endBy: 0, byKeys: true };
    this.state.endBy += minutes;
    if (event.shiftKey) this.state.startBy += minutes;
    const now = this.shown(held);
    say(`${dateOf(now.from)}, ${clock(now.from)} to ${clock(now.to)}`);
    clearTimeout(this.rest);
    this.rest = setTimeout(() => { const s = this.state; this.state = null;
      if (s) this.send(s.held, s.startBy, s.endBy); }, PAUSE);
    this.host.requestUpdate();
  }

  send(event, startBy, endBy) {
    const end = plusMinutes(event.to, endBy);
    if (end > plusMinutes(event.from, startBy)) this.host.emit('move', { event, startBy, endBy });
  }

  /** The event as it stands in the hand. */
  shown(event) {
    const s = this.state;
    if (!s || s.held !== event) return event;
    const from = plusMinutes(event.from, s.startBy);
    const to = plusMinutes(event.to, s.endBy);
    return { ...event, from, to: to > from ? to : plusMinutes(from, STEP) };
  }

  isHeld(event) {
    return this.state?.held === event && (this.state.far || this.state.byKeys);
  }

  /** What is being made on a day, in minutes. */
  made(date) {
    const s = this.state;
    return s && !s.held && s.far && s.date === date ? s : null;
  }

  minuteAt(event) {
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
    return Math.min(1425, Math.floor(((y / HOUR) * 60) / STEP) * STEP);
  }

  drop() {
    clearTimeout(this.rest);
    this.unlisten();
    this.state = null;
    this.host.requestUpdate();
  }

  unlisten() {
    removeEventListener('pointermove', this.moved);
    removeEventListener('pointerup', this.released);
    removeEventListener('keydown', this.escaped, true);
  }
}

/** The day after which an all-day event that begins here ends. */
export const wholeDay = date => ({ from: date, to: plusDays(date, 1), allDay: true });
