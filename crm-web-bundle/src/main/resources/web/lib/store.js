/** A bit of state that several pieces look at. Replaced, never mutated. */
export class Store extends EventTarget {
  constructor(state) {
    super();
    this.state = state;
  }

  set(patch) {
    this.state = { ...this.state, ...patch };
    this.dispatchEvent(new Event('change'));
  }
}

/** Renders its host again whenever one of the stores changes. */
export class Uses {
  constructor(host, ...stores) {
    this.stores = stores;
    this.changed = () => host.requestUpdate();
    host.addController(this);
  }

  hostConnected() {
    this.stores.forEach(s => s.addEventListener('change', this.changed));
  }

  hostDisconnected() {
    this.stores.forEach(s => s.removeEventListener('change', this.changed));
  }
}
