import { anotherHeader, evaluated, openList, store, stored } from '../support/assessment.ts';
import { expect, test } from '../support/test.ts';

const OTHER = '7a7c2f0e-1111-4b7e-9a35-2f1a4c1f9f10';

test('two controls pressed one right after the other: both are done; one pressed twice is done once', async ({
  page,
}) => {
  await store(page, { 'INF-01': evaluated('mision') });
  await store(page, {}, anotherHeader(OTHER, { fechaCorte: '2009-12-31' }));
  await openList(page);
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll<HTMLElement>('section[data-assessment] [data-delete]');
    first?.click();
    first?.click();
    second?.click();
  });
  await expect(page.locator('section[data-assessment]')).toHaveCount(0);
  const { assessments, kept } = await stored(page);
  expect(assessments).toEqual([]);
  expect(kept).toHaveLength(2);
});

test('«Deshacer» takes back what stood beside it when it was pressed', async ({ page }) => {
  await store(page, { 'INF-01': evaluated('mision') });
  await store(page, {}, anotherHeader(OTHER, { fechaCorte: '2009-12-31' }));
  await openList(page);
  const cards = page.locator('section[data-assessment]');
  await cards
    .first()
    .locator('[data-delete]')
    .evaluate((button: HTMLElement) => button.click());
  await expect(cards).toHaveCount(1);
  const gone = (await stored(page)).kept[0]?.assessmentId;
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('section[data-assessment] [data-delete]')?.click();
    document.querySelector<HTMLElement>('[data-undo]')?.click();
  });
  await expect(page.locator('[data-outcome-text]')).toContainText('Quedó como estaba');
  expect((await stored(page)).assessments).toMatchObject([{ id: gone }]);
});
