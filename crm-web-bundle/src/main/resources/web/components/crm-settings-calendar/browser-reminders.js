import { html, nothing } from 'lit';

const SAYS = {
  granted: 'This browser shows reminders while Pivotino is open in another tab or window.',
  denied: 'This browser blocks notifications for Pivotino. Allow them in the settings of the browser.',
};

/** Reminders by the browser itself: asked for only when a person wants them. */
export function browserReminders(host) {
  if (!globalThis.Notification) return nothing;
  const ask = async () => {
    await Notification.requestPermission();
    host.requestUpdate();
  };
  return html`<section class="panel"><h2>Reminders of this browser</h2>
    <p class="muted" role="status">${SAYS[Notification.permission]
      || 'Reminders can also appear when you look at another window.'}</p>
    ${SAYS[Notification.permission] ? nothing
      : html`<p><button class="quiet" @click=${ask}>Show reminders outside this window</button></p>`}</section>`;
}
