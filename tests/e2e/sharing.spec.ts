import { readInstrument } from '../../scripts/read-content.ts';
import { cardAction, evaluated, everything, header, ID, openList, store, stored } from '../support/assessment.ts';
import { criteriaIn } from '../support/criteria.ts';
import { downloaded } from '../support/files.ts';
import { ATTACK, expectInert } from '../support/hostile.ts';
import { parameterIn } from '../../src/kit/browser/fragment.ts';
import { storePlan } from '../support/plan.ts';
import { expect, test, type Page } from '../support/test.ts';

const criteria = readInstrument().sections.flatMap((section) => section.criteria);
const contacto = { nombre: 'Ana Pérez', cargo: 'Jefe de Planeación', correo: 'ana@ins.gov.co' };
const withContact = { ...header, entidad: { ...header.entidad, contacto } };
const fault = (page: Page) => page.locator('gel-shared [data-notices]');
const body = (page: Page) => page.locator('gel-shared [data-body]');

/** Makes the link of the support's assessment on its results, and gives it. */
async function linkOf(page: Page): Promise<string> {
  await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
  await page.locator('[data-report]:visible').waitFor();
  await page.getByRole('button', { name: 'Compartir por enlace' }).click();
  await expect(page.getByRole('button', { name: 'Copiar el enlace' })).toBeFocused();
  return page.locator('[data-link]').inputValue();
}

/** Opens a link in another browser, which has none of the data of this one. */
async function openElsewhere(page: Page, link: string): Promise<Page> {
  const context = await page.context().browser()?.newContext();
  const elsewhere = await (context ?? page.context()).newPage();
  await elsewhere.goto(link);
  return elsewhere;
}

