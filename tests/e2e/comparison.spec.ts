import { anotherHeader, evaluated, header, ID, notApplicable, store } from '../support/assessment.ts';
import { criteriaIn, shownPercent } from '../support/criteria.ts';
import { faultsOfLooks, sideways } from '../support/looks.ts';
import { parameterIn } from '../../src/kit/browser/fragment.ts';
import { expect, test, type Page } from '../support/test.ts';

const LATER = 'bbbbbbbb-0000-4000-8000-000000000002';
const LAST = 'cccccccc-0000-4000-8000-000000000003';
const FOREIGN = 'dddddddd-0000-4000-8000-000000000004';
const noted = (answer: object, observacion: string) => ({ ...answer, observacion });

const before = {
  'PRE-01': evaluated('acto'),
  'INF-01': noted(evaluated('mision'), 'Falta la visión.'),
  'INF-02': evaluated('objetivos', 'funciones'),
  'INF-04': evaluated(),
  'INF-99': noted(evaluated('a'), 'De un instrumento anterior.'),
  'TRA-01': notApplicable('No tiene usuarios directos.'),
};
const after = {
  'PRE-01': evaluated('acto'),
  'INF-01': noted(evaluated('mision', 'vision'), 'Se publicó en agosto.'),
  'INF-02': evaluated('objetivos'),
  'INF-03': evaluated(),
  'INF-05': notApplicable('Cerró sus sedes.'),
  'TRA-01': evaluated(),
};

/** The Instituto at 15 October 2009 and, changed, at 30 June 2010. */
async function storeTwo(page: Page): Promise<void> {
  await store(page, before);
  await store(page, after, anotherHeader(LATER, { fechaCorte: '2010-06-30' }));
}

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`/autoevaluacion/comparar/${query}`);
  await page.waitForLoadState('networkidle');
}

/** How many pixels of a canvas are drawn: a chart that fails leaves none. */
const drawn = (page: Page): Promise<number> =>
  page.locator('[data-chart]').evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return pixels.filter((value, index) => index % 4 === 3 && value > 0).length;
  });

const select = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const list = (page: Page, kind: string) => page.locator(`[data-lists] [data-kind=${kind}]`);

test('the assessment in hand is compared with the one before it, phase by phase', async ({ page }) => {
  await storeTwo(page);
  await open(page, `?id=${LATER}`);
  await expect(select(page, 'Antes')).toHaveValue(ID);
  await expect(select(page, 'Después')).toHaveValue(LATER);
  const row = page.locator('[data-phase=informacion]');
  // Before: 1/3 + 2/4 + 0 over all; after: 2/3 + 1/4 + 0 over one less, which does not apply any more.
  await expect(row.locator('[data-before] [data-percent]')).toHaveText(
    shownPercent(10, 12 * criteriaIn('informacion')),
  );
  await expect(row.locator('[data-after] [data-percent]')).toHaveText(
    shownPercent(11, 12 * (criteriaIn('informacion') - 1)),
  );
  await expect(row.locator('[data-difference]')).toHaveText('+\u00a00,3');
  await expect(row.locator('[data-after] [data-answered]')).toHaveText(`4 de ${criteriaIn('informacion')} respondidos`);
  await expect(row.locator('[data-states]')).toHaveText(
    new RegExp(
      `^Antes: Plazo vencido: 3 .*Después: Plazo vencido: 3 no cumplidos o parciales, ${criteriaIn('informacion') - 4} sin responder$`,
    ),
  );
  await expect(page.locator('[data-phase=transaccion] [data-difference]')).toHaveText('0,0');
  await expect(page.locator('[data-preparation] [data-difference]')).toHaveText('0,0');
  await expect(page).toHaveTitle(
    'Comparación · Instituto Nacional de Salud · 2009-10-15 y 2010-06-30 · Gobierno en Línea',
  );
});

