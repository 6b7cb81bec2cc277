import {
  cardAction,
  evaluated,
  everything,
  fillDisk,
  freeDisk,
  header,
  ID,
  openList,
  openQuestionnaire,
  store,
  stored,
} from '../support/assessment.ts';
import { toWindows1252 } from '../builders/windows-1252.ts';
import { criteriaIn } from '../support/criteria.ts';
import { assessmentFile, downloaded, file, giveToMerge, openInList, type GivenFile } from '../support/files.ts';
import { ATTACK, expectInert } from '../support/hostile.ts';
import { parameterIn } from '../../src/kit/browser/fragment.ts';
import { expect, test, type Page } from '../support/test.ts';

const said = (page: Page) => page.locator('[data-outcome-text]');
const verdict = (page: Page) => page.locator('[data-verdict]');

/** Closes the first assessment of the list; gives its digest. */
async function close(page: Page): Promise<string> {
  await openList(page);
  await cardAction(page, 'close');
  const dialog = page.getByRole('dialog', { name: 'Cerrar esta versión' });
  await dialog.getByLabel('Nombre y cargo de quien la cierra').fill('Ana Pérez, Jefe de Planeación');
  await dialog.getByRole('button', { name: 'Cerrar la versión' }).click();
  await expect(said(page)).toContainText('La versión quedó cerrada el');
  return /[0-9a-f]{64}/.exec((await said(page).textContent()) ?? '')?.[0] ?? '';
}

/** Gives a file to «Comprobar un archivo». */
async function verify(page: Page, given: GivenFile): Promise<void> {
  await page.locator('[data-file]:enabled').setInputFiles(given);
}

test('a version is closed by someone with a name, knowing what is unanswered; then no page changes it', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const contacto = { nombre: 'Ana Pérez', cargo: 'Jefe de Planeación' };
  await store(page, { 'INF-01': evaluated('mision') }, { ...header, entidad: { ...header.entidad, contacto } });
  await openList(page);
  await cardAction(page, 'close');
  const dialog = page.getByRole('dialog', { name: 'Cerrar esta versión' });
  await expect(dialog).toContainText(`INS, 15 de octubre de 2009: faltan ${criteriaIn() - 1} criterios por responder.`);
  const name = dialog.getByLabel('Nombre y cargo de quien la cierra');
  await expect(name).toHaveValue('Ana Pérez, Jefe de Planeación');
  await name.fill('  ');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Escriba quién cierra esta versión. Sin eso no se cierra; nada ha cambiado.');
  await page.keyboard.press('Escape');
  expect((await stored(page)).assessments).toEqual([{ ...header, entidad: { ...header.entidad, contacto } }]);

  const digest = await close(page);
  const before = await everything(page);
  const card = page.locator('section[data-assessment]');
  await expect(card).toContainText('por Ana Pérez, Jefe de Planeación: ya no cambia.');
  await expect(card.locator('[data-resume], [data-rename], [data-close]')).toHaveCount(0);
  await expect(card.locator('summary')).toBeFocused();
  for (const path of ['entidad/', 'perfil/', 'informacion/', 'unir/', 'resultados/']) {
    await page.goto(`/autoevaluacion/${path}?id=${ID}`);
    await expect(page.locator('[data-notices]').first()).toContainText('Esta versión está cerrada desde el');
  }
  for (const [path, field] of [
    ['entidad/', '#nombre'],
    ['perfil/', 'input[name=tramites][value=si]'],
    ['informacion/', '#inf-02 [data-all]'],
    ['informacion/', '#inf-01 [data-note]'],
  ] as const) {
    await page.goto(`/autoevaluacion/${path}?id=${ID}`);
    await page.locator('[data-notices] .notice').first().waitFor();
    await expect(page.locator(field)).toBeDisabled();
  }
  await page.goto(`/autoevaluacion/unir/?id=${ID}`);
  await page.locator('[data-notices] .notice').waitFor();
  await expect(page.locator('#otro-archivo')).toBeHidden();
  await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
  await expect(page.locator('[data-digest]')).toHaveText(digest);
  expect(await everything(page)).toBe(before);
});

test('it is reopened as a copy, from the list or from its own pages; the closed one stays as it was', async ({
  page,
}) => {
  await store(page, { 'DEM-01': evaluated() });
  await close(page);
  const closed = (await stored(page)).assessments[0];
  await cardAction(page, 'reopen');
  await expect(said(page)).toContainText('Se reabrió como copia: INS (copia), 15 de octubre de 2009.');
  await openQuestionnaire(page, 'democracia');
  await page.getByRole('button', { name: 'Reabrir como copia' }).click();
  await page.waitForURL((url) => parameterIn(url, 'id') !== ID);
  await expect(page.locator('[data-assessment-name]')).toContainText('· copia 2');
  await page.locator('#dem-02 [data-all]').check();
  await expect(page.locator('[data-save-line]')).toContainText('Guardado a las');
  const { assessments } = await stored(page);
  expect(assessments).toHaveLength(3);
  expect(assessments).toContainEqual(closed);
});

