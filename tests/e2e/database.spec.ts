import { cardAction, header, ID, openList, stored } from '../support/assessment.ts';
import { criteriaIn } from '../support/criteria.ts';
import { assessmentFile, file } from '../support/files.ts';
import { expect, test, type Page } from '../support/test.ts';

const outcome = (page: Page) => page.locator('[data-outcome]');
const card = (page: Page, index = 0) => page.locator('section[data-assessment]').nth(index);

test.describe('the browser’s database', () => {
  test('of version 1 is brought to version 3 with everything that it holds', async ({ page }) => {
    await page.goto('/404.html');
    await page.evaluate(
      ({ stored, id }) =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open('gel-autoevaluaciones', 1);
          request.onupgradeneeded = () => {
            const database = request.result;
            database.createObjectStore('assessments', { keyPath: 'id' }).put(stored);
            database.createObjectStore('answers', { keyPath: ['assessmentId', 'criterionId'] }).put({
              assessmentId: id,
              criterionId: 'DEM-01',
              answer: { tipo: 'evaluada', cumplidas: [], modificada: stored.creada },
            });
            database
              .createObjectStore('quarantine', { autoIncrement: true })
              .put({ assessmentId: id, criterionId: 'DEM-02', found: stored.creada, raw: 'dañada' });
          };
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
        }),
      { stored: header, id: ID },
    );
    await openList(page);
    await expect(card(page).locator('[data-row=democracia] [data-answered]')).toHaveText(
      `1 de ${criteriaIn('democracia')}`,
    );
    expect(await stored(page)).toMatchObject({
      assessments: [header],
      answers: [{ criterionId: 'DEM-01' }],
      documents: [],
      quarantine: [{ criterionId: 'DEM-02', raw: 'dañada' }],
      kept: [],
      copies: [],
    });
    await cardAction(page, 'delete');
    await expect(outcome(page)).toContainText('Se borró');
    expect((await stored(page)).kept).toHaveLength(1);
  });

  test('of a newer version is left as it is, and said on every page that would use it', async ({ page }) => {
    await page.goto('/404.html');
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open('gel-autoevaluaciones', 99);
          request.onupgradeneeded = () => request.result.createObjectStore('futuro').put('intacto', 1);
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
        }),
    );
    for (const path of ['', 'entidad/', 'informacion/', 'resultados/', 'unir/']) {
      await page.goto(`/autoevaluacion/${path}`);
      await expect(page.locator('[data-notices]').first()).toContainText(
        'Los datos de este navegador los guardó una versión más nueva del sitio.',
      );
    }
    const names = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          indexedDB.open('gel-autoevaluaciones').onsuccess = ({ target }) =>
            resolve([...(target as IDBOpenDBRequest).result.objectStoreNames]);
        }),
    );
    expect(names).toEqual(['futuro']);
  });

  test('that another tab holds with an older version is told, and opens once that tab lets go', async ({
    page,
    context,
  }) => {
    const holder = await context.newPage();
    await holder.goto('/404.html');
    await holder.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open('gel-autoevaluaciones', 1);
          request.onupgradeneeded = () => {
            request.result.createObjectStore('assessments', { keyPath: 'id' });
            request.result.createObjectStore('answers', { keyPath: ['assessmentId', 'criterionId'] });
            request.result.createObjectStore('quarantine', { autoIncrement: true });
          };
          // It never lets go of it.
          request.onsuccess = () => resolve(void Object.assign(window, { held: request.result }));
        }),
    );
    await page.goto('/autoevaluacion/');
    await expect(page.locator('gel-assessments [data-notices]')).toContainText(
      'Otra pestaña de este sitio tiene ocupados los datos.',
    );
    await holder.close();
    await page.reload();
    await expect(page.locator('[data-open-file]')).toBeEnabled();
    await expect(page.locator('gel-assessments [data-notices]')).toBeEmpty();
  });

  test('refused, as in a private window: the list, the merge and a link say so, and a file can still be checked', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    });
    for (const path of ['', 'unir/']) {
      await page.goto(`/autoevaluacion/${path}`);
      await expect(page.locator('[data-notices]').first()).toContainText(
        'Este navegador no deja que el sitio guarde datos.',
      );
    }
    await page.goto('/autoevaluacion/');
    await expect(page.locator('[data-open-file]')).toBeDisabled();
    await page.goto('/autoevaluacion/comprobar/');
    await page.locator('[data-file]:enabled').setInputFiles(file('ins.gel.json', assessmentFile({})));
    await expect(page.locator('[data-verdict]')).toContainText('ins.gel.json no está cerrado.');
  });
});
