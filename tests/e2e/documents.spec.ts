import { test as watchingNothing } from '@playwright/test';
import { gapNames, gapText } from '../../src/planning/copy/gaps.ts';
import { withFields, withoutActivity, withTexts } from '../../src/planning/domain/plan.ts';
import { planningOf } from '../../src/planning/domain/planning.ts';
import { readInstrument } from '../../scripts/read-content.ts';
import { anEntity } from '../builders/planned-entity.ts';
import { header, ID } from '../support/assessment.ts';
import { putDocuments, storePlanned, wholePlan } from '../support/documents.ts';
import { downloaded } from '../support/files.ts';
import { expect, test, type Page } from '../support/test.ts';

const whole = wholePlan();
const [firstActivity, secondActivity] = whole.plan.activities;
const FIRST = firstActivity?.id ?? '';
const SECOND = secondActivity?.id ?? '';
const closed = { ...header, cierre: { fecha: '2009-10-31', responsable: 'Ana Ruiz', sha256: 'a'.repeat(64) } };

/** The same with a few gaps: a general text, an office, an end, an activity, a resource of a project. */
const withGaps = {
  ...whole,
  plan: withoutActivity(
    withFields(withTexts(whole.plan, { mechanisms: '' }), [FIRST], { office: '', end: '' }),
    SECOND,
  ),
  projects: whole.projects.map((project, index) =>
    index === 0
      ? project
      : { ...project, resources: { ...project.resources, software: { description: '', amount: null } } },
  ),
};

async function open(page: Page): Promise<void> {
  await page.goto(`/autoevaluacion/documentos/?id=${ID}`);
  await page.locator('[data-check-count]:visible').waitFor();
}

/** What another tab says when it has changed the plan. */
async function tellChange(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await other.goto('/vigencia/');
  await other.evaluate((assessmentId) => {
    new BroadcastChannel('gel-autoevaluaciones').postMessage({ assessmentId });
  }, ID);
  await other.close();
}

const item = (page: Page, id: string) => page.locator(`[data-item="${id}"]`);

test('where all is there the page says so, and that nothing was sent', async ({ page }) => {
  await storePlanned(page, whole);
  await open(page);
  await expect(page.locator('[data-check-count]')).toHaveText('18 de 18 puntos completos');
  await expect(page.locator('[data-check-state]')).toHaveText(
    'Completo en este navegador. No se ha enviado a ninguna entidad.',
  );
  await expect(page.locator('[data-item] .verdict .status:visible')).toHaveText(
    Array.from({ length: 18 }, () => 'Completo'),
  );
  await expect(page.locator('[data-lacks] a')).toHaveCount(0);
  await expect(page.locator('tr[data-numeral="1"]')).toContainText('A más tardar el 1 de noviembre de 2009');
  await expect(page.locator('tr[data-numeral="2"]')).toContainText('A más tardar el 1 de diciembre de 2009');
  await expect(page.locator('tr[data-numeral]').first()).toContainText(
    'Dirección General de Planeación y Análisis de Política',
  );
});

