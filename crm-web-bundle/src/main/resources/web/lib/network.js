import { Store } from './store.js';

/** Whether this device has no network, as far as the browser knows. */
export const network = new Store({ offline: navigator.onLine === false });

for (const kind of ['online', 'offline']) addEventListener(kind, () => network.set({ offline: kind === 'offline' }));
