import { readInstrument } from '../../scripts/read-content.ts';
import { expect, test, type Page } from '../support/test.ts';

const { sections } = readInstrument();

/** What the person answers to a criterion, by its place: everything, the first check, nothing, or «No aplica». */
type Choice = 'all' | 'first' | 'none' | 'notApplicable';

function choiceFor(index: number, admitsNotApplicable: boolean): Choice {
  if (admitsNotApplicable && index % 5 === 4) return 'notApplicable';
  return (['all', 'first', 'none'] as const)[index % 3] ?? 'all';
}

/** The rule of docs/scoring.md, written again here and with integers alone, to be held against the page. */
function expectedPercent(criteria: (typeof sections)[number]['criteria']): string {
  const COMMON = 60;
  let sum = 0;
  let applicable = 0;
  let complete = true;
  criteria.forEach((criterion, index) => {
    const choice = choiceFor(index, criterion.admitsNotApplicable);
    if (choice === 'notApplicable') return;
    applicable += 1;
    const met = choice === 'all' ? criterion.checks.length : choice === 'first' ? 1 : 0;
    complete &&= met === criterion.checks.length;
    sum += (COMMON / criterion.checks.length) * met;
  });
  if (applicable === 0) return 'No aplica';
  const tenths = Math.floor((1000 * sum) / (COMMON * applicable));
  return complete ? '100,0\u00a0%' : `${Math.floor(tenths / 10)},${tenths % 10}\u00a0%`;
}

async function tabTo(page: Page, isThere: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, isThere)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${isThere}.`);
}

const saved = (page: Page) => expect(page.locator('[data-save-line]')).toContainText('Guardado a las');

test('a whole assessment of an entity of the sector is answered by keyboard alone, across reloads', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto('/autoevaluacion/');
  await page.locator('gel-entity-form [type=submit]:enabled').waitFor();
  await tabTo(page, '#nombre');
  await page.keyboard.type('Instituto Nacional de Salud');
  await tabTo(page, '#nit');
  await page.keyboard.type('899999403-4');
  await tabTo(page, 'input[name=orden]');
  await page.keyboard.press('Space');
  await tabTo(page, '#dia');
  await page.keyboard.type('15');
  await tabTo(page, '#mes');
  await page.keyboard.type('octubre');
  await tabTo(page, '#anio');
  await page.keyboard.type('2009');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/autoevaluacion\/perfil\/#id=/);
  const query = new URL(page.url()).hash;

  for (const { id: phase, criteria } of sections) {
    await page.goto(`/autoevaluacion/${phase}/${query}`);
    await page.locator('[data-summary]').waitFor();
    for (const [index, criterion] of criteria.entries()) {
      if (index === Math.floor(criteria.length / 2)) {
        await saved(page);
        await page.reload();
        await page.locator('[data-summary]').waitFor();
        await expect(page.locator('[data-answered]')).toHaveText(new RegExp(`^${index} de ${criteria.length} `));
      }
      await page.keyboard.press('Alt+n');
      const box = page.locator(`#${criterion.id.toLowerCase()}`);
      await expect(box.locator('[data-all]')).toBeFocused();
      const choice = choiceFor(index, criterion.admitsNotApplicable);
      const steps = { all: 0, first: 1, none: criterion.checks.length + 1, notApplicable: criterion.checks.length + 2 };
      for (let step = 0; step < steps[choice]; step += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      if (choice === 'notApplicable') {
        await page.keyboard.press('Tab');
        await page.keyboard.type('No le corresponde.');
      }
      const status = {
        all: 'met',
        first: criterion.checks.length === 1 ? 'met' : 'partial',
        none: 'unmet',
        notApplicable: 'notApplicable',
      };
      await expect(box).toHaveAttribute('data-status', status[choice]);
    }
    await saved(page);
    await expect(page.locator('[data-percent]')).toHaveText(expectedPercent(criteria));
  }

  await page.goto(`/autoevaluacion/resultados/${query}`);
  await expect(page.locator('[data-partial]')).toHaveText('Todos los criterios están respondidos.');
  for (const { id, criteria, deadlines } of sections) {
    const place = deadlines === null ? '[data-preparation]' : `[data-phase="${id}"]`;
    await expect(page.locator(`${place} [data-percent]`)).toHaveText(expectedPercent(criteria));
  }
});
