import { ID, openTwoTabs, store, stored } from '../support/assessment.ts';
import { expect, test, type Page } from '../support/test.ts';

const PHASE = 'democracia';
const SIZE = 200;
const saved = /^Guardado a las \d{1,2}:\d{2}$/;

/** A criterion of the phase as its page has it, and what the person answers to it. */
interface Given {
  readonly id: string;
  readonly weight: number;
  readonly checks: number;
  readonly met: number;
}

/** Everything, the first check, nothing: in turns. */
const choices = ['[data-all]', '[data-check]', '[data-none]'] as const;

/** Takes the page of a phase; gives it with its criteria repeated until there are 200, each with an id of its own. */
function repeated(html: string): { html: string; given: Given[] } {
  const articles = [...html.matchAll(/<article class="criterion" id="([a-z]+-\d+)"[^]*?<\/article>/g)];
  const given: Given[] = [];
  let result = html;
  articles.forEach(([article, anchor = ''], place) => {
    const copies: string[] = [];
    for (let number = place + 1; number <= SIZE; number += articles.length) {
      const copy = `${anchor.replace(/\d+$/, '')}${String(number).padStart(3, '0')}`;
      copies.push(
        article.replace(new RegExp(`${anchor}\\b`, 'gi'), (found) => (found === anchor ? copy : copy.toUpperCase())),
      );
      const checks = article.match(/data-check\b/g)?.length ?? 0;
      const met = [checks, 1, 0][given.length % choices.length] ?? 0;
      given.push({
        id: copy.toUpperCase(),
        weight: Number(/data-weight="(\d+)"/.exec(article)?.[1]),
        checks,
        met,
      });
    }
    result = result.replace(article, () => copies.join(''));
  });
  return { html: result, given };
}

/** The rule of docs/scoring.md with integers alone: completion as the page shows it, cut to one decimal. */
function expectedPercent(given: readonly Given[]): string {
  const COMMON = 60;
  const weight = given.reduce((sum, each) => sum + each.weight, 0);
  const sum = given.reduce((total, each) => total + (each.weight * COMMON * each.met) / each.checks, 0);
  const tenths = Math.floor((1000 * sum) / (COMMON * weight));
  return `${Math.floor(tenths / 10)},${tenths % 10}\u00a0%`;
}

function expectedStatus({ met, checks }: Given): string {
  return met === 0 ? 'unmet' : met === checks ? 'met' : 'partial';
}

/** Runs in a tab and keeps, as long as it is not loaded again, the criteria that were answered and then were not. */
function watchAnswers(): void {
  const relapsed: string[] = [];
  Object.assign(window, { relapsed });
  new MutationObserver((records) => {
    for (const { target, oldValue } of records) {
      const { criterion, status } = (target as HTMLElement).dataset;
      if (criterion !== undefined && oldValue !== 'pending' && status === 'pending') relapsed.push(criterion);
    }
  }).observe(document, { subtree: true, attributeFilter: ['data-status'], attributeOldValue: true });
}

/** Opens two tabs on an assessment whose phase has 200 criteria. */
async function openLarge(page: Page): Promise<{ tabs: readonly [Page, Page]; given: readonly Given[] }> {
  let given: Given[] = [];
  await store(page, {});
  await page.context().route(`**/autoevaluacion/${PHASE}/*`, async (route) => {
    const response = await route.fetch();
    const large = repeated(await response.text());
    given = large.given;
    await route.fulfill({ response, body: large.html });
  });
  const tabs = [page, await openTwoTabs(page, PHASE)] as const;
  expect(new Set(given.map(({ id }) => id)).size).toBe(SIZE);
  for (const tab of tabs) {
    await expect(tab.locator('[data-answered]')).toHaveText(`0 de ${SIZE} respondidos`);
    await tab.evaluate(watchAnswers);
  }
  return { tabs, given };
}

/** Answers the criterion at a place of the list, by keyboard: a tab in the background draws too seldom for a mouse. */
async function answer(tab: Page, given: readonly Given[], place: number): Promise<void> {
  const box = tab.locator(`#${given[place]?.id.toLowerCase()}`);
  await box
    .locator(choices[place % choices.length] ?? '')
    .first()
    .press('Space');
}

