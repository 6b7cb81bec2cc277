// What does not come is left in the console for whoever mends it, so these tests do not watch the console.
import { expect, test, type Page } from '@playwright/test';
import {
  cardAction,
  evaluated,
  everything,
  ID,
  openList,
  openQuestionnaire,
  store,
  stored,
} from '../support/assessment.ts';
import { faultsOfLooks } from '../support/looks.ts';
import { readingPages, toolPages } from '../support/page-types.ts';
import { failures, withhold } from '../support/withhold.ts';

const line = (page: Page) => page.locator('[data-new-version] p');
const SAID = 'Hay una versión nueva de este sitio. Su trabajo guardado no cambia: vuelva a cargar cuando quiera.';
const MINUTE = 60_000;

/** What the site says is published now; counts how often it is asked. */
async function publish(page: Page, body: string, status = 200): Promise<() => number> {
  let asked = 0;
  await page.route('**/version.txt', (route) => {
    asked += 1;
    return route.fulfill({ status, contentType: 'text/plain', body });
  });
  return () => asked;
}
const OTHER = `${'0123456789abcdef'.repeat(2)}\n`;

/** The person goes to another tab, and comes back. */
async function leaveAndReturn(page: Page): Promise<void> {
  for (const state of ['hidden', 'visible'] as const) {
    await page.evaluate((now) => {
      Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  }
}

test('a page that is open while the site changes: nothing is half done, one line says it, and a reload goes on', async ({
  page,
}) => {
  await store(page, { 'INF-01': evaluated('mision') });
  await openList(page);
  const before = await everything(page);
  // The deployment: every script of the old page is gone, and the published version is another one.
  await publish(page, OTHER);
  await page.route(/\/_astro\/[^/]*\.js$/, failures.gone);
  await expect(line(page)).toBeHidden();
  const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
  await cardAction(page, 'delete');
  await expect(page.locator('gel-assessments [data-faults]')).toContainText('No se hizo lo que pidió');
  await expect(line(page)).toContainText(SAID);
  await expect(page.locator('[data-outcome]')).toBeHidden();
  expect(await everything(page)).toBe(before);
  expect((await page.getByRole('heading', { level: 1 }).boundingBox())?.x).toBe(heading?.x);
  // Whatever else is tried says it too, and the line stays one.
  await cardAction(page, 'rename');
  await expect(page.locator('gel-assessments [data-faults]')).toContainText('No se hizo lo que pidió');
  await expect(line(page)).toHaveCount(1);
  expect(await faultsOfLooks(page)).toEqual([]);

  await page.unrouteAll();
  await line(page).getByRole('button', { name: 'Volver a cargar' }).click();
  await page.locator('section[data-assessment]').waitFor();
  await expect(line(page)).toBeHidden();
  expect(await everything(page)).toBe(before);
  await cardAction(page, 'delete');
  await expect(page.locator('[data-outcome]')).toContainText('Se borró de la lista');
});

test('the line moves nothing that the person is at', async ({ page }) => {
  // Without it the page would still be scrolling to the field.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.clock.install();
  await store(page, {});
  await openQuestionnaire(page, 'informacion');
  await publish(page, OTHER);
  await page.locator('#inf-20 [data-note]').focus();
  const top = () => page.locator('#inf-20').evaluate((box) => box.getBoundingClientRect().top);
  const before = await top();
  await page.clock.fastForward(11 * MINUTE);
  await leaveAndReturn(page);
  await expect(line(page)).toBeInViewport();
  await expect(page.locator('#inf-20 [data-note]')).toBeFocused();
  expect(await top()).toBe(before);
});

test('where it cannot be known, or nothing is new, nothing is said', async ({ page }) => {
  await store(page, {});
  await openList(page);
  const own = await page.locator('meta[name="gel-version"]').getAttribute('content');
  await withhold(page, 'archive');
  for (const [body, status] of [
    [`${own}\n`, 200],
    ['', 404],
    ['<!doctype html><title>Acceso filtrado</title>', 200],
    ['', 200],
    [OTHER, 503],
  ] as const) {
    await page.reload();
    const asked = await publish(page, body, status);
    await withhold(page, 'card-actions');
    await cardAction(page, 'rename');
    await expect.poll(asked).toBe(1);
    await expect(page.locator('gel-assessments [data-faults]')).toContainText('No se hizo lo que pidió');
    await expect(line(page)).toBeHidden();
    await page.unroute('**/version.txt');
  }
  await page.reload();
  await page.route('**/version.txt', failures.offline);
  const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/version.txt'));
  await cardAction(page, 'rename');
  await failed;
  await expect(line(page)).toBeHidden();
});

test('a page that is seen again after ten minutes asks, and not again before ten more', async ({ page }) => {
  await page.clock.install();
  await store(page, {});
  await openQuestionnaire(page, 'democracia');
  const own = (await page.locator('meta[name="gel-version"]').getAttribute('content')) ?? '';
  const asked = await publish(page, own);
  await leaveAndReturn(page);
  await page.clock.fastForward(9 * MINUTE);
  await leaveAndReturn(page);
  expect(asked()).toBe(0);
  await page.clock.fastForward(2 * MINUTE);
  await leaveAndReturn(page);
  await expect.poll(asked).toBe(1);
  await page.clock.fastForward(9 * MINUTE);
  await leaveAndReturn(page);
  expect(asked()).toBe(1);
  await expect(line(page)).toBeHidden();
  await page.unroute('**/version.txt');
  const later = await publish(page, OTHER);
  await page.clock.fastForward(2 * MINUTE);
  await leaveAndReturn(page);
  await expect(line(page)).toContainText(SAID);
  // What is said once needs no more asking.
  await page.clock.fastForward(30 * MINUTE);
  await leaveAndReturn(page);
  expect(later()).toBe(1);
});

test('«Volver a cargar» waits for what is being saved', async ({ page }) => {
  await store(page, {});
  await openQuestionnaire(page, 'informacion');
  // The database takes its time with each answer.
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      const request = put.apply(this, args);
      // As long as a request of it is waited for, the transaction does not end.
      const end = Date.now() + 700;
      const hold = (): void => {
        if (Date.now() < end) this.get(['', '']).onsuccess = hold;
      };
      if (this.name === 'answers') hold();
      return request;
    };
  });
  await publish(page, OTHER);
  await withhold(page, 'linked-file');
  await page.evaluate(() =>
    Object.assign(window, { showSaveFilePicker: () => Promise.reject(new DOMException('', 'AbortError')) }),
  );
  await page.locator('[data-copy-always]').evaluate((button: HTMLElement) => button.click());
  await expect(line(page)).toBeVisible();
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.accept();
  });
  await page.evaluate(() => Object.assign(window, { isOld: true }));
  await page.locator('#inf-01 [data-note]').fill('Lo último que escribí.');
  await line(page).getByRole('button', { name: 'Volver a cargar' }).click();
  await page.waitForFunction(() => !('isOld' in window));
  await page.locator('[data-summary]').waitFor();
  await expect(page.locator('#inf-01 [data-note]')).toHaveValue('Lo último que escribí.');
  expect(dialogs).toBe(0);
  expect(JSON.stringify((await stored(page)).answers)).toContain('Lo último que escribí.');
});