test('the figures are those of the results of each one', async ({ page }) => {
  await storeTwo(page);
  for (const [id, side] of [
    [ID, 'before'],
    [LATER, 'after'],
  ] as const) {
    await page.goto(`/autoevaluacion/resultados/?id=${id}`);
    await page.locator('[data-report]').waitFor();
    const results = await page.locator('[data-phase] [data-percent]').allTextContents();
    await open(page, `?id=${LATER}`);
    await expect(page.locator(`[data-phase] [data-${side}] [data-percent]`)).toHaveText(results);
  }
});

test('each criterion is listed by what became of it, with its checks and the notes of both sides', async ({ page }) => {
  await storeTwo(page);
  await open(page, `?id=${LATER}`);
  await expect(page.locator('[data-summary]')).toHaveText(
    `De ${criteriaIn()} criterios: 1 subió, 1 bajó, 1 ahora tiene respuesta, 1 quedó sin respuesta, 1 dejó de aplicar, 1 ahora aplica y ${criteriaIn() - 6} siguen igual.`,
  );
  const rose = list(page, 'rose').locator('li');
  await expect(rose).toContainText('INF-01');
  await expect(rose.locator('.from-to .status')).toHaveText([/^\s*Parcial\s*$/, /^\s*Parcial\s*$/]);
  await expect(rose.locator('.from-to')).toContainText('1 de 3');
  await expect(rose.locator('.from-to')).toContainText('2 de 3');
  await expect(rose.locator('dt')).toHaveText(['Ahora cumple', 'Observaciones']);
  await expect(rose.locator('dd')).toHaveText([/visión/, 'Antes: Falta la visión.', 'Después: Se publicó en agosto.']);
  await expect(list(page, 'fell').locator('dt')).toHaveText('Ya no cumple');
  await expect(list(page, 'appeared').locator('.from-to')).toContainText('No cumple');
  await expect(list(page, 'withdrawn')).toContainText('INF-04');
  await expect(list(page, 'leftScope').locator('dd')).toHaveText('Después: Cerró sus sedes.');
  await expect(list(page, 'enteredScope').locator('dd')).toHaveText('Antes: No tiene usuarios directos.');
  await expect(list(page, 'retired').locator('li')).toContainText('INF-99');
  await expect(list(page, 'retired').locator('dd')).toHaveText('Antes: De un instrumento anterior.');
  await rose.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/autoevaluacion/informacion/#inf-01&id=${LATER}$`));
});

test('one kind of change can be shown alone, by keyboard', async ({ page }) => {
  await storeTwo(page);
  await open(page, `?id=${LATER}`);
  await expect(page.locator('[data-lists] > section')).toHaveCount(8);
  await select(page, 'Mostrar').focus();
  await page.keyboard.type('Baj');
  await expect(page.locator('[data-lists] > section')).toHaveCount(1);
  await expect(list(page, 'fell')).toContainText('INF-02');
  await expect(page.locator('[data-shown]')).toHaveText('Se muestra 1 criterio.');
  await page.keyboard.press('Tab');
  await expect(list(page, 'fell').getByRole('link')).toBeFocused();
});

test('what the person chooses stays in the address, and turning it round mirrors the comparison', async ({ page }) => {
  await storeTwo(page);
  await store(page, after, anotherHeader(LAST, { fechaCorte: '2010-12-31' }));
  await open(page, `?id=${LAST}`);
  await expect(select(page, 'Antes')).toHaveValue(LATER);
  await expect(page.locator('[data-summary]')).toHaveText(
    `De ${criteriaIn()} criterios: ${criteriaIn()} siguen igual.`,
  );
  await select(page, 'Antes').selectOption(ID);
  await expect(list(page, 'rose')).toContainText('INF-01');
  await page.reload();
  await expect(select(page, 'Antes')).toHaveValue(ID);
  await expect(select(page, 'Después')).toHaveValue(LAST);
  await page.getByRole('button', { name: 'Intercambiar' }).click();
  await expect(list(page, 'rose')).toContainText('INF-02');
  await expect(list(page, 'fell')).toContainText('INF-01');
  await expect(page.locator('[data-phase=informacion] [data-difference]')).toHaveText('−\u00a00,3');
  await expect(page.getByText('La fecha de corte de «Antes» es posterior a la de «Después».')).toBeVisible();
  expect(parameterIn(new URL(page.url()), 'antes')).toBe(LAST);
  expect(parameterIn(new URL(page.url()), 'despues')).toBe(ID);
});

