// What does not come is left in the console for whoever mends it, so these tests do not watch the console.
import { parameterIn } from '../../src/kit/browser/fragment.ts';
import { expect, test, type Page } from '@playwright/test';
import {
  anotherHeader,
  cardAction,
  evaluated,
  everything,
  header,
  ID,
  openList,
  openQuestionnaire,
  store,
  stored,
} from '../support/assessment.ts';
import { storePlanned, wholePlan } from '../support/documents.ts';
import { assessmentFile, downloaded, file, giveToMerge } from '../support/files.ts';
import { failures, withhold, type Failure } from '../support/withhold.ts';

const OTHER = '7a7c2f0e-1111-4b7e-9a35-2f1a4c1f9f10';
const NOT_DONE = 'No se hizo lo que pidió: no llegó una parte del programa de este sitio.';
const NOT_SHOWN = 'Algo de esta página no se pudo mostrar: no llegó una parte del programa de este sitio.';
const NOT_STARTED = 'Esta página no pudo ponerse a funcionar: no llegó una parte del programa de este sitio.';
const cierre = { fecha: '2009-10-31', responsable: 'Ana', sha256: 'a'.repeat(64) };

const card = (page: Page, index = 0) => page.locator('section[data-assessment]').nth(index);
const faults = (page: Page) => page.locator('gel-assessments [data-faults]');
const outcome = (page: Page) => page.locator('[data-outcome]');
const dialog = (page: Page) => page.getByRole('dialog');

test.describe('an action of the list whose part does not come is not done, says why, and is done with the next press', () => {
  for (const how of Object.keys(failures) as Failure[]) {
    test(`deleting (${how})`, async ({ page }) => {
      await store(page, { 'INF-01': evaluated('mision') });
      await openList(page);
      const before = await everything(page);
      const { asked, release } = await withhold(page, 'kept-list', how);
      await cardAction(page, 'delete');
      await expect(faults(page)).toContainText(NOT_DONE);
      await expect(faults(page)).toContainText('Lo guardado en este navegador está como estaba.');
      expect(asked()).toBeGreaterThan(0);
      await expect(outcome(page)).toBeHidden();
      await expect(card(page)).toBeVisible();
      expect(await everything(page)).toBe(before);

      await release();
      // A script that could not be read is remembered by the browser: then the page has to be loaded anew.
      if (how === 'noScript') {
        await faults(page).getByRole('button', { name: 'Volver a cargar la página' }).click();
        await card(page).waitFor();
      }
      await cardAction(page, 'delete');
      await expect(outcome(page)).toContainText('Se borró de la lista');
      await expect(card(page)).toHaveCount(0);
      await expect(page.locator('[data-kept]')).toBeVisible();
    });
  }

  for (const [action, part] of [
    ['duplicate', 'card-actions'],
    ['rename', 'card-actions'],
    ['close', 'card-actions'],
    ['workbook', 'assessment-workbook'],
  ] as const) {
    test(action, async ({ page }) => {
      await store(page, {});
      await openList(page);
      const before = await everything(page);
      const { release } = await withhold(page, part);
      await cardAction(page, action);
      await expect(faults(page)).toContainText(NOT_DONE);
      expect(await everything(page)).toBe(before);
      await release();
      if (action === 'workbook') {
        expect((await downloaded(page, () => cardAction(page, action))).name).toContain('.xlsx');
      } else {
        await cardAction(page, action);
        await expect(dialog(page)).toBeVisible();
      }
      await expect(faults(page)).toBeEmpty();
    });
  }

  test('saving all in a ZIP', async ({ page }) => {
    await store(page, {});
    await store(page, {}, anotherHeader(OTHER));
    await openList(page);
    const { release } = await withhold(page, 'archive');
    await page.locator('[data-copy-all]').click();
    await expect(faults(page)).toContainText(NOT_DONE);
    expect((await stored(page)).copies).toEqual([]);
    await release();
    expect((await downloaded(page, () => page.locator('[data-copy-all]').click())).name).toContain('.zip');
  });

  test('opening a file', async ({ page }) => {
    await page.goto('/autoevaluacion/');
    const { release } = await withhold(page, 'incoming-view', 'offline');
    const input = page.locator('[data-open-file]:enabled');
    await input.setInputFiles(file('ins.gel.json', assessmentFile({})));
    await expect(faults(page)).toContainText(NOT_DONE);
    await release();
    await input.setInputFiles(file('ins.gel.json', assessmentFile({})));
    await expect(page.locator('[data-incoming] section')).toBeVisible();
    await expect(faults(page)).toBeEmpty();
  });

  test('bringing back what was deleted, and throwing it away for good', async ({ page }) => {
    await store(page, {});
    await openList(page);
    await cardAction(page, 'delete');
    await expect(outcome(page)).toContainText('Se borró');
    const kept = page.locator('[data-kept]');
    await kept.locator('summary').click();
    const before = await everything(page);
    const { release } = await withhold(page, 'dialogs');
    await kept.getByRole('button', { name: /^Borrar del todo/ }).click();
    await expect(faults(page)).toContainText(NOT_DONE);
    expect(await everything(page)).toBe(before);
    await release();
    await kept.getByRole('button', { name: /^Borrar del todo/ }).click();
    await expect(page.getByRole('dialog', { name: 'Borrar del todo' })).toBeVisible();
  });
});