test('each item quotes the circular, leads to its words and says whether they say it', async ({ page }) => {
  await page.goto('/autoevaluacion/documentos/');
  // What the circular asks is there without an assessment too.
  await expect(page.locator('[data-none-yet]')).toBeVisible();
  await expect(item(page, 'projectPhases')).toContainText(
    '«Estos Proyectos deberán establecer en forma explícita el cumplimiento de las fases de la estrategia de Gobierno en Línea» [circular]',
  );
  await expect(item(page, 'criteria')).toContainText('[inferido]');
  await expect(page.locator('[data-item] .status:visible')).toHaveCount(0);
  await item(page, 'goal-transaccion').getByRole('link').click();
  await expect(page).toHaveURL(/\/circular\/#numeral-1-transaccion$/);
  await expect(page.locator(':target')).toHaveText('Fase de transacción cumplida 100%');
});

test('what is missing is listed, and one click leads to where it is filled in', async ({ page }) => {
  await storePlanned(page, withGaps);
  const name = (id: string): string =>
    readInstrument()
      .sections.flatMap(({ criteria }) => criteria)
      .find((each) => each.id === id)?.name ?? '';
  for (const [id, text, url, field] of [
    [
      'mechanisms',
      'El plan no dice con qué mecanismos se cumplirán las metas',
      `plan/#texto/mechanisms&id=${ID}`,
      '#texto-mechanisms',
    ],
    [
      'criteria',
      `${SECOND} ${name(SECOND)}: no tiene actividad`,
      `plan/#criterio/${SECOND}&id=${ID}`,
      `[data-add=${SECOND}]`,
    ],
    [
      'activityResponsible',
      `${FIRST} ${name(FIRST)}: falta la dependencia responsable`,
      `plan/#actividad/${FIRST}/office&id=${ID}`,
      '#actividad-office',
    ],
    [
      'activityEnds',
      `${FIRST} ${name(FIRST)}: falta la fecha de fin`,
      `plan/#actividad/${FIRST}/end&id=${ID}`,
      '#actividad-end',
    ],
    [
      'projectResources',
      'P-02 Trámites en línea: falta el valor o la descripción de software',
      `proyectos/#proyecto/P-02&id=${ID}`,
      '#p-software',
    ],
  ] as const) {
    await open(page);
    await expect(item(page, id).locator('.status:visible')).toHaveText('Falta');
    await item(page, id).getByRole('link', { name: text, exact: true }).click();
    await expect(page.locator(field)).toBeFocused();
    await expect(page).toHaveURL(new RegExp(`/autoevaluacion/${url.replace('?', '\\?')}$`));
    // At once: on a page this long a slow way there leaves the person looking at something else.
    expect(await page.locator(field).evaluate((it) => it.getBoundingClientRect().top)).toBeLessThan(720);
    await expect(page.locator(field)).toBeInViewport();
  }
});

test('a criterion without an answer leads to its question', async ({ page }) => {
  const { 'DEM-01': _, ...answers } = whole.answers;
  await storePlanned(page, { ...whole, answers });
  await open(page);
  await item(page, 'goal-democracia')
    .getByRole('link', { name: /^DEM-01 .*: sin responder$/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`/autoevaluacion/democracia/#dem-01&id=${ID}$`));
});

test('the list is the domain’s own, whole, with the rest of a long one folded', async ({ page }) => {
  const plan = { ...whole.plan, activities: whole.plan.activities.map((each) => ({ ...each, goal: '' })) };
  await storePlanned(page, { ...whole, plan });
  await open(page);
  const { instrument, assessment } = anEntity(readInstrument().sections, {}, header.fechaCorte);
  const planning = planningOf(instrument, assessment, plan, whole.projects);
  const gaps = planning.check.items.find(({ id }) => id === 'activityMechanisms')?.gaps ?? [];
  const texts = gaps.map((gap) => gapText(gap, gapNames(planning)));
  expect(texts).toHaveLength(plan.activities.length);
  const links = item(page, 'activityMechanisms').locator('[data-lacks] a');
  await expect(links).toHaveCount(5);
  const fold = item(page, 'activityMechanisms').locator('summary');
  await expect(fold).toHaveText(`Ver los otros ${texts.length - 5}`);
  await fold.focus();
  await page.keyboard.press('Enter');
  await expect(links).toHaveCount(texts.length);
  expect((await links.allTextContents()).sort()).toEqual([...texts].sort());
  await page.keyboard.press('Tab');
  await expect(links.nth(5)).toBeFocused();
});

test('what another tab fills in is shown at once, and the focus stays where it was', async ({ page }) => {
  await storePlanned(page, withGaps);
  await open(page);
  await expect(page.locator('[data-check-state]')).toHaveText(/^Faltan 6 de 18 puntos: 5 del Plan .* y 1 de los Proy/);
  await page.locator('[data-preview=plan] summary').click();
  await expect(page.locator('.preview .paper')).not.toContainText('revisa el plan cada mes');
  await item(page, 'projectResources').locator('[data-lacks] a').focus();
  await putDocuments(page, whole.plan, withGaps.projects);
  await tellChange(page);
  await expect(page.locator('[data-check-state]')).toHaveText('Falta 1 de 18 puntos: 1 de los Proyectos.');
  await expect(item(page, 'projectResources').locator('[data-lacks] a')).toBeFocused();
  await expect(item(page, 'mechanisms').locator('.status:visible')).toHaveText('Completo');
  await expect(page.locator('.preview .paper')).toContainText('revisa el plan cada mes');
});

for (const { key, kind, bytes } of [
  { key: 'plan', kind: 'plan-de-accion', bytes: 10_000 },
  { key: 'projects', kind: 'proyectos', bytes: 5_000 },
] as const) {
  test(`the files of a document are handed over with their names: ${kind}`, async ({ page }) => {
    await storePlanned(page, whole);
    await open(page);
    const section = page.locator(`[data-document=${key}]`);
    for (const way of ['docx', 'xlsx', 'csv'] as const) {
      const file = await downloaded(page, () => section.locator(`[data-paper=${key}] [data-way=${way}]`).click());
      expect(file.name).toBe(`${kind}-ins-2009-10-15.${way}`);
      expect(file.bytes.length).toBeGreaterThan(way === 'csv' ? 500 : bytes);
      // Office files are ZIP archives; a CSV begins with the mark by which Excel knows UTF-8.
      expect(file.bytes.subarray(0, 2).toString('latin1')).toBe(way === 'csv' ? 'ï»' : 'PK');
      await expect(section.locator('[data-said]')).toHaveText(
        `Se guardó ${kind}-ins-2009-10-15.${way} en su carpeta de descargas.`,
      );
    }
    const letter = await downloaded(page, () => section.locator(`[data-paper=${key}-letter] [data-way=docx]`).click());
    expect(letter.name).toBe(`carta-${key === 'plan' ? 'plan' : 'proyectos'}-ins-2009-10-15.docx`);
    expect(letter.bytes.subarray(0, 2).toString('latin1')).toBe('PK');
  });
}

test('the file of the assessment holds plan and projects', async ({ page }) => {
  await storePlanned(page, whole);
  await open(page);
  const { name, bytes } = await downloaded(page, () => page.locator('[data-save-copy]').click());
  expect(name).toMatch(/\.gel\.json$/);
  const file = JSON.parse(bytes.toString('utf8')) as { planDeAccion: object; proyectos: unknown[] };
  expect(Object.keys(file.planDeAccion)).toHaveLength(whole.plan.activities.length);
  expect(file.proyectos).toHaveLength(2);
});

test('on paper stands the chosen document alone, with the figures of the screen; then the screen is back', async ({
  page,
}) => {
  await storePlanned(page, whole);
  await open(page);
  await page.evaluate(() => (window.print = () => undefined));
  const title = await page.title();
  for (const [kind, heading, name] of [
    ['plan', 'Plan de Acción de Gobierno en Línea', 'plan-de-accion'],
    ['projects', 'Proyectos de Sistemas de Información', 'proyectos'],
    ['plan-letter', 'Carta', 'carta-plan'],
    ['projects-letter', 'Carta', 'carta-proyectos'],
  ] as const) {
    await page.locator(`[data-paper=${kind}] [data-way=print]`).click();
    const sheet = page.locator('[data-sheet] .paper');
    await expect(page.locator(':root')).toHaveAttribute('data-printing', name);
    await expect(page).toHaveTitle(`${name}-ins-2009-10-15`);
    await page.emulateMedia({ media: 'print' });
    await expect(sheet.getByRole('heading').first()).toContainText(heading);
    await expect(sheet).toContainText('Instituto Nacional de Salud');
    await expect(page.locator('[data-item]').first()).toBeHidden();
    if (kind === 'plan') {
      const text = (await sheet.innerText()).replace(/\s+/g, ' ');
      for (const { id, activity } of whole.plan.activities) {
        expect(text).toContain(id);
        expect(text).toContain(activity);
      }
      // 50 activities of $ 1.250.000 each.
      expect(text).toContain('62.500.000');
      expect(text).toContain('18 de 18');
    }
    if (kind === 'projects') await expect(sheet).toContainText('106.800.000');
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(page.locator('[data-sheet]')).toBeEmpty();
    await expect(page.locator('[data-item]').first()).toBeVisible();
    await expect(page).toHaveTitle(title);
  }
});

test('the head of each printed page names the entity as text, whatever signs its name has', async ({ page }) => {
  const odd = 'Instituto "Nacional" \\ de; Salud } @page { size: a5 } 🏛️';
  await storePlanned(page, whole, { ...header, entidad: { ...header.entidad, nombre: odd } });
  await open(page);
  await page.evaluate(() => (window.print = () => undefined));
  await page.locator('[data-paper=plan] [data-way=print]').click();
  await page.locator('[data-sheet] .paper').waitFor({ state: 'attached' });
  const rules = await page.evaluate(() =>
    document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)),
  );
  expect(rules).toHaveLength(1);
  expect(rules[0]).toContain('size: letter');
  expect(rules[0]).toContain(JSON.stringify(`${odd} · Corte: 15 de octubre de 2009`).slice(0, -1));
});

