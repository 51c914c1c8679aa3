/**
 * What is being written on a record. In the text a person stands as `@Name`; `mentions` says who that is, and what is
 * sent names them by token.
 */
export const EMPTY = { kind: 'message', text: '', mentions: [], include: [], exclude: [], emails: [], files: [],
  replyTo: null };

export const key = person => `${person.kind}:${person.id}`;

/** A suggestion without a contact is known by its address. */
export const keyOf = ({ person, email }) => (person ? key(person) : email?.toLowerCase());

export const isEmpty = draft => !draft.text.trim() && !draft.files.length;

/** The members of a post; the same go to the preview. */
export function bodyOf(draft) {
  const { kind, files, replyTo } = draft;
  return {
    kind,
    body: toTokens(draft.text, draft.mentions),
    format: 'markdown',
    ...(kind === 'message' ? { recipients: recipientsOf(draft) } : {}),
    attachmentIds: files.map(f => f.id),
    ...(replyTo ? { replyTo: replyTo.id } : {}),
  };
}

/** Who was unticked is a person, or an address that is nobody's yet. */
const recipientsOf = ({ include, exclude, emails }) => ({
  include: include.map(ref),
  exclude: exclude.filter(p => p.kind).map(ref),
  emails,
  excludeEmails: exclude.filter(p => !p.kind).map(p => p.email),
});

const ref = person => ({ kind: person.kind, id: person.id });

const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Longest name first, so that "@Ann Lee" is not "@Ann"; code stays as it was typed. */
function named(mentions) {
  const labels = mentions.map(m => m.label).sort((a, b) => b.length - a.length).map(escaped);
  return labels.length ? new RegExp(`(?<![\\p{L}\\p{N}@])@(${labels.join('|')})(?![\\p{L}\\p{N}])`, 'gu') : null;
}

export function toTokens(text, mentions) {
  const pattern = named(mentions);
  if (!pattern) return text;
  const token = label => `@[${key(mentions.find(m => m.label === label))}]`;
  return text.split(/(```[\s\S]*?(?:```|$)|`[^`\n]*`)/).map((part, i) =>
    (i % 2 ? part : part.replace(pattern, (m, label) => token(label)))).join('');
}

/** The text cut at its mentions: [{text, mention}]. */
export function parts(text, mentions) {
  const pattern = named(mentions);
  return pattern ? text.split(pattern).map((part, i) => (i % 2 ? { text: `@${part}`, mention: true } : { text: part }))
    : [{ text }];
}

/** What stands for a person in the text; two of one name are told apart. */
export function labelFor(person, mentions) {
  const same = mentions.find(m => key(m) === key(person));
  if (same) return same.label;
  return mentions.some(m => m.label === person.name) ? `${person.name} (${person.sub || person.kind})` : person.name;
}

/** The way back, for editing: the names of tokens come from the entry. */
export function fromTokens(source, people) {
  const mentions = [];
  const text = (source || '').replace(/@\[(\w+):(\d+)\]/g, (token, kind, id) => {
    const person = people.find(p => p.kind === kind && p.id === Number(id));
    if (!person) return token;
    const label = labelFor(person, mentions);
    if (!mentions.some(m => m.label === label)) mentions.push({ ...person, label });
    return `@${label}`;
  });
  return { text, mentions };
}