test('on the list, what does not come later leaves nothing old standing and takes nothing else with it', async ({
  page,
}) => {
  await store(page, {});
  await store(page, {}, anotherHeader(OTHER));
  await openList(page);
  await cardAction(page, 'delete');
  await expect(outcome(page)).toContainText('Se borró');
  const { release } = await withhold(page, 'kept-list');
  await page.reload();
  await card(page).waitFor();
  await expect(page.locator('[data-kept-notices]')).toContainText(NOT_SHOWN);
  await expect(page.locator('[data-kept]')).toBeHidden();
  // What needs nothing of it is done.
  await cardAction(page, 'rename');
  await page.getByLabel('Nombre que la distingue de otras').fill('Borrador');
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('heading')).toContainText('Borrador');
  await release();
  await cardAction(page, 'delete');
  await expect(page.locator('[data-kept]')).toBeVisible();
  await expect(page.locator('[data-kept-notices]')).toBeEmpty();
});

test('a list that can no longer be read shows no card of what was just changed, and gives a copy of the others', async ({
  page,
}) => {
  await store(page, {});
  await store(page, { 'INF-01': evaluated('mision') }, anotherHeader(OTHER));
  await openList(page);
  await page.evaluate(() => {
    const getAll = IDBObjectStore.prototype.getAll;
    IDBObjectStore.prototype.getAll = function (...args) {
      if (this.name === 'assessments') throw new DOMException('gone', 'UnknownError');
      return getAll.apply(this, args);
    };
  });
  const [, second = ''] = await page
    .locator('section[data-assessment]')
    .evaluateAll((cards) => cards.map((each) => (each as HTMLElement).dataset['assessment'] ?? ''));
  await cardAction(page, 'delete');
  await expect(outcome(page)).toContainText('Se borró de la lista');
  await expect(page.locator('section[data-assessment]')).toHaveCount(1);
  await expect(card(page)).toHaveAttribute('data-assessment', second);
  const notices = page.locator('gel-assessments [data-notices]');
  await expect(notices).toContainText('No se pudieron abrir los datos');
  await expect(notices).toContainText('La lista de abajo es la última que se pudo leer');
  const { bytes } = await downloaded(page, () => cardAction(page, 'copy-file'));
  expect(JSON.parse(bytes.toString('utf8')).id).toBe(second);
});