test('without a choice the check is printed, every list of it whole', async ({ page }) => {
  const plan = { ...whole.plan, activities: whole.plan.activities.map((each) => ({ ...each, goal: '' })) };
  await storePlanned(page, { ...whole, plan });
  await open(page);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-item="activityMechanisms"] [data-lacks] a:visible')).toHaveCount(
    plan.activities.length,
  );
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByText('Falta 1 de 18 puntos')).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.more-lacks[open]')).toHaveCount(0);
});

test('a preview has its height before its document comes, so that nothing moves under the next press', async ({
  page,
}) => {
  await storePlanned(page, whole);
  await open(page);
  let come: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (come = resolve));
  await page.route(/\/_astro\/paper[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  const [fold, next] = ['plan', 'plan-letter'].map((kind) => page.locator(`[data-preview=${kind}] summary`));
  await fold?.click();
  await expect(page.locator('[data-preview=plan] [data-preview-place]')).toHaveText('Preparando la vista previa…');
  const top = () => next?.evaluate((summary) => summary.getBoundingClientRect().top + scrollY);
  const before = await top();
  come();
  await page.locator('.preview .paper').waitFor();
  expect(await top()).toBe(before);
});

test('the documents of a closed version can be made', async ({ page }) => {
  await storePlanned(page, whole, closed);
  await open(page);
  await expect(page.locator('[data-notices]')).toContainText('Esta versión está cerrada');
  await page.locator('[data-preview=plan] summary').click();
  await expect(page.locator('.preview .paper')).toContainText('Plan de Acción de Gobierno en Línea');
  const csv = await downloaded(page, () => page.locator('[data-paper=plan] [data-way=csv]').click());
  expect(csv.name).toBe('plan-de-accion-ins-2009-10-15.csv');
});

// What fails is left in the console for whoever mends it, so this one test does not watch the console.
watchingNothing(
  'while a file is made its button says so; where it cannot be made the page says it',
  async ({ page }) => {
    await storePlanned(page, whole);
    await open(page);
    let fail: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (fail = resolve));
    await page.route(/\/_astro\/plan-csv[^/]*\.js$/, async (route) => {
      await held;
      await route.abort();
    });
    const button = page.locator('[data-paper=plan] [data-way=csv]');
    await button.click();
    await expect(button).toHaveAttribute('aria-busy', 'true');
    await expect(page.locator('[data-document=plan] [data-said]')).toHaveText('Haciendo el archivo…');
    await page.locator('[data-preview=plan-letter] summary').click();
    await expect(page.locator('.preview .paper')).toContainText('Carta');
    fail();
    await expect(page.locator('[data-action-notices]')).toContainText(
      'No se hizo lo que pidió: no llegó una parte del programa de este sitio.',
    );
    await expect(button).not.toHaveAttribute('aria-busy', 'true');
    await expect(page.locator('[data-document=plan] [data-said]')).toBeEmpty();
  },
);
