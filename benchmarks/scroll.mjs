// What scrolling a long column costs: frames, long tasks, and the main thread's work per frame, from Chromium's own counters.
// CRM_URL, CRM_LOGIN and CRM_PASSWORD name the server and somebody who sees a column of 1,000 cards; COLUMN which one, from 0.
// Needs playwright-core; CRM_CHROMIUM names the browser.
import { chromium } from 'playwright-core';

const { CRM_URL: url = 'http://localhost:8181', CRM_LOGIN: login = 'admin', CRM_PASSWORD: password, CRM_CHROMIUM: executablePath, COLUMN = 0 } = process.env;
const browser = await chromium.launch({ executablePath });
const page = await browser.newPage({ viewport: { width: 1440, height: 820 } });
await page.goto(`${url}/signin?to=/pipeline`);
await page.locator('input[name=login]').fill(login);
await page.locator('input[type=password]').fill(password);
await page.keyboard.press('Enter');
await page.waitForSelector('crm-card');

const column = page.locator('crm-column').nth(Number(COLUMN));
const stack = column.locator('.stack');
const box = await column.boundingBox();
const cdp = await page.context().newCDPSession(page);
await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
const counters = async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map(m => [m.name, m.value]));
await page.evaluate(() => {
  window.gaps = [];
  window.long = [];
  new PerformanceObserver(list => list.getEntries().forEach(e => long.push(Math.round(e.duration)))).observe({ type: 'longtask' });
  let last = 0;
  const frame = at => { if (last) gaps.push(at - last); last = at; requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
});

async function scroll(name, step, over) {
  await page.evaluate(() => { gaps.length = 0; long.length = 0; });
  const before = await counters();
  await page.mouse.move(box.x + 120, box.y + 300);
  for (let i = 1; i < 2000; i++) {
    await page.mouse.wheel(0, step);
    await page.waitForTimeout(16);
    if (i % 20 === 0 && await stack.evaluate(over)) break;
  }
  const after = await counters();
  const seen = await page.evaluate(() => ({ gaps: [...gaps].sort((a, b) => a - b), long }));
  const at = share => seen.gaps[Math.floor(seen.gaps.length * share)].toFixed(1);
  const perFrame = counter => ((after[counter] - before[counter]) * 1000 / seen.gaps.length).toFixed(2);
  console.log(`${name}: ${seen.gaps.length} frames, gap median ${at(0.5)} p95 ${at(0.95)} max ${seen.gaps.at(-1).toFixed(1)} ms; a frame: script ${perFrame('ScriptDuration')}, `
    + `style ${perFrame('RecalcStyleDuration')}, layout ${perFrame('LayoutDuration')}, all tasks ${perFrame('TaskDuration')} ms; tasks over 50 ms: ${seen.long.length ? seen.long : 'none'}`);
}

await scroll('down, pages coming in', 200, s => s.querySelectorAll('crm-card').length >= 1000 || !s.querySelector('.more'));
await scroll('up', -120, s => s.scrollTop < 5);
await scroll('down', 120, s => s.scrollTop + s.clientHeight > s.scrollHeight - 5);
await browser.close();
