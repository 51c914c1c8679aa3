/**
 * A panel that hangs at its button: closed by Esc, by a press elsewhere, and when its page is left. Focus goes back to
 * the button.
 */
export class Popover {
  constructor(host) {
    this.host = host;
    this.open = false;
    this.outside = e => { if (this.open && !host.contains(e.target)) this.show(false); };
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('pointerdown', this.outside);
  }

  hostDisconnected() {
    document.removeEventListener('pointerdown', this.outside);
    this.open = false;
  }

  toggle = async () => {
    this.show(!this.open);
    await this.host.updateComplete;
    if (this.open) this.host.querySelector('[data-first]')?.focus();
  };

  show(open) {
    this.open = open;
    this.host.requestUpdate();
  }

  close() {
    this.show(false);
    this.host.querySelector('[aria-expanded]')?.focus();
  }

  key = event => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.open) return;
    event.preventDefault();
    this.close();
  };
}