test.describe('a page whose own parts do not come says that it could not start, and starts once they come', () => {
  for (const [path, part] of [
    ['entidad/', 'copy-line'],
    ['perfil/', 'copy-line'],
    ['informacion/', 'copy-line'],
    ['resultados/', 'copy-line'],
    ['plan/', 'page'],
    ['proyectos/', 'projects-page'],
    ['documentos/', 'work'],
    ['comparar/', 'copy-line'],
    ['unir/', 'copy-line'],
  ] as const) {
    test(path, async ({ page }) => {
      await store(page, { 'INF-01': evaluated('mision') });
      const { asked, release } = await withhold(page, part);
      await page.goto(`/autoevaluacion/${path}?id=${ID}`);
      const notices = page.locator('main [data-notices]').first();
      await expect(notices).toContainText(NOT_STARTED);
      await expect(notices).toContainText('Lo que marque aquí ahora no se guarda.');
      expect(asked()).toBeGreaterThan(0);
      await release();
      await notices.getByRole('button', { name: 'Volver a cargar la página' }).click();
      await expect(page.locator('[data-copy-line]')).toBeVisible();
      await expect(notices).toBeEmpty();
    });
  }

  test('the form that begins an assessment', async ({ page }) => {
    await withhold(page, 'element');
    await page.goto('/autoevaluacion/');
    await expect(page.locator('gel-entity-form [data-notices]')).toContainText(NOT_STARTED);
    await expect(page.locator('[data-open-file]')).toBeEnabled();
  });

  test('a shared link', async ({ page }) => {
    await withhold(page, 'share-link');
    await page.goto('/autoevaluacion/compartida/#a');
    await expect(page.locator('gel-shared [data-notices]')).toContainText(NOT_STARTED);
  });
});

test.describe('a part of a page that does not come is told where it would be, and the rest works', () => {
  test('the closing of a version in its results', async ({ page }) => {
    await store(page, {}, { ...header, ...{ cierre } });
    await withhold(page, 'closing-view');
    await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
    await expect(page.locator('[data-closing-notices]')).toContainText(NOT_SHOWN);
    await expect(page.locator('[data-report]')).toBeVisible();
  });

  test('the chart of the results', async ({ page }) => {
    await store(page, { 'INF-01': evaluated('mision') });
    await withhold(page, 'draw');
    await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
    await expect(page.locator('[data-chart-fault]')).toContainText('La gráfica no se pudo cargar');
    await expect(page.locator('[data-remaining]')).not.toBeEmpty();
  });

  test('the history of an entity, which comes with the next choice', async ({ page }) => {
    await store(page, { 'INF-01': evaluated('mision') });
    await store(page, {}, anotherHeader(OTHER, { fechaCorte: '2010-06-30' }));
    const { release } = await withhold(page, 'progress-view');
    await page.goto(`/autoevaluacion/comparar/?id=${OTHER}`);
    await expect(page.locator('[data-history-notices]')).toContainText(NOT_SHOWN);
    await expect(page.locator('[data-report]')).toBeVisible();
    await expect(page.locator('[data-history-scroll]')).toBeHidden();
    await release();
    await page.locator('[data-swap]').click();
    await expect(page.locator('[data-history-rows] tr')).toHaveCount(2);
    await expect(page.locator('[data-history-notices]')).toBeEmpty();
  });

  test('the details of what is damaged', async ({ page }) => {
    await store(page, { 'INF-01': { tipo: 'dañada' }, 'INF-02': evaluated() });
    await withhold(page, 'damage-view');
    await openQuestionnaire(page, 'informacion');
    await expect(page.locator('[data-notices]')).toContainText(NOT_SHOWN);
    await expect(page.locator('#inf-02')).toHaveAttribute('data-status', 'unmet');
  });
});

