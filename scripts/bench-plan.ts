// The part of the benchmark that types in the plan de acción.
import type { Browser } from '@playwright/test';
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
