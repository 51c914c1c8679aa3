// How soon a drag shows: from the mouse's first move to the frame with the card in the hand, between frames while it is carried, and
// from letting go to the frame in which it stands in its new column, in a board whose column has 1,000 cards.
// CRM_URL, CRM_LOGIN and CRM_PASSWORD name the server and somebody who sees such a column; COLUMN which one, from 0; TO the one that the
// card is carried to. The card is carried back. Needs playwright-core; CRM_CHROMIUM names the browser.
import { chromium } from 'playwright-core';

const { CRM_URL: url = 'http://localhost:8181', CRM_LOGIN: login = 'admin', CRM_PASSWORD: password, CRM_CHROMIUM: executablePath,
  COLUMN = 0, TO = 1, ROUNDS = 5 } = process.env;
const browser = await chromium.launch({ executablePath });
const page = await browser.newPage({ viewport: { width: 1440, height: 820 } });
const signedIn = await page.request.post(`${url}/api/session`, { data: { login, password } });
if (!signedIn.ok()) throw new Error(`Signing in: ${signedIn.status()}`);
await page.goto(`${url}/pipeline`);
await page.waitForSelector('crm-card');
const columns = page.locator('crm-column');
const stack = columns.nth(Number(COLUMN)).locator('.stack');
await stack.hover();
for (let i = 0; i < 400; i++) {
  if (await stack.evaluate(s => s.querySelectorAll('crm-card').length >= 1000 || !s.querySelector('.more'))) break;
  await page.mouse.wheel(0, 4000);
  await page.waitForTimeout(60);
}
await stack.evaluate(s => { s.scrollTop = 0; });
const cards = await stack.locator('crm-card').count();

await page.evaluate(() => {
  const since = (from, seen) => new Promise(done => {
    const look = () => (seen() ? requestAnimationFrame(() => done(performance.now() - from)) : requestAnimationFrame(look));
    look();
  });
  window.watch = () => {
    const told = { gaps: [] };
    let last = 0;
    let on = true;
    const frame = at => { if (last) told.gaps.push(at - last); last = at; if (on) requestAnimationFrame(frame); };
    addEventListener('pointermove', e => {
      told.lifted = since(e.timeStamp, () => document.querySelector('.card-ghost.lift'));
      told.lifted.then(() => requestAnimationFrame(frame));
    }, { once: true, capture: true });
    addEventListener('pointerup', e => {
      on = false;
      told.dropped = since(e.timeStamp, () => !document.querySelector('.card-ghost.lift, .hole'));
    }, { once: true, capture: true });
    window.told = async () => ({ lifted: await told.lifted, dropped: await told.dropped, gaps: told.gaps });
  };
});

async function carry(from, to) {
  await page.waitForTimeout(1500);
  const card = await columns.nth(from).locator('crm-card').first().boundingBox();
  const target = await columns.nth(to).boundingBox();
  const [x, y] = [card.x + 20, card.y + card.height - 8];
  const [toX, toY] = [target.x + target.width / 2, target.y + 110];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => window.watch());
  for (let i = 1; i <= 40; i++) {
    await page.mouse.move(x + (toX - x) * i / 40, y + (toY - y) * i / 40);
    await page.waitForTimeout(12);
  }
  await page.mouse.up();
  return page.evaluate(() => window.told());
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const cdp = await page.context().newCDPSession(page);
for (const rate of [1, 4]) {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  const rounds = [];
  for (let i = 0; i < Number(ROUNDS); i++) {
    rounds.push(await carry(Number(COLUMN), Number(TO)));
    rounds.push(await carry(Number(TO), Number(COLUMN)));
  }
  const gaps = rounds.flatMap(r => r.gaps).sort((a, b) => a - b);
  console.log(`${cards} cards, ${rate === 1 ? 'as it is' : `${rate}x slower`}: in the hand after ${median(rounds.map(r => r.lifted)).toFixed(0)} ms, `
    + `frames while carried ${median(gaps).toFixed(1)} ms, 95th ${gaps[Math.floor(gaps.length * 0.95)].toFixed(1)} ms, `
    + `in its new column after ${median(rounds.map(r => r.dropped)).toFixed(0)} ms`);
}
await browser.close();
