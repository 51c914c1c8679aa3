// What the first load of the board costs in an empty browser: requests, bytes over the wire, and when it can be worked with,
// plainly, with a processor four times slower, and on a network as slow as Fast 3G. The main thread's work until then, by
// Chromium's own counters, is what a busy machine does not change.
// CRM_URL, CRM_LOGIN and CRM_PASSWORD name the server and somebody who sees cards there; ROUNDS how often (5), the median counts.
// Needs playwright-core; CRM_CHROMIUM names the browser.
import { chromium } from 'playwright-core';

const { CRM_URL: url = 'http://localhost:8181', CRM_LOGIN: login = 'admin', CRM_PASSWORD: password,
  CRM_CHROMIUM: executablePath, ROUNDS = 5 } = process.env;
const FAST_3G = { offline: false, latency: 562.5, downloadThroughput: 180000, uploadThroughput: 84375 };
const browser = await chromium.launch({ executablePath });

/** One load in a browser that has only the cookie. */
async function load({ slower = 1, network }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const signedIn = await page.request.post(`${url}/api/session`, { data: { login, password } });
  if (!signedIn.ok()) throw new Error(`Signing in: ${signedIn.status()}`);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  if (slower > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
  if (network) await cdp.send('Network.emulateNetworkConditions', network);
  const seen = new Map();
  const count = (id, bytes) => { if (seen.has(id)) seen.get(id).bytes += bytes; };
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => request.url.startsWith('data:') || seen.set(requestId, { address: request.url, bytes: 0 }));
  cdp.on('Network.responseReceived', ({ requestId, response }) => count(requestId, response.encodedDataLength));
  cdp.on('Network.dataReceived', ({ requestId, encodedDataLength }) => count(requestId, encodedDataLength));
  // The page tells it by itself: what a driver asks meanwhile would run in the page's own thread.
  const told = new Promise(resolve => { cdp.on('Runtime.bindingCalled', ({ payload }) => resolve(Number(payload))); });
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: 'interactive' });
  await page.addInitScript(() => {
    // Interactive: the first frame with cards is drawn, and the main thread is free again.
    const look = () => {
      if (!document.querySelector('crm-card a')) return requestAnimationFrame(look);
      return requestAnimationFrame(() => setTimeout(() => window.interactive(String(performance.now()))));
    };
    requestAnimationFrame(look);
  });
  await page.goto(`${url}/pipeline`, { waitUntil: 'commit' });
  const interactive = await told;
  const { metrics } = await cdp.send('Performance.getMetrics');
  const work = 1000 * metrics.find(m => m.name === 'TaskDuration').value;
  await page.waitForTimeout(network ? 4000 : 1500);
  await context.close();
  const requests = [...seen.values()];
  return { interactive, work, requests, bytes: requests.reduce((sum, r) => sum + r.bytes, 0) };
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

for (const [name, how] of [['as it is', {}], ['4x slower', { slower: 4 }], ['Fast 3G', { network: FAST_3G }]]) {
  const rounds = [];
  for (let i = 0; i < Number(ROUNDS); i++) rounds.push(await load(how));
  const [{ requests, bytes }] = rounds;
  console.log(`${name}: ${requests.length} requests, ${(bytes / 1000).toFixed(0)} kB, interactive after `
    + `${Math.round(median(rounds.map(r => r.interactive)))} ms, ${Math.round(median(rounds.map(r => r.work)))} ms of work`);
  if (process.env.LIST && name === 'as it is') requests.forEach(r => console.log(`  ${r.bytes} ${r.address.replace(url, '')}`));
}
await browser.close();
