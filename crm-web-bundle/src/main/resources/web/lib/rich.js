/**
 * Draws the HTML of a message. The server has made it safe; here it is read by an inert parser and built up again
 * from what we know, so that a fault there runs nothing here.
 */
const KNOWN = new Set(['P', 'BR', 'B', 'STRONG', 'I', 'EM', 'U', 'S', 'A', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'CODE',
  'PRE', 'H1', 'H2', 'H3', 'H4', 'SPAN', 'DIV', 'HR', 'DEL', 'DETAILS', 'SUMMARY',
  'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD']);

export function rich(markup) {
  const box = document.createElement('div');
  box.className = 'rich';
  box.append(...build(new DOMParser().parseFromString(markup || '', 'text/html').body));
  return box;
}

function build(parent) {
  return [...parent.childNodes].flatMap(node => {
    if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)];
    if (node.nodeType !== Node.ELEMENT_NODE) return [];
    if (node.tagName === 'SCRIPT' || node.tagName === 'STYLE') return [];
    if (!KNOWN.has(node.tagName)) return build(node);
    const element = document.createElement(node.tagName);
    if (node.tagName === 'A') link(element, node.getAttribute('href') || '');
    if (node.classList.contains('mention')) element.className = 'at';
    element.append(...build(node));
    return [element];
  });
}

function link(element, href) {
  if (!/^(https?:|mailto:|tel:|\/)/i.test(href)) return;
  element.setAttribute('href', href);
  element.setAttribute('rel', 'noopener noreferrer');
  if (!href.startsWith('/')) element.setAttribute('target', '_blank');
}

/** The first words of a message as plain text, for one line. */
export function plainText(markup, most = 120) {
  const text = new DOMParser().parseFromString((markup || '').replace(/<(br|\/p|\/li|\/div)\b[^>]*>/g, ' $&'),
    'text/html').body.textContent;
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** The people whom a message cites, with the names of now. */
export function cited(markup) {
  const spans = new DOMParser().parseFromString(markup || '', 'text/html').querySelectorAll('.mention[data-mention]');
  return [...spans].map(s => {
    const [kind, id] = s.dataset.mention.split(':');
    return { kind, id: Number(id), name: s.textContent.replace(/^@/, '') };
  });
}