test('what cannot be saved as it stands is asked about before it is left', async ({ page }) => {
  await store(page, {});
  await openQuestionnaire(page, 'informacion');
  await publish(page, OTHER);
  await page.locator('#inf-01 [data-note]').fill('á'.repeat(10_000));
  await withhold(page, 'linked-file');
  await page.evaluate(() =>
    Object.assign(window, { showSaveFilePicker: () => Promise.reject(new DOMException('', 'AbortError')) }),
  );
  await page.locator('[data-copy-always]').evaluate((button: HTMLElement) => button.click());
  const dialog = page.waitForEvent('dialog');
  await line(page).getByRole('button', { name: 'Volver a cargar' }).click();
  const asked = await dialog;
  expect(asked.type()).toBe('beforeunload');
  await asked.dismiss();
  await expect(page.locator('#inf-01 [data-note]')).toHaveValue('á'.repeat(10_000));
});

test('every tool page knows its version, and no page asks for it unless there is a reason', async ({ page }) => {
  const asked = await publish(page, OTHER);
  const own = new Set<string | null>();
  for (const path of toolPages) {
    await page.goto(`/autoevaluacion/${path}`);
    await leaveAndReturn(page);
    own.add(await page.locator('meta[name="gel-version"]').getAttribute('content'));
    await expect(line(page)).toBeHidden();
  }
  expect([...own]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
  await page.clock.install();
  for (const path of readingPages) {
    await page.goto(path);
    await page.clock.fastForward(60 * MINUTE);
    await leaveAndReturn(page);
  }
  expect(asked()).toBe(0);
  await page.unrouteAll();
  expect((await (await page.request.get('/version.txt')).text()).trim()).toBe([...own][0]);
});

test('the line is not printed', async ({ page }) => {
  await store(page, {});
  await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
  await page.locator('[data-report]:visible').waitFor();
  await publish(page, OTHER);
  await withhold(page, 'assessment-csv');
  await page.locator('[data-export=results]').click();
  await expect(line(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(line(page)).toBeHidden();
});