/** Everything that was answered is in the database, in both tabs and in both summaries, and there was no conflict. */
async function expectAllAnswered(tabs: readonly Page[], given: readonly Given[]): Promise<void> {
  const statuses = Object.fromEntries(given.map((each) => [each.id, expectedStatus(each)]));
  for (const tab of tabs) {
    await expect(tab.locator('[data-answered]')).toHaveText(`${SIZE} de ${SIZE} respondidos`);
    await expect(tab.locator('[data-percent]')).toHaveText(expectedPercent(given));
    await expect(tab.locator('[data-save-line]')).toHaveText(saved);
    const shown = await tab
      .locator('[data-criterion]')
      .evaluateAll((boxes) => boxes.map(({ dataset }) => [dataset['criterion'], dataset['status']] as const));
    expect(Object.fromEntries(shown)).toEqual(statuses);
    await expect(tab.locator('[data-conflict-line]:visible')).toHaveCount(0);
    // The tab has not been loaded again, and at no moment did it show an answer as not given.
    expect(await tab.evaluate(() => (window as { relapsed?: string[] }).relapsed)).toEqual([]);
  }
  const { answers, quarantine } = await stored(tabs[0] as Page);
  const records = answers as { assessmentId: string; criterionId: string; answer: { cumplidas: string[] } }[];
  expect(records.every(({ assessmentId }) => assessmentId === ID)).toBe(true);
  expect(Object.fromEntries(records.map((record) => [record.criterionId, record.answer.cumplidas.length]))).toEqual(
    Object.fromEntries(given.map(({ id, met }) => [id, met])),
  );
  expect(quarantine).toEqual([]);
}

test('two tabs answer 200 criteria, in turns and two at the same time: all 200 are in both', async ({ page }) => {
  test.setTimeout(240_000);
  const { tabs, given } = await openLarge(page);
  for (let place = 0; place < SIZE / 2; place += 1) await answer(tabs[place % 2] as Page, given, place);
  for (let place = SIZE / 2; place < SIZE; place += 2) {
    await Promise.all(tabs.map((tab, index) => answer(tab, given, place + index)));
  }
  await expectAllAnswered(tabs, given);
});

/**
 * Marks a criterion at an instant and adds to its note `pause` milliseconds later, building on what is there then. Gives
 * whether the tab already showed the other one's mark: on a busy machine it may come late, and then replaces it knowingly.
 */
async function markAndNote(
  tab: Page,
  change: { id: string; mark: string; note: string; at: number; pause: number },
): Promise<boolean> {
  return tab.evaluate(async ({ id, mark, note, at, pause }) => {
    const until = async (instant: number): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, instant - Date.now() - 20));
      while (Date.now() < instant);
    };
    const box = document.getElementById(id);
    const field = box?.querySelector<HTMLTextAreaElement>('[data-note]');
    await until(at);
    const isLate = box?.dataset['status'] !== 'pending';
    box?.querySelector<HTMLInputElement>(mark)?.click();
    if (pause > 0) await until(at + pause);
    field?.focus();
    if (field) field.value += note;
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    field?.blur();
    return isLate;
  }, change);
}

/** The answer that lies in the database and those that a tab offers to take back, as the words of status and note. */
async function everywhere(tabs: readonly Page[], id: string): Promise<string[]> {
  const { answers } = await stored(tabs[0] as Page);
  const records = answers as { criterionId: string; answer: { cumplidas: string[]; observacion?: string } }[];
  const record = records.find(({ criterionId }) => criterionId === id.toUpperCase())?.answer;
  const status = record?.cumplidas.length === 0 ? 'No cumple' : 'Cumple';
  const lines = await Promise.all(
    tabs.map((tab) => tab.locator(`#${id} [data-conflict-line]:visible [data-conflict-text]`).allTextContents()),
  );
  return [`: ${status}. Observación: «${record?.observacion ?? ''}».`, ...lines.flat()];
}

/** Once both tabs have saved, each of these is in the database or beside a way back to it. */
async function expectKept(tabs: readonly Page[], id: string, parts: readonly string[]): Promise<void> {
  for (const tab of tabs) await expect(tab.locator('[data-save-line]')).toHaveText(saved);
  const found = (await everywhere(tabs, id)).join('\n');
  for (const part of parts) expect(found, id).toContain(part);
}

test('two tabs change one criterion at the same moment, 20 times: all of it is stored or can be taken back', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { tabs } = await openLarge(page);
  const places = Array.from({ length: SIZE }, (_, index) => `dem-${String(index + 1).padStart(3, '0')}`);
  let time = 0;
  for (const id of places) {
    const at = (await page.evaluate(() => Date.now())) + 100;
    // From the same millisecond to where the other tab has already shown the first change.
    const pause = (time % 4) * 40;
    const [one, two] = [`uno ${id};`, `dos ${id};`];
    const late = await Promise.all([
      markAndNote(tabs[0], { id, mark: '[data-all]', note: one, at, pause }),
      markAndNote(tabs[1], { id, mark: '[data-none]', note: two, at, pause }),
    ]);
    await expectKept(tabs, id, [one, two]);
    // One that came late is no case of this test: the next criterion takes its place.
    if (late.includes(true)) continue;
    await expectKept(tabs, id, [': Cumple.', ': No cumple.']);
    // The way back leads there, and nothing is lost on it either.
    const ways = await Promise.all(tabs.map((tab) => tab.locator(`#${id} [data-take-conflict]:visible`).count()));
    const taking = tabs[ways.findIndex((count) => count > 0)] as Page;
    await taking.locator(`#${id} [data-take-conflict]:visible`).first().press('Enter');
    await expectKept(tabs, id, [one, two, ': Cumple.', ': No cumple.']);
    time += 1;
    if (time === 20) break;
  }
  expect(time).toBe(20);
});
