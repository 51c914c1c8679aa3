import { Problem } from './problem.js';

const ROOT = '/api';
let csrfToken = null;
const causes = [];

/** Fires `signedout` when the server no longer knows us, `acted` after each act of this page. */
export const connection = new EventTarget();

/** True for the acts of this page: what the server tells of them is on the screen already. */
export const isOwn = causeId => causes.includes(causeId);

function remember(causeId) {
  if (!causeId) return;
  if (causes.push(causeId) > 200) causes.shift();
  connection.dispatchEvent(new Event('acted'));
}

/**
 * What the page itself has asked for while its modules were on their way (see index.html), by address; each answer
 * serves once.
 */
const early = new Map(Object.entries(globalThis.crmEarly || {}));

function asked(url, options) {
  const answer = options.method === 'GET' && options.credentials !== 'omit' && early.get(url);
  early.delete(url);
  return answer || fetch(url, options);
}

export function useCsrfToken(token) {
  csrfToken = token;
}

export function address(path, params = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== '') query.append(name, one);
    }
  }
  const text = query.toString();
  return ROOT + path + (text ? `?${text}` : '');
}

function headersOf(method, { accept, version, key } = {}) {
  const headers = { Accept: accept || 'application/json', 'Accept-Language': document.documentElement.lang };
  if (method !== 'GET' && csrfToken) headers['X-CSRF-Token'] = csrfToken;
  if (version !== undefined && version !== null) headers['If-Match'] = `"${version}"`;
  if (key) headers['Idempotency-Key'] = key;
  return headers;
}

async function send(method, path, { params, body, type = 'application/json', version, key, accept, guest } = {}) {
  const headers = headersOf(method, { accept, version, key });
  if (body !== undefined) headers['Content-Type'] = type;
  let response;
  try {
    const payload = body === undefined || type !== 'application/json' ? body : JSON.stringify(body);
    response = await asked(address(path, params), { method, headers, body: payload, credentials: guest ? 'omit'
      : 'same-origin' });
  } catch {
    throw new Problem(0);
  }
  if (response.ok) return accept ? response.blob() : read(response);
  throw await refusal(response, path);
}

async function read(response) {
  const body = response.status === 204 ? null : await response.json().catch(() => null);
  if (!response.url.includes('dryRun=true')) remember(body?.causeId);
  return body;
}

async function refusal(response, path) {
  const body = (await read(response)) || {};
  const problem = new Problem(response.status, { ...body, retryAfter: Number(response.headers.get('Retry-After'))
    || undefined });
  if (response.status === 401 && path !== '/session') connection.dispatchEvent(new Event('signedout'));
  return problem;
}

export const api = {
  get: (path, params) => send('GET', path, { params }),
  patch: (path, body, version) => send('PATCH', path, { body, version }),
  put: (path, body) => send('PUT', path, { body }),
  remove: (path, version) => send('DELETE', path, { version }),
  /** An act on something that exists: refused when it has changed meanwhile. */
  act: (path, body = {}, version) => send('POST', path, { body, version, key: crypto.randomUUID() }),
  /** Makes something. The same key on a second try makes nothing twice. */
  create: (path, body, key = crypto.randomUUID()) => send('POST', path, { body, key }),
  /** What making it would answer; nothing is made. */
  preview: (path, body) => send('POST', path, { params: { dryRun: true }, body }),
  /** A question whose members do not fit into an address; nothing is made or changed. */
  question: (path, body) => send('POST', path, { body }),
  /** Signs in; there is nobody yet for whom a key could be remembered. */
  open: (path, body) => send('POST', path, { body }),
  upload,
  download: (path, params, accept) => send('GET', path, { params, accept }),
};

/** For whoever reads by a signed link: the address alone says who it is, a session in this browser does not count. */
export const guest = {
  get: (path, params) => send('GET', path, { params, guest: true }),
  create: (path, body = {}, key = crypto.randomUUID()) => send('POST', path, { body, key, guest: true }),
};

/** Sends a file. `told` hears the share that has gone, from 0 to 1; a fetch would not tell it. */
function upload(path, params, file, type, { told, signal } = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address(path, params));
    const headers = { ...headersOf('POST', { key: crypto.randomUUID() }), 'Content-Type': type };
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = e => told?.(e.lengthComputable ? e.loaded / e.total : 0);
    request.onerror = () => reject(new Problem(0));
    request.onabort = () => reject(new Problem(0, { code: 'aborted', detail: 'Stopped.' }));
    request.onload = () => received(request, path).then(resolve, reject);
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** The answer to a file in the form in which a fetch gives its own. */
async function received(request, path) {
  const retry = request.getResponseHeader('Retry-After');
  const response = new Response(request.responseText || null,
    { status: request.status, headers: retry ? { 'Retry-After': retry } : {} });
  if (response.ok) return read(response);
  throw await refusal(response, path);
}

/** A body that goes on: the server tells what happens, from `after` on, or in the last `age` milliseconds. */
export async function listen(path, { after, age, signal }) {
  const headers = { Accept: 'text/event-stream', ...(after ? { 'Last-Event-ID': after } : {}) };
  const response = await fetch(address(path, after ? {} : { age }),
    { headers, signal, credentials: 'same-origin', cache: 'no-store' });
  if (!response.ok) throw await refusal(response, path);
  return response.body;
}

/** Whether the server has another version of the UI by now than this page. */
export async function isReplaced() {
  const [, mine] = /\/ui\/([^/]+)\//.exec(import.meta.url);
  const { ok, headers } = await fetch('/', { cache: 'no-cache' });
  return ok && headers.get('ETag') !== `"${mine}"`;
}

/** Every row of a list that is short by nature (stages, people), page after page. */
export async function all(path, params = {}) {
  const items = [];
  let cursor;
  do {
    const page = await api.get(path, { limit: 200, ...params, cursor });
    items.push(...(Array.isArray(page) ? page : page.items));
    cursor = page.next;
  } while (cursor);
  return items;
}