test('the results print the digest with a QR code that leads to where the file is checked, already written', async ({
  page,
}) => {
  await store(page, { 'INF-01': { ...evaluated('mision'), observacion: 'Ñandú «á».' } });
  const digest = await close(page);
  const card = page.locator('section[data-assessment]');
  const { name, bytes } = await downloaded(page, () => card.getByRole('button', { name: 'Guardar una copia' }).click());
  await card.getByRole('link', { name: 'Resultados' }).click();
  const closing = page.locator('[data-closing]');
  await expect(closing).toContainText('por Ana Pérez, Jefe de Planeación.');
  await expect(closing.locator('[data-digest]')).toHaveText(digest);
  await expect(closing.getByRole('img', { name: /Código QR/ })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(closing.getByRole('img', { name: /Código QR/ })).toBeVisible();
  await page.emulateMedia({ media: null });
  await closing.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/autoevaluacion/comprobar/#huella=${digest}$`));
  await expect(page.locator('#huella')).toHaveValue(digest);

  await verify(page, { name, mimeType: 'application/json', buffer: bytes });
  await expect(verdict(page)).toBeFocused();
  await expect(verdict(page)).toContainText(`${name} es el archivo de ese informe, sin ningún cambio.`);
  // Blanks and capitals, as a scanner or a person gives them.
  await page.locator('#huella').fill(` ${digest.toUpperCase().replace(/(.{8})/g, '$1 ')}`);
  await page.locator('#huella').blur();
  await expect(verdict(page)).toContainText('sin ningún cambio');
  await page.locator('#huella').fill(digest.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')));
  await page.locator('#huella').blur();
  await expect(verdict(page)).toContainText(`${name} no es el archivo de ese informe.`);
  await page.locator('#huella').fill('no es huella');
  await page.locator('#huella').blur();
  await expect(verdict(page)).toBeHidden();
  await expect(page.locator('[data-digest-message]')).toContainText('lo escrito tiene 10 signos');

  await page.locator('#huella').fill('');
  const text = bytes.toString('utf8');
  await verify(page, file('cambiado.gel.json', text.replace('Ñandú', 'Nandú')));
  await expect(verdict(page)).toContainText('cambiado.gel.json cambió después de cerrarse.');
  await verify(page, { ...file('correo.gel.json', ''), buffer: Buffer.from(toWindows1252(text)) });
  await expect(verdict(page)).toContainText('correo.gel.json cambió después de cerrarse: otro programa lo guardó');
  await expect(verdict(page)).toHaveClass(/fault/);
  await verify(
    page,
    file(
      'reordenado.gel.json',
      JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse())),
    ),
  );
  await expect(verdict(page)).toContainText('reordenado.gel.json está igual que cuando se cerró.');
});

