import { evaluated, makeDeaf } from '../support/assessment.ts';
import { openPlan, storedDocuments, storePlan } from '../support/plan.ts';
import { openProjects } from '../support/projects.ts';
import { expect, test, type Page } from '../support/test.ts';

const unmet = { 'INF-01': evaluated(), 'INF-02': evaluated(), 'TRA-01': evaluated() };
const field = (page: Page, name: string) => page.locator(`[data-editor] [data-field="${name}"]`);
const projectField = (page: Page, key: string) => page.locator(`[data-field="${key}"]`).locator('input, textarea');
const title = (page: Page) => page.locator('[data-editor-title]');

async function open(page: Page, id: string): Promise<void> {
  await page.locator(`[data-edit="${id}"]`).click();
  await expect(field(page, 'activity')).toBeFocused();
}

/** Writes in a field of an activity and waits until it is stored. */
async function write(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).fill(text);
  await rest(page);
}

async function rest(page: Page): Promise<void> {
  await expect(page.locator('[data-save-line]')).toHaveText(/^Guardado a las \d{1,2}:\d{2}$/);
}

/** A second tab of the browser that hears nothing of the first. */
async function deafTab(page: Page): Promise<Page> {
  const deaf = await page.context().newPage();
  await makeDeaf(deaf);
  return deaf;
}

test('a tab that hears nothing of the other takes nothing from it: rows, fields, and one field', async ({ page }) => {
  await storePlan(page, unmet, { activities: { 'INF-01': {}, 'INF-02': {} } });
  const deaf = await deafTab(page);
  await openPlan(page);
  await openPlan(deaf);
  await open(page, 'INF-01');
  await write(page, 'activity', 'De la primera');
  await write(page, 'goal', 'Meta de la primera');
  await open(deaf, 'INF-02');
  await write(deaf, 'activity', 'De la sorda');
  await open(deaf, 'INF-01');
  await write(deaf, 'office', 'Oficina de la sorda');
  expect(await storedDocuments(page)).toMatchObject({
    'activity:INF-01': {
      actividad: 'De la primera',
      meta: 'Meta de la primera',
      responsable: 'Oficina de la sorda',
    },
    'activity:INF-02': { actividad: 'De la sorda' },
  });
  // What was joined is on the screen too.
  await expect(field(deaf, 'goal')).toHaveValue('Meta de la primera');

  await write(page, 'product', 'Producto de la primera');
  await field(deaf, 'product').pressSequentially('Otro');
  await expect(deaf.locator('[data-conflict]')).toContainText('«Producto de la primera»');
  await deaf.getByRole('button', { name: 'Recuperar' }).last().click();
  await rest(deaf);
  expect((await storedDocuments(page))['activity:INF-01']).toMatchObject({ producto: 'Producto de la primera' });
});

test('two activities that got the same code in two tabs are two, and who writes goes on writing', async ({ page }) => {
  await storePlan(page, unmet, { activities: { 'INF-01': {} } });
  const deaf = await deafTab(page);
  await openPlan(page);
  await openPlan(deaf);
  for (const tab of [page, deaf]) {
    await open(tab, 'INF-01');
    await tab.locator('[data-another]').click();
    await expect(field(tab, 'activity')).toBeFocused();
    await field(tab, 'activity').pressSequentially(tab === page ? 'De la primera' : 'De la sorda');
    await rest(tab);
  }
  await expect(title(deaf)).toHaveText('Actividad INF-01-3');
  await expect(field(deaf, 'activity')).toHaveValue('De la sorda');
  await expect(field(deaf, 'activity')).toBeFocused();
  await expect(deaf.locator('[data-undo-text]')).toContainText('quedó con el código INF-01-3');
  await deaf.keyboard.type(', hasta el final');
  await rest(deaf);
  expect(await storedDocuments(page)).toMatchObject({
    'activity:INF-01-2': { actividad: 'De la primera' },
    'activity:INF-01-3': { actividad: 'De la sorda, hasta el final' },
  });
  await expect(deaf.locator('[data-row="INF-01-2"]')).toContainText('De la primera');
});

test('two projects that got the same code in two tabs are two', async ({ page }) => {
  await storePlan(page, unmet);
  const deaf = await deafTab(page);
  await openProjects(page);
  await openProjects(deaf);
  for (const tab of [page, deaf]) {
    await tab.getByRole('button', { name: 'Agregar un proyecto' }).first().click();
    await expect(projectField(tab, 'name')).toBeFocused();
    await projectField(tab, 'name').pressSequentially(tab === page ? 'Portal' : 'Red de datos');
    await rest(tab);
  }
  await expect(deaf.locator('[data-outcome-text]')).toContainText('quedó con el código P-02');
  await projectField(deaf, 'office').fill('Sistemas');
  await rest(deaf);
  await expect(deaf.locator('[data-project="P-02"] .editor')).toHaveCount(1);
  await expect(deaf.locator('[data-project="P-01"] [data-name]')).toHaveText('Portal');
  expect(await storedDocuments(page)).toMatchObject({
    'project:P-01': { id: 'P-01', nombre: 'Portal' },
    'project:P-02': { id: 'P-02', nombre: 'Red de datos', responsable: 'Sistemas' },
  });
});

