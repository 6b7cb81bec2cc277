import { readInstrument } from '../../scripts/read-content.ts';
import { evaluated, ID, notApplicable, store } from '../support/assessment.ts';
import { faultsOfLooks } from '../support/looks.ts';
import { readingPages, shownByAnswers, toolPages } from '../support/page-types.ts';
import { states } from '../support/states.ts';
import { expect, test } from '../support/test.ts';

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

for (const path of readingPages) {
  test(`${path} breaks no rule and never scrolls sideways`, async ({ page }) => {
    await page.goto(path);
    if (path.startsWith('/buscar/')) await page.locator('[data-count]:not(:empty)').waitFor();
    expect(await faultsOfLooks(page)).toEqual([]);
  });
}

// What changes with how much is answered is looked at three times, the rest once.
const assessments = {
  empty: { answers: empty, paths: shownByAnswers },
  half: { answers: half, paths: toolPages },
  complete: { answers: complete, paths: shownByAnswers },
};
for (const [name, { answers, paths }] of Object.entries(assessments)) {
  test(`the assessment, ${name}, breaks no rule and never scrolls sideways`, async ({ page }) => {
    test.setTimeout(300_000);
    await store(page, answers);
    for (const path of paths) {
      await page.goto(`/autoevaluacion/${path}?id=${ID}`);
      await page.waitForLoadState('networkidle');
      expect(await faultsOfLooks(page), `${path} ${name}`).toEqual([]);
    }
  });
}

for (const [name, reach] of Object.entries(states)) {
  test(`${name} breaks no rule and never scrolls sideways`, async ({ page }) => {
    await reach(page);
    expect(await faultsOfLooks(page)).toEqual([]);
  });
}

test('the pages without any assessment break no rule and never scroll sideways', async ({ page }) => {
  test.setTimeout(180_000);
  for (const path of ['', 'entidad/', 'perfil/', 'informacion/', 'resultados/', 'proyectos/', 'unir/', 'compartida/']) {
    await page.goto(`/autoevaluacion/${path}`);
    await page.waitForLoadState('networkidle');
    expect(await faultsOfLooks(page), path).toEqual([]);
  }
});

test('the form with its errors, and the alarm of a failed save, break no rule and never scroll sideways', async ({
  page,
}) => {
  await page.goto('/autoevaluacion/');
  await page.locator('gel-entity-form [type=submit]:enabled').click();
  expect(await faultsOfLooks(page)).toEqual([]);
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
  expect(await faultsOfLooks(page)).toEqual([]);
});
