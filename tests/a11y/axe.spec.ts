import AxeBuilder from '@axe-core/playwright';
import { readInstrument } from '../../scripts/read-content.ts';
import { evaluated, ID, notApplicable, store } from '../support/assessment.ts';
import { readingPages, toolPages } from '../support/page-types.ts';
import { states } from '../support/states.ts';
import { expect, test, type Page } from '../support/test.ts';

const criteria = readInstrument().sections.flatMap((section) => section.criteria);

const empty = {};
const half = Object.fromEntries(
  criteria
    .filter((_, index) => index % 2 === 0)
    .map((criterion, index) => [
      criterion.id,
      criterion.admitsNotApplicable && index % 4 === 0
        ? notApplicable('No le corresponde.')
        : evaluated(...criterion.checks.slice(0, index % 3).map(({ id }) => id)),
    ]),
);
const complete = Object.fromEntries(
  criteria.map(({ id, checks }) => [id, evaluated(...checks.map((check) => check.id))]),
);

/** Every rule of axe, none off. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`));
}

// Light on a narrow screen and dark on a wide one: colours do not depend on the width, nor the layout on the colours.
for (const { colorScheme, width } of [
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 1280 },
] as const) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    for (const path of readingPages) {
      test(`${path} breaks no rule`, async ({ page }) => {
        await page.goto(path);
        if (path.startsWith('/buscar/')) await page.locator('[data-count]:not(:empty)').waitFor();
        expect(await violations(page)).toEqual([]);
      });
    }

    for (const [name, answers] of Object.entries({ empty, half, complete })) {
      test(`the assessment, ${name}, breaks no rule`, async ({ page }) => {
        test.setTimeout(300_000);
        await store(page, answers);
        for (const path of toolPages) {
          await page.goto(`/autoevaluacion/${path}?id=${ID}`);
          await page.waitForLoadState('networkidle');
          expect(await violations(page), `${path} ${name}`).toEqual([]);
        }
      });
    }
  });
}

// Each state once light on a narrow screen, once dark on a wide one.
for (const { colorScheme, width } of [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 1280 },
] as const) {
  test.describe(`${colorScheme}, ${width} px, in the middle of the work`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });
    for (const [name, reach] of Object.entries(states)) {
      test(`${name} breaks no rule`, async ({ page }) => {
        await reach(page);
        expect(await violations(page)).toEqual([]);
      });
    }
  });
}

test('the pages without any assessment break no rule', async ({ page }) => {
  test.setTimeout(180_000);
  for (const path of ['', 'entidad/', 'perfil/', 'informacion/', 'resultados/', 'proyectos/', 'unir/', 'compartida/']) {
    await page.goto(`/autoevaluacion/${path}`);
    await page.waitForLoadState('networkidle');
    expect(await violations(page), path).toEqual([]);
  }
});

test('the form with its errors, and the alarm of a failed save, break no rule', async ({ page }) => {
  await page.goto('/autoevaluacion/');
  await page.locator('gel-entity-form [type=submit]:enabled').click();
  expect(await violations(page)).toEqual([]);
  await store(page, half);
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(`/autoevaluacion/informacion/?id=${ID}`);
  await page.locator('[data-summary]').waitFor();
  await page.locator('#inf-02 [data-all]').click();
  await page.locator('#inf-01 [data-evidence-url]').fill('mal');
  await page.locator('#inf-01 [data-evidence-url]').blur();
  await page.locator('[data-save-alarm]').waitFor();
  expect(await violations(page)).toEqual([]);
});