test('where there is nothing to compare the page says why and what to do', async ({ page }) => {
  await open(page, '');
  await expect(page.locator('[data-none-yet]')).toContainText('Para comparar hacen falta dos');
  await store(page, before);
  await open(page, `?id=${ID}`);
  await expect(page.locator('[data-only-one]')).toContainText('Duplíquela con otra fecha de corte o abra un archivo.');
  await expect(page.locator('[data-sides]')).toBeHidden();
  await store(page, after, anotherHeader(LATER, { fechaCorte: '2010-06-30' }));
  await open(page, `?id=${ID}`);
  await expect(page.locator('[data-messages]')).toContainText('no tiene una anterior de la misma entidad');
  await expect(page.locator('[data-report]')).toBeHidden();
  await select(page, 'Antes').selectOption(ID);
  await expect(page.locator('[data-messages]')).toContainText('Eligió la misma autoevaluación');
  await expect(page.locator('[data-report]')).toBeHidden();
  await select(page, 'Antes').selectOption(LATER);
  await expect(page.locator('[data-report]')).toBeVisible();
  await open(page, `?id=${LATER}&antes=no-existe`);
  await expect(
    page.getByText('Una de las autoevaluaciones de esta dirección no está en este navegador.'),
  ).toBeVisible();
  await expect(select(page, 'Antes')).toHaveValue('');
});

test('two entities are compared with a calm notice, and a phase without percentage makes no figure up', async ({
  page,
}) => {
  await storeTwo(page);
  const none = Object.fromEntries(
    Array.from({ length: 17 }, (_, index) => [
      `TRA-${String(index + 1).padStart(2, '0')}`,
      notApplicable('No le corresponde.'),
    ]),
  );
  const entidad = { ...header.entidad, nombre: 'Otra entidad', nit: '830000167-2' };
  await store(page, none, anotherHeader(FOREIGN, { fechaCorte: '2009-12-31', entidad }));
  await open(page, `?id=${LATER}&antes=${FOREIGN}`);
  await expect(page.locator('[data-messages]')).toContainText(
    '«Antes» es de Otra entidad y «Después», de Instituto Nacional de Salud.',
  );
  await expect(page.locator('[data-report]')).toBeVisible();
  await expect(page.locator('[data-history-rows] tr')).toHaveCount(2);
  const row = page.locator('[data-phase=transaccion]');
  await expect(row.locator('[data-before] [data-percent]')).toHaveText('No aplica');
  await expect(row.locator('[data-difference]')).toHaveText('No se calcula');
  await expect(page.locator('body')).not.toContainText('NaN');
});

test('all the cut-off dates of the entity stand in a chart and in a table that leads to each one', async ({ page }) => {
  await storeTwo(page);
  await store(page, after, anotherHeader(LAST, { fechaCorte: '2010-06-30', etiqueta: 'Segunda visita' }));
  const entidad = { ...header.entidad, nit: '', nombre: 'INSTITUTO  NACIONAL de salúd' };
  await store(page, before, anotherHeader(FOREIGN, { fechaCorte: '2009-03-31', entidad }));
  await open(page, `?id=${LATER}`);
  const rows = page.locator('[data-history-rows] tr');
  await expect(rows.locator('th')).toHaveText([
    '31 de marzo de 2009',
    '15 de octubre de 2009',
    '30 de junio de 2010',
    '30 de junio de 2010 · Segunda visita',
  ]);
  await expect(rows.nth(1).locator('td').first()).toHaveText(shownPercent(10, 12 * criteriaIn('informacion')));
  await expect(page.locator('[data-history-foot] tr')).toContainText('1 de diciembre de 2010');
  await expect(page.locator('[data-chart]')).toBeVisible();
  await expect(page.locator('[data-chart-fault]')).toBeHidden();
  await expect.poll(() => drawn(page)).toBeGreaterThan(2000);
  await rows.nth(3).getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/autoevaluacion/resultados/#id=${LAST}$`));
});

