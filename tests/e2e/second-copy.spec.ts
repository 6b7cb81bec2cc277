import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluated, header, ID, openQuestionnaire, putAssessment, store, stored } from '../support/assessment.ts';
import { criteriaIn } from '../support/criteria.ts';
import { startKillable } from '../support/killable-browser.ts';
import { takeBack } from '../support/killing.ts';
import { expect, test, type Page } from '../support/test.ts';
import { newestLog, tearLog } from '../support/torn-log.ts';

const ANSWERS = Object.fromEntries(['INF-01', 'INF-02', 'INF-03'].map((id) => [id, evaluated()] as const));

/** Waits until the list has held the second copies against the database. */
const watched = (page: Page) =>
  page.locator('[data-offers]:visible, [data-second-copy]:not(:empty)').first().waitFor({ state: 'attached' });

/** Takes the assessment out of the database and leaves the second copy, as a database that was lost would. */
async function loseDatabase(page: Page): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        indexedDB.deleteDatabase('gel-autoevaluaciones').onsuccess = () => resolve();
      }),
  );
}

async function answered(page: Page): Promise<string[]> {
  return ((await stored(page)).answers as { criterionId: string }[]).map(({ criterionId }) => criterionId);
}

test.describe('a log that a killed browser left torn', () => {
  let profile = '';
  test.beforeEach(() => (profile = mkdtempSync(join(tmpdir(), 'gel-rotura-'))));
  test.afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

  /** A browser in which an assessment was answered, killed, and its log torn. */
  async function tear(baseURL: string | undefined): Promise<string[]> {
    const browser = await startKillable(profile);
    const { page } = browser;
    await page.goto(`${baseURL}/autoevaluacion/`);
    await page.locator('gel-entity-form [type=submit]:enabled').waitFor();
    await putAssessment(page, ANSWERS, header);
    await page.goto(`${baseURL}/autoevaluacion/informacion/?id=${ID}`);
    await page.locator('[data-summary]').waitFor();
    for (const id of ['inf-04', 'inf-05']) {
      await page.locator(`#${id} [data-all]`).check();
      await expect(page.locator('[data-save-line]')).toContainText('Guardado');
    }
    await expect.poll(async () => page.evaluate(revisionOfCopy, ID)).toBe(2);
    const ids = await answered(page);
    await browser.end();
    tearLog(profile);
    return ids;
  }

  /** The revision that the second copy of an assessment holds, read in the page. */
  async function revisionOfCopy(id: string): Promise<number> {
    const copy = await (
      await caches.open('gel-segunda-copia')
    ).match(`/gel-segunda-copia/${encodeURIComponent(`autoevaluacion/${id}`)}`);
    return Number(copy?.headers.get('x-revision') ?? -1);
  }

  test('that a start without our script wrote behind is lost with the database, and all of it is offered back', async ({
    baseURL,
  }) => {
    test.setTimeout(300_000);
    const ids = await tear(baseURL);
    const second = await startKillable(profile);
    await second.page.goto(`${baseURL}/robots.txt`);
    // Reading alone makes the browser write behind the tear.
    await stored(second.page);
    await second.end();

    const third = await startKillable(profile);
    try {
      await third.page.goto(`${baseURL}/autoevaluacion/informacion/?id=${ID}`);
      const notice = third.page.locator('gel-questionnaire [data-notices]');
      await expect(notice).toContainText('El navegador encontró dañada su base de datos y la borró');
      await expect(notice).toContainText('conserva 1 segunda copia');
      await expect(third.page.locator('[data-none-yet]')).toBeHidden();
      await notice.getByRole('button', { name: 'Ver lo que se puede recuperar' }).click();
      await expect(third.page.locator('[data-offers-list] li')).toContainText('Instituto Nacional de Salud (INS)');
      expect(await takeBack(third.page, baseURL ?? '')).toBe(true);
      expect((await answered(third.page)).sort()).toEqual(ids.sort());
      await expect(third.page.locator('[data-offers]')).toBeHidden();
      await third.page.reload();
      await watched(third.page);
      await expect(third.page.locator('[data-loss]')).toBeEmpty();
    } finally {
      await third.end();
    }
  });

  test('is begun anew by the first page that opens, and nothing is lost', async ({ baseURL }) => {
    test.setTimeout(300_000);
    const ids = await tear(baseURL);
    const torn = newestLog(profile);
    const second = await startKillable(profile);
    await second.page.goto(`${baseURL}/autoevaluacion/`);
    await watched(second.page);
    await expect.poll(() => newestLog(profile)).not.toBe(torn);
    // What the tear took along is offered from the copy.
    await takeBack(second.page, baseURL ?? '');
    await second.end();

    const third = await startKillable(profile);
    try {
      await third.page.goto(`${baseURL}/robots.txt`);
      expect((await answered(third.page)).sort()).toEqual(ids.sort());
    } finally {
      await third.end();
    }
  });
});

