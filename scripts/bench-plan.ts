// The part of the benchmark that types in the plan de acción, and makes its files.
import type { Browser, Page } from '@playwright/test';
import { ID } from '../tests/support/assessment.ts';
import { halfMet, manyActivities, openPlan, storePlan } from '../tests/support/plan.ts';

const ACTIVITIES = 500;
const KEYS = 40;
const SLOWDOWN = 4;

/** Times in milliseconds, with 500 activities on a slowed processor. */
export interface PlanTimes {
  /** From a key in a field of a row to the row laid out with it. */
  readonly keys: number[];
  /** What the page is busy with once the typing stops: totals, check, proposals, what-if and chart. */
  readonly pauses: number[];
}

/** Types in a row of a plan with 500 activities. */
export async function measurePlan(browser: Browser, baseURL: string): Promise<PlanTimes> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await storePlan(page, halfMet, { activities: manyActivities(ACTIVITIES) });
  await openPlan(page, '#actividad/INF-20');
  await page.locator('[data-field="activity"]').waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const times = await page.evaluate(async (count) => {
    const field = document.querySelector<HTMLTextAreaElement>('[data-field="activity"]');
    const shown = document.querySelector('[data-row="INF-20"] .row-activity');
    if (!field || !shown) throw new Error('The row is not open.');
    const pauses: number[] = [];
    new PerformanceObserver((list) => pauses.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
    const keys: number[] = [];
    field.value = '';
    for (let index = 0; index < count; index += 1) {
      // Every eighth key comes after a pause, in which everything else has been computed again.
      await new Promise((resolve) => setTimeout(resolve, index % 8 === 7 ? 1500 : 120));
      const before = shown.textContent;
      const start = performance.now();
      field.setRangeText(String.fromCharCode(97 + (index % 26)), field.value.length, field.value.length, 'end');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      document.body.getBoundingClientRect();
      keys.push(performance.now() - start);
      if (shown.textContent === before) throw new Error('The row did not change.');
    }
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return { keys, pauses };
  }, KEYS);
  await context.close();
  return times;
}

/** What making a file of 500 activities takes, in milliseconds. */
export interface FileTimes {
  /** From the press to the file that is handed over; the second time too, when everything is loaded. */
  readonly made: number[];
  /** The longest time that the page showed nothing new meanwhile. */
  readonly longestGap: number;
}

/** Presses «Word» and «Excel» of a plan of 500 activities, the page's own thread slowed down so many times. */
export async function measureFiles(
  browser: Browser,
  baseURL: string,
  slowdown: number,
): Promise<Record<'docx' | 'xlsx', FileTimes>> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await storePlan(page, halfMet, { activities: manyActivities(ACTIVITIES) });
  await page.goto(`/autoevaluacion/documentos/?id=${ID}`);
  await page.locator('[data-check-count]:visible').waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const times = { docx: await makeTwice(page, 'docx'), xlsx: await makeTwice(page, 'xlsx') };
  await context.close();
  return times;
}

async function makeTwice(page: Page, way: 'docx' | 'xlsx'): Promise<FileTimes> {
  await page.evaluate(() => {
    const gaps = { longest: 0, last: performance.now() };
    Object.assign(window, { gaps });
    const frame = (now: number): void => {
      gaps.longest = Math.max(gaps.longest, now - gaps.last);
      gaps.last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const made: number[] = [];
  for (let time = 0; time < 2; time += 1) {
    const handedOver = page.waitForEvent('download');
    const start = performance.now();
    await page.locator(`[data-paper=plan] [data-way=${way}]`).click();
    await handedOver;
    made.push(performance.now() - start);
  }
  const longestGap = await page.evaluate(() => (window as unknown as { gaps: { longest: number } }).gaps.longest);
  return { made, longestGap };
}