test('a change in another tab is compared at once', async ({ page, context }) => {
  await storeTwo(page);
  await open(page, `?id=${LATER}`);
  await expect(list(page, 'rose').locator('li')).toHaveCount(1);
  const other = await context.newPage();
  await other.goto(`/autoevaluacion/informacion/?id=${LATER}`);
  await other.locator('[data-summary]').waitFor();
  await other.locator('#inf-04 [data-all]').check();
  await expect(other.locator('[data-save-line]')).toContainText('Guardado');
  await expect(list(page, 'rose').locator('li')).toHaveCount(2);
  await other.close();
});

test('text that looks like HTML is shown as text and never runs', async ({ page }) => {
  const attack = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  const entidad = { ...header.entidad, nombre: attack };
  await store(
    page,
    { 'INF-01': noted(evaluated(), attack), 'INF-99': noted(evaluated(), attack) },
    { ...header, entidad },
  );
  await store(
    page,
    { 'INF-01': { tipo: 'no-aplica', justificacion: attack, modificada: header.creada } },
    anotherHeader(LATER, { entidad, fechaCorte: '2010-06-30', etiqueta: attack.slice(0, 40) }),
  );
  await open(page, `?id=${LATER}`);
  await expect(list(page, 'retired').locator('dd')).toHaveText(`Antes: ${attack}`);
  await expect(page.locator('main img, main script:not([type="application/json"], [type=module])')).toHaveCount(0);
  expect(await page.title()).toContain('Comparación');
});

test('a damaged answer of either side is told, and the rest is compared', async ({ page }) => {
  await store(page, { 'INF-01': { tipo: 'evaluada', cumplidas: 'mision', modificada: 'ayer' }, 'INF-02': evaluated() });
  await store(page, after, anotherHeader(LATER, { fechaCorte: '2010-06-30' }));
  await open(page, `?id=${LATER}`);
  await expect(page.locator('[data-side-notices]')).toContainText(
    'No se pudo leer parte de lo guardado en INS, 15 de octubre de 2009. Respuesta de INF-01, «Misión y visión»',
  );
  await expect(list(page, 'rose')).toContainText('INF-02');
});

test('it prints on Letter paper, without its controls and with what is compared', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await storeTwo(page);
  await open(page, `?id=${LATER}`);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 612 792\]/);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-sides]')).toBeHidden();
  await expect(page.locator('[data-fact-before]')).toHaveText('15 de octubre de 2009');
});

test('it breaks no rule of accessibility, and nothing scrolls sideways, on one date and on two', async ({ page }) => {
  await storeTwo(page);
  for (const query of ['', `?antes=${ID}&despues=${ID}`]) {
    await open(page, query);
    for (const summary of await page.locator('[data-kind=same] summary:visible').all()) await summary.click();
    expect(await faultsOfLooks(page)).toEqual([]);
  }
});

test('it never scrolls sideways, with long words too', async ({ page }) => {
  await storeTwo(page);
  const long = { 'INF-01': noted(evaluated(), 'https://www.ejemplo.gov.co/'.padEnd(300, 'a')) };
  const entidad = { ...header.entidad, nombre: 'Entidad'.padEnd(120, 'o') };
  await store(page, long, anotherHeader(LAST, { entidad, fechaCorte: '2010-12-31', etiqueta: 'e'.repeat(60) }));
  await open(page, `?id=${LAST}&antes=${ID}`);
  expect(await sideways(page)).toEqual([]);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says that it needs it', async ({ page }) => {
    await page.goto('/autoevaluacion/comparar/');
    await expect(page.locator('noscript .notice').first()).toContainText('JavaScript');
    await expect(page.locator('[data-sides]')).toBeHidden();
  });
});