test.describe('the second copy', () => {
  test('follows each change, and is offered where the database has lost the assessment', async ({ page }) => {
    await store(page, ANSWERS);
    await openQuestionnaire(page, 'informacion');
    await page.locator('#inf-04 [data-all]').check();
    await expect(page.locator('[data-save-line]')).toContainText('Guardado');
    await page.goto('/autoevaluacion/');
    await watched(page);
    await loseDatabase(page);
    await page.goto('/autoevaluacion/');
    await expect(page.locator('[data-offers-list]')).toContainText('Ya no está en la base de datos del navegador');
    expect(await takeBack(page, '')).toBe(true);
    expect(await answered(page)).toEqual(['INF-01', 'INF-02', 'INF-03', 'INF-04']);
    await expect(page.locator('[data-row=informacion] [data-answered]')).toHaveText(
      `4 de ${criteriaIn('informacion')}`,
    );
  });

  test('that is newer than the database comes back with what was answered since, and the older one is kept', async ({
    page,
  }) => {
    await store(page, { 'INF-01': evaluated('mision') }, { ...header, revision: 7 });
    await page.goto('/autoevaluacion/');
    await watched(page);
    await putAssessment(page, {}, { ...header, revision: 3 });
    await openQuestionnaire(page, 'informacion');
    await expect(page.locator('gel-questionnaire [data-notices]')).toContainText('está atrasado o incompleto');
    await page.locator('#inf-02 [data-all]').check();
    await expect(page.locator('[data-save-line]')).toContainText('Guardado');
    await page.goto('/autoevaluacion/');
    await expect(page.locator('[data-offers-list]')).toContainText('En la lista hay una anterior a esta');
    await takeBack(page, '');
    const after = await stored(page);
    expect(await answered(page)).toEqual(['INF-01', 'INF-02']);
    expect(after.assessments).toMatchObject([{ revision: 8 }]);
    expect(after.kept).toMatchObject([{ reason: 'replaced', file: { revision: 4 } }]);
  });

  test('of what is damaged in the database is offered, and puts it right', async ({ page }) => {
    await store(page, ANSWERS);
    await page.goto('/autoevaluacion/');
    await watched(page);
    await putAssessment(page, { 'INF-02': 'dañada' }, header);
    await page.reload();
    await expect(page.locator('[data-offers-list]')).toContainText('En la lista está dañada');
    await takeBack(page, '');
    await expect(page.locator('gel-assessments > [data-notices]')).toBeEmpty();
    expect((await stored(page)).answers).toMatchObject([
      {},
      { criterionId: 'INF-02', answer: { tipo: 'evaluada' } },
      {},
    ]);
  });

  test('can be saved to a file, or thrown away, and goes with what the person deletes', async ({ page }) => {
    await store(page, ANSWERS);
    await page.goto('/autoevaluacion/');
    await watched(page);
    await loseDatabase(page);
    await page.goto('/autoevaluacion/');
    const download = page.waitForEvent('download');
    await page.locator('[data-offer-action=save]').click();
    expect((await download).suggestedFilename()).toBe('autoevaluacion-ins-2009-10-15.gel.json');
    await page.locator('[data-offer-action=discard]').click();
    await page.locator('dialog[open] [value=ok]').click();
    await expect(page.locator('[data-offers]')).toBeHidden();
    await page.reload();
    await page.locator('[data-open-file]:enabled').waitFor();
    await watched(page);
    await expect(page.locator('[data-offers]')).toBeHidden();

    await putAssessment(page, ANSWERS, header);
    await page.reload();
    await watched(page);
    await page.locator('summary', { hasText: 'Más acciones' }).click();
    await page.locator('[data-delete]').click();
    await expect(page.locator('[data-outcome]')).toContainText('Se borró de la lista');
    await page.reload();
    await watched(page);
    await expect(page.locator('[data-offers]')).toBeHidden();
  });

  test('asks for its place anew where the open one was taken away, as when the site’s data are cleared', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      // What an open cache answers once its files are gone.
      const { open } = CacheStorage.prototype;
      let isFirst = true;
      CacheStorage.prototype.open = async function (name) {
        const cache = await open.call(this, name);
        if (!isFirst) return cache;
        isFirst = false;
        const gone = () => Promise.reject(new DOMException('Entry was not found.', 'NotFoundError'));
        return { keys: gone, match: gone, put: gone, delete: gone } as unknown as Cache;
      };
    });
    await store(page, ANSWERS);
    await page.goto('/autoevaluacion/');
    await watched(page);
    await expect(page.locator('[data-loss]')).toBeEmpty();
    await loseDatabase(page);
    await page.goto('/autoevaluacion/');
    expect(await takeBack(page, '')).toBe(true);
    expect(await answered(page)).toEqual(Object.keys(ANSWERS));
  });

  test('lies in local storage where there is no Cache Storage, as over plain http, and the page says so', async ({
    page,
  }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'caches'));
    await store(page, ANSWERS);
    await page.goto('/autoevaluacion/');
    await expect(page.locator('[data-second-copy]')).toContainText('se abre sin https');
    await loseDatabase(page);
    await page.goto('/autoevaluacion/');
    expect(await takeBack(page, '')).toBe(true);
    expect(await answered(page)).toEqual(Object.keys(ANSWERS));
  });

  test('is said to be missing where the browser has no place for it', async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'caches');
      Storage.prototype.setItem = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    });
    await store(page, ANSWERS);
    await page.goto('/autoevaluacion/');
    await expect(page.locator('[data-second-copy]')).toContainText('no deja hacer una segunda copia');
  });

  test('that the browser refuses for a moment is told beside the work, and is no error of the program', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      Cache.prototype.match = () => Promise.reject(new DOMException('Unexpected internal error.', 'UnknownError'));
    });
    await store(page, ANSWERS);
    await page.goto(`/autoevaluacion/informacion/?id=${ID}`);
    await expect(page.locator('[data-notices]')).toContainText('segunda copia');
    await expect(page.locator('[data-save-line]')).toContainText('Guardado');
  });
});