test.describe('what a person asks for on the other pages', () => {
  test('the file that is kept up to date: the line says why it is not, and follows once it can', async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(window, {
        showSaveFilePicker: async () =>
          (await navigator.storage.getDirectory()).getFileHandle('ins.gel.json', { create: true }),
      });
    });
    await store(page, {});
    await openQuestionnaire(page, 'democracia');
    const { release } = await withhold(page, 'linked-file');
    const line = page.locator('[data-copy-line]');
    await line.getByRole('button', { name: 'Guardar siempre en un archivo' }).click();
    await expect(page.locator('[data-copy-notices]')).toContainText(NOT_DONE);
    await release();
    await line.getByRole('button', { name: 'Guardar siempre en un archivo' }).click();
    await expect(line).toContainText('El archivo ins.gel.json está al día');
    await expect(page.locator('[data-copy-notices]')).toBeEmpty();

    const again = await withhold(page, 'linked-file');
    await page.reload();
    await expect(line).toContainText(
      'El archivo ins.gel.json no se está actualizando: no llegó una parte del programa',
    );
    await again.release();
    await page.locator('#dem-01 [data-all]').check();
    await expect(line).toContainText('El archivo ins.gel.json está al día');
  });

  test('the ways to take results along', async ({ page }) => {
    await store(page, { 'INF-01': evaluated('mision') });
    await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
    await page.locator('[data-report]:visible').waitFor();
    for (const [way, part] of [
      ['workbook', 'assessment-workbook'],
      ['results', 'assessment-csv'],
      ['link', 'share-link'],
    ] as const) {
      const { release } = await withhold(page, part);
      await page.locator(`[data-export=${way}]`).click();
      await expect(page.locator('[data-export-notices]')).toContainText(NOT_DONE);
      await release();
      await page.locator(`[data-export=${way}]`).click();
      await expect(page.locator('[data-export-notices]')).toBeEmpty();
    }
  });

  test('a document: without the worker’s part it is made in the page, without both it is told', async ({ page }) => {
    await storePlanned(page, wholePlan());
    await page.goto(`/autoevaluacion/documentos/?id=${ID}`);
    await page.locator('[data-check-count]:visible').waitFor();
    const docx = page.locator('[data-paper=plan] [data-way=docx]');
    // The worker's own files are named with a dash, those of the page with a dot.
    const worker = await withhold(page, 'document-worker');
    const both = await withhold(page, 'document-docx');
    await docx.click();
    await expect(page.locator('[data-action-notices]')).toContainText(NOT_DONE);
    await expect(docx).not.toHaveAttribute('aria-busy', 'true');
    await both.release();
    expect((await downloaded(page, () => docx.click())).name).toContain('.docx');
    expect(worker.asked()).toBeGreaterThan(0);
    await worker.release();
    await page.route(/document-docx-[^/]*\.js$/, failures.gone);
    expect((await downloaded(page, () => docx.click())).name).toContain('.docx');
  });

  test('reopening a closed version: nothing is stored', async ({ page }) => {
    await store(page, {}, { ...header, ...{ cierre } });
    await openQuestionnaire(page, 'informacion');
    const { release } = await withhold(page, 'reopen');
    await page.getByRole('button', { name: 'Reabrir como copia' }).click();
    await expect(page.locator('[data-notices]')).toContainText(NOT_DONE);
    expect((await stored(page)).assessments).toHaveLength(1);
    await release();
    await page.getByRole('button', { name: 'Reabrir como copia' }).click();
    await page.waitForURL((url) => parameterIn(url, 'id') !== ID);
  });

  test('merging: nothing changes before all is there that merges and undoes it', async ({ page }) => {
    await store(page, { 'INF-01': evaluated('mision') });
    const colleague = file('colega.gel.json', assessmentFile({ 'INF-02': evaluated() }, { revision: 44 }));
    const plans = await withhold(page, 'plan-view');
    await page.goto(`/autoevaluacion/unir/?id=${ID}`);
    await page.locator('gel-merge [data-body]:visible').waitFor();
    await giveToMerge(page, colleague);
    await expect(page.locator('gel-merge [data-faults]')).toContainText(NOT_DONE);
    await plans.release();
    await giveToMerge(page, colleague);
    await page.locator('[data-form]:visible').waitFor();
    await page.locator('gel-merge [type=submit]').click();
    await expect(page.locator('[data-done]')).toBeVisible();
  });

  test('search says so, and finds once it comes', async ({ page }) => {
    const pattern = /\/busqueda\/textos\.bin/;
    await page.route(pattern, failures.offline);
    await page.goto('/buscar/?q=tramite');
    await expect(page.locator('gel-search [data-notices]')).toContainText('No se pudo cargar la búsqueda.');
    await page.unroute(pattern, failures.offline);
    await page.locator('[data-search-form] button').click();
    await expect(page.locator('[data-results] li').first()).toBeVisible();
    await expect(page.locator('gel-search [data-notices]')).toBeEmpty();
  });
});
