import { Store } from './store.js';

/** Every view has an address; what is filtered or opened stands in it. Order matters: the first match wins. */
const VIEWS = [
  [/^\/(?:pipeline)?$/, 'board'],
  [/^\/opportunities\/(\d+)$/, 'record'],
  [/^\/activities$/, 'activities'],
  [/^\/day$/, 'day'],
  [/^\/calendar$/, 'calendar'],
  [/^\/calendar\/answers\/([^/]+)$/, 'invitation'],
  [/^\/inbox$/, 'inbox'],
  [/^\/contacts$/, 'contacts'],
  [/^\/contacts\/(\d+)$/, 'contact'],
  [/^\/reports(?:\/([a-z-]+))?$/, 'reports'],
  [/^\/import(?:\/(\d+))?$/, 'import'],
  [/^\/settings(?:\/([a-z-]+))?$/, 'settings'],
  [/^\/extensions\/([a-z0-9-]+)$/, 'extension'],
  [/^\/onboarding$/, 'onboarding'],
  [/^\/signin$/, 'signin'],
  [/^\/forgotten-password$/, 'forgotten'],
  [/^\/new-password\/([^/]+)$/, 'newPassword'],
  [/^\/shared\/([^/]+)$/, 'shared'],
];

function read() {
  const path = location.pathname.replace(/(.)\/$/, '$1');
  for (const [pattern, view] of VIEWS) {
    const match = pattern.exec(path);
    if (match) return { path, view, arg: match[1], query: new URLSearchParams(location.search), back: false };
  }
  return { path, view: 'missing', query: new URLSearchParams(), back: false };
}

export const route = new Store(read());

export function go(url, { replace = false } = {}) {
  if (url !== location.pathname + location.search) history[replace ? 'replaceState' : 'pushState'](null, '', url);
  route.set(read());
}

/**
 * Changes what stands behind the question mark and keeps the rest. An empty value takes the name out, a list stands
 * there several times.
 */
export function setQuery(patch, options) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(patch)) {
    query.delete(name);
    [value].flat().filter(Boolean).forEach(one => query.append(name, one));
  }
  const text = query.toString();
  go(location.pathname + (text ? `?${text}` : ''), options);
}

function follow(event) {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey
    || event.altKey) return;
  const link = event.composedPath().find(n => n instanceof HTMLAnchorElement);
  if (!link || link.target || link.download || link.origin !== location.origin
    || link.pathname.startsWith('/api')) return;
  event.preventDefault();
  go(link.pathname + link.search);
}

addEventListener('popstate', () => route.set({ ...read(), back: true }));
document.addEventListener('click', follow);
