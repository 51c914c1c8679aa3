/**
 * Cards slide to their new place instead of jumping: measured before, measured after, the difference played as motion.
 */

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
const OPTIONS = { duration: 170, easing: 'cubic-bezier(.2, 0, 0, 1)' };

export class Flip {
  /** @param from id to rectangle, where a card is drawn elsewhere now (in the hand) */
  constructor(host) {
    this.host = host;
    this.from = new Map();
  }

  /** Runs the change, waits until it is drawn, plays the differences. */
  async around(change) {
    const before = still() ? new Map() : this.measure();
    this.known = new Set([...this.host.querySelectorAll('crm-card')].map(c => c.card.id));
    this.from.forEach((rect, id) => before.set(id, { rect }));
    this.from.clear();
    change();
    await this.drawn();
    if (!still()) this.play(before);
  }

  async drawn() {
    await this.host.updateComplete;
    await Promise.all([...this.host.querySelectorAll('crm-column')].map(c => c.updateComplete));
    await Promise.all([...this.host.querySelectorAll('crm-card')].filter(c => c.isUpdatePending)
      .map(c => c.updateComplete));
  }

  measure() {
    const seen = new Map();
    for (const column of this.host.querySelectorAll('crm-column')) {
      for (const [element, rect] of inSight(column)) seen.set(element.card.id, { rect, column });
    }
    return seen;
  }

  /** All is measured before the first moves: a measure after a change makes the browser lay out the page anew. */
  play(before) {
    const moves = [];
    for (const element of this.host.querySelectorAll('crm-card')) {
      const { id } = element.card;
      const old = before.get(id);
      if (old) moves.push([element, old, element.getBoundingClientRect(), element.closest('crm-column')]);
      else if (this.known.size && !this.known.has(id)) moves.push([element]);
    }
    moves.forEach(move => slide(...move));
  }
}

/** The cards of a column that are in sight, each with its rectangle: found by halves, for a column may be long. */
function inSight(column) {
  const cards = [...column.querySelectorAll('crm-card')].filter(c => !c.hidden);
  const { top, bottom } = column.getBoundingClientRect();
  let [low, high] = [0, cards.length];
  while (low < high) {
    const at = (low + high) >> 1;
    if (cards[at].getBoundingClientRect().bottom > Math.max(0, top)) high = at;
    else low = at + 1;
  }
  const seen = [];
  for (const card of cards.slice(low)) {
    const rect = card.getBoundingClientRect();
    if (rect.top > Math.min(innerHeight, bottom)) break;
    if (rect.height) seen.push([card, rect]);
  }
  return seen;
}

function slide(element, old, rect, column) {
  if (!old) return void element.animate([{ opacity: 0 }, { opacity: 1 }], OPTIONS);
  const x = old.rect.left - rect.left;
  const y = old.rect.top - rect.top;
  if (!rect.height || (Math.abs(x) < 1 && Math.abs(y) < 1)) return;
  if (old.column !== column) fly(element, old.rect, rect);
  else element.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], OPTIONS);
}

/** Between columns a copy flies above everything, for a column clips what leaves it. */
function fly(element, from, to) {
  const copy = ghost(element, from);
  element.classList.add('is-flying');
  copy.animate([{ transform: `translate(${from.left}px, ${from.top}px)` },
    { transform: `translate(${to.left}px, ${to.top}px)` }], OPTIONS).finished.finally(() => {
    copy.remove();
    element.classList.remove('is-flying');
  });
}

/** A copy of a card that lies above the page. */
export function ghost(element, rect) {
  const copy = document.createElement('div');
  copy.className = 'card-ghost';
  copy.setAttribute('aria-hidden', 'true');
  copy.inert = true;
  copy.append(...[...element.children].map(child => child.cloneNode(true)));
  copy.style.width = `${rect.width}px`;
  copy.style.transform = `translate(${rect.left}px, ${rect.top}px)`;
  document.body.append(copy);
  return copy;
}