test('a link carries the assessment without its contact; elsewhere it is read, and stored only when asked', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const answers = {
    'INF-01': {
      ...evaluated('mision'),
      observacion: 'Falta la visión.',
      evidencias: [{ titulo: 'Quiénes somos', url: 'https://www.ejemplo.gov.co/quienes-somos' }],
    },
    'INF-99': evaluated('desconocida'),
  };
  await store(page, answers, withContact);
  const link = await linkOf(page);
  await expect(page.locator('[data-link-hint]')).toContainText('No lleva los datos de contacto.');
  await page.getByRole('button', { name: 'Copiar el enlace' }).click();
  await expect(page.locator('[data-link-copied]')).toHaveText('Copiado.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  const elsewhere = await openElsewhere(page, link);
  await expect(body(elsewhere)).toContainText('Instituto Nacional de Salud (INS)');
  await expect(elsewhere.locator('[data-row=informacion] [data-answered]')).toHaveText(
    `1 de ${criteriaIn('informacion')}`,
  );
  // On paper nobody can open what is closed.
  await elsewhere.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(elsewhere.locator('[data-criterion=INF-01]')).toBeVisible();
  await elsewhere.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(elsewhere.locator('[data-criterion=INF-01]')).toBeHidden();
  await elsewhere.locator('[data-section=informacion] summary').click();
  const first = elsewhere.locator('[data-criterion=INF-01]');
  await expect(first).toContainText('Parcial');
  await expect(first).toContainText('Falta la visión.');
  await expect(first).toContainText('Quiénes somos: https://www.ejemplo.gov.co/quienes-somos');
  await expect(body(elsewhere)).not.toContainText('Ana Pérez');
  expect(await elsewhere.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  const { bytes } = await downloaded(elsewhere, () => elsewhere.locator('[data-download-file]').click());
  expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({ id: ID, respuestas: answers });

  await elsewhere.getByRole('button', { name: 'Guardarla en este navegador' }).dblclick();
  await elsewhere.waitForURL(new RegExp(`/resultados/#id=${ID}`));
  expect(await stored(elsewhere)).toMatchObject({
    assessments: [{ id: ID }],
    answers: [{}, { criterionId: 'INF-99' }],
  });
  // The same link again brings nothing new.
  await elsewhere.goto(link);
  await elsewhere.getByRole('button', { name: 'Guardarla en este navegador' }).click();
  await elsewhere.waitForURL(/\/resultados\//);
  expect((await stored(elsewhere)).assessments).toHaveLength(1);
  await elsewhere.context().close();
});

test('stored where it came from it is added beside the one that is there, which does not change', async ({ page }) => {
  await store(page, { 'INF-01': evaluated('mision') }, withContact);
  const link = await linkOf(page);
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('button', { name: 'Guardarla en este navegador' }).click();
  await page.waitForURL((url) => url.pathname.endsWith('/resultados/') && parameterIn(url, 'id') !== ID);
  const { assessments } = await stored(page);
  expect(assessments).toHaveLength(2);
  expect(assessments).toContainEqual(withContact);
});

test('a closed version travels whole, with its closing, and says so', async ({ page }) => {
  await store(page, { 'INF-01': evaluated('mision') }, withContact);
  await openList(page);
  await cardAction(page, 'close');
  await page.getByRole('dialog').getByRole('button', { name: 'Cerrar la versión' }).click();
  await expect(page.locator('[data-outcome-text]')).toContainText('La versión quedó cerrada');
  const link = await linkOf(page);
  await expect(page.locator('[data-link-hint]')).toContainText('Lleva también los datos de contacto');
  const elsewhere = await openElsewhere(page, link);
  await expect(elsewhere.locator('[data-closing]')).toContainText('por Ana Pérez, Jefe de Planeación.');
  await expect(fault(elsewhere)).toBeEmpty();
  await elsewhere.getByRole('button', { name: 'Guardarla en este navegador' }).click();
  await elsewhere.waitForURL(/\/resultados\//);
  await expect(elsewhere.locator('[data-digest]')).toHaveText(/^[0-9a-f]{64}$/);
  await elsewhere.context().close();
});

test('one that does not fit into a link is refused kindly: how long it would be, and that the file holds it all', async ({
  page,
}) => {
  let seed = 7;
  const noise = (): string => {
    // Letters that no compression shortens.
    const letters = Array.from({ length: 400 }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return String.fromCharCode(97 + (seed % 26));
    });
    return letters.join('');
  };
  const notice = page.locator('[data-export-notices]');
  // With its plan it does not fit, and without it does: that link is offered, and says wherever it goes what is not in it.
  const activities = Object.fromEntries(criteria.slice(0, 40).map(({ id }) => [id, { actividad: noise() }]));
  await storePlan(page, { 'INF-01': evaluated('mision') }, { activities });
  await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
  await page.locator('[data-report]:visible').waitFor();
  await page.getByRole('button', { name: 'Compartir por enlace' }).click();
  await expect(notice).toContainText(/Esta autoevaluación no cabe en un enlace: ocuparía \d{2}\.\d{3} caracteres/);
  await notice.getByRole('button', { name: 'Hacer el enlace sin el plan ni los proyectos' }).click();
  await expect(notice).toBeEmpty();
  const copy = page.getByRole('button', { name: 'Copiar el enlace' });
  await expect(copy).toBeFocused();
  await expect(copy).toHaveAccessibleDescription(/El plan de acción y los proyectos no van en este enlace/);
  await expect(page.locator('[data-link-said]')).toContainText('sin el plan ni los proyectos, está listo');
  const elsewhere = await openElsewhere(page, await page.locator('[data-link]').inputValue());
  await expect(fault(elsewhere)).toContainText('Este enlace no trae el plan de acción ni los proyectos');
  await elsewhere.getByRole('button', { name: 'Guardarla en este navegador' }).click();
  await elsewhere.waitForURL(/\/resultados\//);
  expect((await stored(elsewhere)).documents).toEqual([]);
  await elsewhere.context().close();

  const answers = Object.fromEntries(criteria.map(({ id }) => [id, { ...evaluated(), observacion: noise() }]));
  await store(page, answers);
  const before = await everything(page);
  await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
  await page.locator('[data-report]:visible').waitFor();
  await page.getByRole('button', { name: 'Compartir por enlace' }).click();
  await expect(notice).toContainText(/Esta autoevaluación no cabe en un enlace: ocuparía \d{2}\.\d{3} caracteres/);
  await expect(notice).toContainText('Comparta el archivo (.gel.json)');
  await expect(notice.getByRole('button')).toHaveCount(0);
  await expect(page.locator('[data-link]')).toBeHidden();
  await downloaded(page, () => page.getByRole('button', { name: 'Archivo (.gel.json)' }).click());
  await store(page, {});
  expect(JSON.parse(before)).toMatchObject({ answers: (await stored(page)).answers });
});

test('a link that was cut, that is empty or that unpacks to too much says what to do, and shows nothing', async ({
  page,
}) => {
  await store(page, { 'INF-01': evaluated('mision') });
  const link = await linkOf(page);
  await page.goto('about:blank');
  for (const broken of [
    link.slice(0, -9),
    link.replace(/#.*/, ''),
    link.replace(/#.*/, '#v1.%%%'),
    link.replace('#v2', '#v9'),
  ]) {
    await page.goto(broken);
    await expect(fault(page)).toContainText('El enlace no trae una autoevaluación completa.');
    await expect(fault(page).locator('.notice')).toHaveCount(1);
    await expect(body(page)).toBeHidden();
  }
  const other =
    '#v1.' +
    (await page.evaluate(async () => {
      const stream = new Blob(['{"formato":"otro"}']).stream().pipeThrough(new CompressionStream('deflate-raw'));
      const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
      return btoa(String.fromCharCode(...bytes))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '');
    }));
  await page.goto(link.replace(/#.*/, other));
  await expect(fault(page)).toContainText('No se pudo leer lo que trae el enlace: es de otro formato');
  const bomb =
    '#v1.' +
    (await page.evaluate(async () => {
      const stream = new Blob(['a'.repeat(26 * 1024 * 1024)])
        .stream()
        .pipeThrough(new CompressionStream('deflate-raw'));
      const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
      return btoa([...bytes].map((byte) => String.fromCharCode(byte)).join(''))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '');
    }));
  await page.goto(link.replace(/#.*/, bomb));
  await expect(fault(page)).toContainText('No se abrió el enlace: lo que trae, descomprimido, ocupa mucho más');
  // The right one in the same tab is shown without loading the page again.
  await page.goto(link);
  await expect(body(page)).toBeVisible();
  await expect(fault(page)).toBeEmpty();
});

test('HTML, script and marks that turn the text around are shown as text', async ({ page }) => {
  await store(
    page,
    {
      'INF-01': {
        ...evaluated(),
        observacion: ATTACK,
        evidencias: [{ titulo: `${ATTACK}\u202E`, url: 'https://www.ejemplo.gov.co/' }],
      },
    },
    {
      ...header,
      etiqueta: `\u202E${ATTACK.slice(0, 60)}`,
      entidad: { ...header.entidad, nombre: `Ins\u202Etituto ${ATTACK}` },
      instrumento: { id: '<b>\u202E', version: '<i>' },
      cierre: { fecha: '2009-10-31', responsable: `\u202E${ATTACK}`, sha256: 'f'.repeat(64) },
    },
  );
  const link = await linkOf(page);
  await expectInert(page);
  await page.goto('about:blank');
  await page.goto(link);
  await page.locator('[data-section=informacion] summary').click();
  await expect(page.locator('[data-criterion=INF-01]')).toContainText('<img src=x');
  await expect(fault(page)).toContainText('su contenido no corresponde a su huella');
  await expectInert(page);
});

test('a browser that refuses storage still shows what a link brings, says why it is not stored, and gives the file', async ({
  page,
}) => {
  await store(page, { 'INF-01': evaluated('mision') });
  const link = await linkOf(page);
  await page.goto('about:blank');
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await page.goto(link);
  await page.getByRole('button', { name: 'Guardarla en este navegador' }).click();
  await expect(page.locator('gel-shared [data-faults]')).toContainText(
    'No se hizo el cambio: el navegador no deja que el sitio guarde datos.',
  );
  await expect(body(page)).toBeVisible();
  await downloaded(page, () => page.locator('[data-download-file]').click());
});
