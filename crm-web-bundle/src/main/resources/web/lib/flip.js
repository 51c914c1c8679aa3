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
    await Promise.all([...this.host.querySelectorAll('crm-card')].map(c => c.updateComplete));
  }

  measure() {
    const seen = new Map();
    for (const element of this.host.querySelectorAll('crm-card')) {
      const rect = element.getBoundingClientRect();
      if (rect.height && rect.bottom > 0 && rect.top < innerHeight) seen.set(element.card.id,
        { rect, column: element.closest('crm-column') });
    }
    return seen;
  }

  play(before) {
    for (const element of this.host.querySelectorAll('crm-card')) {
      const old = before.get(element.card.id);
      if (!old) {
        if (this.known.size && !this.known.has(element.card.id)) element.animate([{ opacity: 0 }, { opacity: 1 }],
          OPTIONS);
        continue;
      }
      const rect = element.getBoundingClientRect();
      const x = old.rect.left - rect.left;
      const y = old.rect.top - rect.top;
      if (!rect.height || (Math.abs(x) < 1 && Math.abs(y) < 1)) continue;
      if (old.column === element.closest('crm-column')) {
        element.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], OPTIONS);
      } else {
        fly(element, old.rect, rect);
      }
    }
  }
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