test('what one tab deletes and the other one writes stays', async ({ page }) => {
  await storePlan(page, unmet, { activities: { 'INF-01': { meta: 'Una' }, 'INF-02': { meta: 'Dos' } } });
  const deaf = await deafTab(page);
  await openPlan(page);
  await openPlan(deaf);
  await open(page, 'INF-01');
  await write(page, 'activity', 'Escrita aquí');
  await open(deaf, 'INF-01');
  await deaf.locator('[data-remove]').click();
  await rest(deaf);
  await expect(deaf.locator('[data-row="INF-01"]')).toContainText('Escrita aquí');

  await open(page, 'INF-02');
  await page.locator('[data-remove]').click();
  await rest(page);
  await open(deaf, 'INF-02');
  await write(deaf, 'activity', 'Escrita allá');
  expect(await storedDocuments(page)).toEqual({
    'activity:INF-01': { actividad: 'Escrita aquí', meta: 'Una' },
    'activity:INF-02': { actividad: 'Escrita allá', meta: 'Dos' },
  });
});

test('an activity that another tab deletes while it is open comes back with what was not saved yet', async ({
  page,
}) => {
  await storePlan(page, unmet, { activities: { 'INF-01': { meta: 'Una' } } });
  const other = await page.context().newPage();
  await openPlan(page);
  await openPlan(other);
  await open(page, 'INF-01');
  await field(page, 'office').fill('x'.repeat(201));
  await open(other, 'INF-01');
  await other.locator('[data-remove]').click();
  await expect(page.locator('[data-undo-text]')).toContainText('INF-01 ya no está en el plan: se borró');
  await page.locator('[data-undo]').click();
  await expect(field(page, 'goal')).toHaveValue('Una');
  await expect(field(page, 'office')).toHaveValue('x'.repeat(201));
  await expect(page.locator('[data-save-line]')).toContainText('Guardado');
  await expect.poll(() => storedDocuments(page)).toEqual({ 'activity:INF-01': { meta: 'Una' } });
});

test('the way back of what was recovered takes nothing that was written since', async ({ page }) => {
  await storePlan(page, unmet, { projects: [{ id: 'P-01' }] });
  const deaf = await deafTab(page);
  await openProjects(page, '#proyecto/P-01');
  await openProjects(deaf, '#proyecto/P-01');
  await projectField(page, 'name').fill('Portal');
  await rest(page);
  await projectField(deaf, 'name').fill('Red');
  await deaf.getByRole('button', { name: 'Recuperar' }).click();
  await expect(projectField(deaf, 'name')).toHaveValue('Portal');
  await projectField(deaf, 'office').fill('Escrita después');
  await deaf.getByRole('button', { name: 'Deshacer', exact: true }).click();
  await expect(projectField(deaf, 'name')).toHaveValue('Red');
  await rest(deaf);
  expect((await storedDocuments(page))['project:P-01']).toEqual({
    id: 'P-01',
    nombre: 'Red',
    responsable: 'Escrita después',
  });
});

/** From now on what this page writes into the plan stays under way until `release`. */
async function holdSaves(page: Page): Promise<void> {
  await page.evaluate(() => {
    const held = window as unknown as { isHeld: boolean };
    held.isHeld = true;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      const request = put.apply(this, args);
      // A transaction stays open as long as something more is asked of it.
      const ask = (): void => {
        if (held.isHeld) this.count().onsuccess = ask;
      };
      if (this.name === 'documents') ask();
      return request;
    };
  });
}

async function release(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { isHeld: false }));
}

test('what is typed while a save is under way, over what the other tab wrote, offers that back', async ({ page }) => {
  await storePlan(page, unmet, { activities: { 'INF-01': {} } });
  const deaf = await deafTab(page);
  await openPlan(page);
  await openPlan(deaf);
  await open(page, 'INF-01');
  await write(page, 'goal', 'Meta de la primera');
  await open(deaf, 'INF-01');
  await holdSaves(deaf);
  await field(deaf, 'activity').fill('De la sorda');
  await expect(deaf.locator('[data-save-line]')).not.toContainText('Guardado a las');
  await field(deaf, 'goal').fill('Meta de la sorda');
  await release(deaf);
  await expect(deaf.locator('[data-conflict]')).toContainText('«Meta de la primera»');
  await rest(deaf);
  expect((await storedDocuments(page))['activity:INF-01']).toEqual({
    actividad: 'De la sorda',
    meta: 'Meta de la sorda',
  });
});
