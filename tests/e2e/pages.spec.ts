import { evaluated, store } from '../support/assessment.ts';
import { expect, test } from '../support/test.ts';

test('a person who comes back finds where they were', async ({ page }) => {
  await store(page, { 'PRE-01': evaluated('acto') });
  await page.goto('/autoevaluacion/');
  await expect(page.getByRole('heading', { name: 'Instituto Nacional de Salud (INS)' })).toBeVisible();
  await page.getByRole('link', { name: 'Seguir respondiendo' }).click();
  await expect(page).toHaveURL(/\/autoevaluacion\/preparacion\/\?id=.*#pre-02$/);
  await expect(page.locator('#pre-02 [data-all]')).toBeFocused();
});

test('the skip link is the first stop of the keyboard and leads to the content', async ({ page }) => {
  await page.goto('/circular/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Ir al contenido' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});