test('«Comprobar un archivo» refuses what is no assessment, once for each try, and stores nothing', async ({
  page,
}) => {
  await page.goto('/autoevaluacion/comprobar/');
  const notices = page.locator('gel-verify [data-notices]');
  await verify(page, file('foto.json', 'no'));
  await expect(notices).toContainText('No se pudo abrir foto.json');
  await page.locator('#huella').fill('0'.repeat(64));
  await page.locator('#huella').blur();
  await expect(notices.locator('.notice')).toHaveCount(1);
  await expect(verdict(page)).toBeHidden();
  const change = {
    entidad: { nombre: `Ins\u202Etituto ${ATTACK}`, orden: 'nacional' },
    cierre: { fecha: '2009-10-31', responsable: `Ana\u202E ${ATTACK}`, sha256: 'f'.repeat(64) },
    instrumento: { id: '<b>\u202E', version: ATTACK.slice(0, 40) },
  };
  await verify(page, file('ra\u202Ero.gel.json', assessmentFile({}, change)));
  await expect(verdict(page)).toContainText('raro.gel.json cambió después de cerrarse.');
  await expect(notices).toBeEmpty();
  await expectInert(page);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('on a full disk nothing is closed, and it can be tried again', async ({ page }) => {
  await store(page, {});
  await openList(page);
  const before = await everything(page);
  await fillDisk(page, 'assessments');
  await cardAction(page, 'close');
  await page.getByRole('dialog').locator('[data-text]').fill('Ana Pérez');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-faults]')).toContainText('No se hizo el cambio: no queda espacio');
  await expect(page.locator('section[data-assessment] [data-close]')).toBeFocused();
  expect(await everything(page)).toBe(before);
  await freeDisk(page);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').locator('[data-text]').fill('Ana Pérez');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('La versión quedó cerrada');
});

test('a stored version that says that it is closed and was changed is not shown as the one that was closed', async ({
  page,
}) => {
  const cierre = { fecha: '2009-10-31', responsable: 'Ana Pérez', sha256: 'f'.repeat(64) };
  await store(page, {}, { ...header, cierre });
  await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
  await expect(page.locator('[data-notices]')).toContainText('su contenido no corresponde a su huella');
  await expect(page.locator('[data-closing]')).toBeHidden();
});

test('a file of a closed version is read-only where it is added, and never takes the place of the closed one here', async ({
  page,
}) => {
  await store(page, { 'INF-01': evaluated('mision') });
  await close(page);
  const { bytes, name } = await downloaded(page, () => page.getByRole('button', { name: 'Guardar una copia' }).click());
  await openInList(page, file(name, bytes.toString('utf8')));
  await expect(page.locator('[data-incoming]')).toContainText('Ya está en la lista, igual a este archivo.');
  await page.locator('[data-choice=leave]').click();
  await openInList(page, file('otro.gel.json', assessmentFile({ 'DEM-01': evaluated() })));
  await expect(page.locator('[data-incoming]')).toContainText('La de la lista está cerrada y es distinta.');
  await expect(page.locator('[data-choice=replace], [data-choice=merge]')).toHaveCount(0);
  await page.locator('[data-choice=leave]').click();

  await cardAction(page, 'delete');
  await expect(page.locator('section[data-assessment]')).toHaveCount(0);
  await openInList(page, file(name, bytes.toString('utf8')));
  await page.locator('[data-choice=add]').click();
  await expect(page.locator('section[data-assessment]')).toContainText('ya no cambia');
  await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
  await expect(page.locator('[data-digest]')).toHaveText(/^[0-9a-f]{64}$/);
});

test.describe('two tabs', () => {
  test('one closes while the other answers: the other becomes read-only, and what it had not stored is not lost', async ({
    page,
    context,
  }) => {
    await store(page, { 'DEM-01': evaluated() });
    const [form, entity, results, deaf] = [
      await context.newPage(),
      await context.newPage(),
      await context.newPage(),
      await context.newPage(),
    ];
    await openQuestionnaire(form, 'democracia');
    await entity.goto(`/autoevaluacion/entidad/?id=${ID}`);
    await entity.locator('gel-entity-form [type=submit]:enabled').waitFor();
    await results.goto(`/autoevaluacion/resultados/?id=${ID}`);
    await results.locator('[data-report]:visible').waitFor();
    await deaf.addInitScript(() => {
      class DeafChannel extends EventTarget {
        postMessage(): void {}
        close(): void {}
      }
      Object.assign(window, { BroadcastChannel: DeafChannel });
    });
    await openQuestionnaire(deaf, 'democracia');
    const digest = await close(page);
    const closed = await everything(page);
    await expect(form.locator('[data-notices]')).toContainText('Esta versión está cerrada desde el');
    await expect(form.locator('#dem-02 [data-all]')).toBeDisabled();
    await expect(entity.locator('#nombre')).toBeDisabled();
    await expect(results.locator('[data-digest]')).toHaveText(digest);
    // One that missed the notice is refused by the database itself, and offers what it has as a file.
    await deaf.locator('#dem-02 [data-all]').check();
    await expect(deaf.locator('[data-save-alarm]')).toContainText('No se pudo guardar: esta versión se cerró');
    const { bytes } = await downloaded(deaf, () => deaf.locator('[data-save-alarm] [data-download]').click());
    expect(bytes.toString('utf8')).toContain('"DEM-02"');
    expect(await everything(page)).toBe(closed);
  });

  test('one goes on answering while the other closes: what is closed is what is stored, and its digest holds', async ({
    page,
    context,
  }) => {
    await store(page, {});
    const other = await context.newPage();
    await openQuestionnaire(other, 'democracia');
    await openList(page);
    await cardAction(page, 'close');
    await page.getByRole('dialog').locator('[data-text]').fill('Ana Pérez');
    await other.locator('#dem-01 [data-all]').check();
    await expect(other.locator('[data-save-line]')).toContainText('Guardado a las');
    await page.keyboard.press('Enter');
    await expect(said(page)).toContainText('La versión quedó cerrada');
    await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
    await expect(page.locator('[data-digest]')).toHaveText(/^[0-9a-f]{64}$/);
    await expect(page.locator('[data-phase=democracia] [data-answered]')).toHaveText(
      `1 de ${criteriaIn('democracia')}`,
    );
  });

  test('a merge that is undone after another tab has closed it comes back beside the closed version', async ({
    page,
    context,
  }) => {
    await store(page, { 'INF-01': evaluated('mision') });
    const merge = await context.newPage();
    // It misses the notice of the closing.
    await merge.addInitScript(() => {
      class DeafChannel extends EventTarget {
        postMessage(): void {}
        close(): void {}
      }
      Object.assign(window, { BroadcastChannel: DeafChannel });
    });
    await merge.goto(`/autoevaluacion/unir/?id=${ID}`);
    await giveToMerge(merge, file('x.gel.json', assessmentFile({ 'DEM-01': evaluated() })));
    await merge.locator('gel-merge [type=submit]').click();
    await merge.locator('[data-done]:visible').waitFor();
    await close(page);
    const closed = (await stored(page)).assessments[0];
    await merge.locator('[data-undo]').click();
    await expect(merge.locator('gel-merge [data-faults]')).toContainText('se cerró en otra pestaña');
    expect((await stored(page)).assessments).toHaveLength(2);
    expect((await stored(page)).assessments).toContainEqual(closed);
  });
});
