/** Small aids for Markdown. Each changes the selected text of a field as typing would, so that Ctrl Z takes it back. */

export const AIDS = [
  { name: 'bold', label: 'Bold', key: 'b', sign: 'B' },
  { name: 'italic', label: 'Italic', key: 'i', sign: 'I' },
  { name: 'list', label: 'List', icon: 'list' },
  { name: 'link', label: 'Link', key: 'k' },
];

const MARKS = { bold: '**', italic: '_' };

export function aid(area, name) {
  area.focus();
  if (name === 'list') lines(area);
  else if (name === 'link') link(area);
  else around(area, MARKS[name]);
}

/** True when the key was one of the aids. */
export function aidKey(area, event) {
  const found = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
    && AIDS.find(a => a.key === event.key.toLowerCase());
  if (found) aid(area, found.name);
  return !!found;
}

/** Enter within a list goes on with it; on an empty point it ends. True when it did. */
export function nextPoint(area) {
  const before = area.value.slice(0, area.selectionStart);
  const [, point, text] = /(?:^|\n)([-*] |\d+\. )([^\n]*)$/.exec(before) || [];
  if (!point || area.selectionStart !== area.selectionEnd) return false;
  if (!text.trim()) {
    area.setSelectionRange(before.length - point.length - text.length, before.length);
    put(area, '');
  } else put(area, `\n${/^\d/.test(point) ? `${parseInt(point, 10) + 1}. ` : point}`);
  return true;
}

function around(area, mark) {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const text = value.slice(from, to);
  const marked = text.startsWith(mark) && text.endsWith(mark) && text.length > 2 * mark.length;
  put(area, marked ? text.slice(mark.length, -mark.length) : mark + text + mark);
  if (!text) area.setSelectionRange(from + mark.length, from + mark.length);
}

function lines(area) {
  const from = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const to = area.selectionEnd;
  area.setSelectionRange(from, to);
  put(area, area.value.slice(from, to).split('\n').map(l => (l.startsWith('- ') ? l : `- ${l}`)).join('\n'));
}

function link(area) {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const text = value.slice(from, to);
  const address = /^https?:\S+$/.test(text);
  put(area, address ? `[](${text})` : `[${text}]()`);
  const caret = address || !text ? from + 1 : from + text.length + 3;
  area.setSelectionRange(caret, caret);
}

/** `insertText` is the only way that keeps the browser's own undo; where it is missing the text is still set. */
function put(area, text) {
  const done = document.execCommand(text ? 'insertText' : 'delete', false, text);
  if (done) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
