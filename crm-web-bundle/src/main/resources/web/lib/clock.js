/** The one clock of the browser side. The server may say what time it has; then that counts. */
let offset = 0;

export function setClock(instant) {
  offset = instant ? Date.parse(instant) - Date.now() : 0;
}

export function now() {
  return new Date(Date.now() + offset);
}
