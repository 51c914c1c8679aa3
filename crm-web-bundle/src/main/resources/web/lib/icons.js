import { html } from 'lit';

const PATHS = {
  phone: 'M5 3h3l2 5-2 1a9 9 0 0 0 4 4l1-2 5 2v3a2 2 0 0 1-2 2A15 15 0 0 1 3 5a2 2 0 0 1 2-2z',
  clock: 'M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  bell: 'M6 9a6 6 0 1 1 12 0c0 6 2 7 2 7H4s2-1 2-7M10 20a2 2 0 0 0 4 0',
  find: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM21 21l-5-5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  meet: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  mail: 'M3 6h18v12H3zM3 7l9 6 9-6',
  letter: 'M4 4h16v16H4zM8 9h8M8 13h8M8 17h4',
  todo: 'M5 5h14v14H5z',
  check: 'M5 12l4 4 10-10',
  list: 'M4 6h16M4 12h16M4 18h16',
  grid: 'M4 4h6v16H4zM14 4h6v10h-6z',
  chart: 'M4 20V10M10 20V4M16 20v-8M22 20H2',
  clip: 'M8 12l6-6a3 3 0 0 1 4 4l-8 8a5 5 0 0 1-7-7l8-8',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  dots: 'M5 12h.01M12 12h.01M19 12h.01',
  edit: 'M4 20h4L19 9l-4-4L4 16z',
  filter: 'M4 5h16l-6 8v6l-4-2v-4z',
  close: 'M6 6l12 12M18 6L6 18',
  alert: 'M12 4L2.5 20h19zM12 10v4M12 17h.01',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  down: 'M6 9l6 6 6-6',
  upload: 'M12 16V4M7 9l5-5 5 5M4 20h16',
  download: 'M12 4v12M7 11l5 5 5-5M4 20h16',
  people: 'M9 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM2 20c0-4 3-6 7-6s7 2 7 6M16 5a3.5 3.5 0 0 1 0 7M18 14.5c2.5.6 4 2.5 4 5.5',
  gear: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1'
    + 'M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1',
  columns: 'M5 4h5v16H5zM14 4h5v10h-5z',
  star: 'M12 4l2.4 5 5.6.7-4.1 3.8 1.1 5.5-5-2.8-5 2.8 1.1-5.5L4 9.7 9.6 9z',
  trophy: 'M8 4h8v5a4 4 0 0 1-8 0zM8 6H4c0 3 1.5 5 4 5M16 6h4c0 3-1.5 5-4 5M12 13v4M8 20h8',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  archive: 'M4 5h16v4H4zM5 9v10h14V9M10 13h4',
  back: 'M9 14l-5-5 5-5M4 9h11a5 5 0 0 1 0 10h-4',
  reply: 'M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6v1',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  key: 'M8 11a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM11 12l9-9M17 6l3 3',
};

/** What the server calls one of them. */
PATHS.calendar = PATHS.meet;

const BY_CATEGORY = { todo: 'todo', email: 'mail', call: 'phone', meeting: 'meet', letter: 'letter', upload: 'upload' };

/** A line icon in the size of the text; always beside a word or inside a named control. */
export const icon = name => html`<svg class="i" viewBox="0 0 24 24"
  aria-hidden="true"><path d=${PATHS[name] || PATHS.todo}></path></svg>`;

/** The icon of an activity type, its own when it names one that we draw. */
export function typeIcon(type) {
  const own = type?.icon === 'check' ? 'todo' : type?.icon;   // a tick means done, and nothing else
  return icon(PATHS[own] ? own : BY_CATEGORY[type?.category] || 'todo');
}
