import { html, nothing } from 'lit';
import { all } from './api.js';
import { Store } from './store.js';
import '../components/crm-slot/crm-slot.js';

/** Custom elements that partners' bundles add, by the slot in which they stand; only those whose module has loaded. */
export const slots = new Store({ elements: [] });

/** A module that does not load takes its element away and nothing else. */
export async function openSlots() {
  const wanted = await all('/ui-elements').catch(() => []);
  const loaded = await Promise.all(wanted.map(element => import(element.module).then(() => element, problem => {
    console.warn(`${element.tag} is not shown:`, problem);
    return null;
  })));
  slots.set({ elements: loaded.filter(Boolean) });
}

/** What stands in a slot now. */
export function inSlot(name) {
  return slots.state.elements.filter(element => element.slot === name);
}

/** Draws one element with what it is about. */
export function place(element, subject) {
  return html`<crm-slot .tag=${element.tag} .subject=${subject}></crm-slot>`;
}

/** Draws a whole slot; nothing if no partner stands there. */
export function slot(name, subject) {
  const elements = inSlot(name);
  return elements.length ? elements.map(element => place(element, subject)) : nothing;
}
