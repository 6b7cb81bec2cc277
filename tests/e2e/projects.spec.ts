import { header, ID, makeDeaf, stored } from '../support/assessment.ts';
import { anActivity, aProject, openProjects, storedProjects, storeWithDocuments } from '../support/projects.ts';
import { expect, test, type Page } from '../support/test.ts';

const plan = [
  anActivity('INF-03', 'Publicar el organigrama.', { recursosTecnologicos: 'Gestor de contenidos' }),
  anActivity('INF-11', 'Publicar el presupuesto.'),
  anActivity('TRA-02', 'Racionalizar los trámites.', { recursosTecnologicos: 'Un servidor' }),
];
const saveLine = (page: Page) => page.locator('[data-save-line]');
const row = (page: Page, id: string) => page.locator(`[data-project="${id}"]`);
const field = (page: Page, key: string) => page.locator(`[data-field="${key}"]`).locator('input, textarea');
const message = (page: Page, key: string) => page.locator(`[data-field="${key}"] [data-message]`);
const saved = (page: Page) => expect(saveLine(page)).toHaveText(/^Guardado a las \d{1,2}:\d{2}$/);
const open = (page: Page, id: string) => row(page, id).locator('[data-toggle]').click();

test('a project begins from activities of the plan, is written, saved, and there again after a reload', async ({
  page,
}) => {
  await storeWithDocuments(page, plan);
  await openProjects(page);
  await expect(page.locator('[data-no-projects]')).toContainText('Todavía no hay proyectos');
  const offered = page.locator('[data-start] [data-options] input');
  await expect(offered).toHaveCount(3);
  // Those that name technology and have no project come first and marked.
  await expect(page.locator('[data-start] [data-options] input:checked')).toHaveCount(2);
  await page.getByRole('button', { name: 'Comenzar un proyecto con estas actividades' }).click();
  await expect(field(page, 'name')).toBeFocused();
  await page.keyboard.type('Portal de trámites');
  await expect(row(page, 'P-01').locator('[data-name]')).toHaveText('Portal de trámites');
  await expect(row(page, 'P-01').locator('[data-scope]')).toContainText(
    'Fases: Información en línea y Transacción en línea',
  );
  await page.locator('[data-choices=kinds]').getByLabel('Integración').check();
  await page.locator('[data-choices=kinds]').getByLabel('Adquisición').check();
  await page.locator('[data-choices=targets]').getByLabel('Programas informáticos').check();
  await field(page, 'hardware.amount').fill('1.250.000');
  await page.locator('[data-resource=software] [data-no-need]').click();
  await saved(page);
  await page.reload();
  await expect(row(page, 'P-01').locator('[data-scope]')).toContainText(
    'Adquisición e Integración: programas informáticos',
  );
  await expect(row(page, 'P-01').locator('[data-total]')).toHaveText(
    'al menos $\u00a01.250.000 (sin valor: comunicaciones)',
  );
  expect((await storedProjects(page))['P-01']).toEqual({
    id: 'P-01',
    nombre: 'Portal de trámites',
    tipos: ['adquisicion', 'integracion'],
    sobre: ['programas-informaticos'],
    fases: ['informacion', 'transaccion'],
    criterios: ['INF-03', 'TRA-02'],
    recursos: { hardware: { valor: '1250000' }, software: { descripcion: 'No necesita.', valor: '0' } },
    actividades: ['INF-03', 'TRA-02'],
  });
});

test('amounts are read as people write them; what is none stays on the screen, is told and is not saved', async ({
  page,
}) => {
  await storeWithDocuments(page, [aProject('P-01', { recursos: { software: { valor: '700' } } })]);
  await openProjects(page, '#proyecto/P-01/hardware');
  const amount = field(page, 'hardware.amount');
  for (const [typed, shown, stored] of [
    ['1.250.000', '$\u00a01.250.000', '1250000'],
    ['1250000', '$\u00a01.250.000', '1250000'],
    ['$ 1.250.000,50', '$\u00a01.250.000,50', '1250000.50'],
    ['0', '$\u00a00', '0'],
  ] as const) {
    await amount.fill(typed);
    await amount.blur();
    await expect(amount).toHaveValue(shown);
    await saved(page);
    const { recursos } = (await storedProjects(page))['P-01'] as { recursos: { hardware: { valor: string } } };
    expect(recursos.hardware.valor).toBe(stored);
  }
  await amount.fill('');
  await amount.blur();
  await saved(page);
  for (const [typed, why] of [
    ['mucho', 'El valor no se entiende.'],
    ['-5', 'no puede ser menor que cero'],
    ['1,250,000', 'Si quiso decir $\u00a01.250.000'],
    ['1.25', 'Los puntos y las comas no están donde van.'],
    ['9'.repeat(16), 'que es el máximo'],
  ] as const) {
    await amount.fill('');
    await amount.pressSequentially(typed);
    await amount.blur();
    await expect(message(page, 'hardware.amount')).toContainText(why);
    await expect(message(page, 'hardware.amount')).toContainText('El recurso queda sin valor.');
    await expect(amount).toHaveValue(typed);
    await expect(amount).toHaveAttribute('aria-invalid', 'true');
    await expect(saveLine(page)).toContainText('salvo 1 texto por corregir');
  }
  // Not even the beginning of a wrong text, which was an amount for a moment, is stored.
  expect((await storedProjects(page))['P-01']).toEqual({ id: 'P-01', recursos: { software: { valor: '700' } } });
  await expect(row(page, 'P-01').locator('[data-total]')).toContainText('al menos $\u00a0700');

  // It is still there, and still told, when the project is opened again; «No necesita» settles it.
  await page.locator('[data-close]').click();
  await expect(row(page, 'P-01').locator('[data-problems]')).toContainText('1 texto por corregir');
  await open(page, 'P-01');
  await expect(amount).toHaveValue('9'.repeat(16));
  await expect(message(page, 'hardware.amount')).toBeVisible();
  await page.locator('[data-resource=hardware] [data-no-need]').click();
  await expect(amount).toHaveValue('$\u00a00');
  await expect(message(page, 'hardware.amount')).toBeHidden();
  await saved(page);
});

test('texts that are too long are told and not saved, and never cut', async ({ page }) => {
  await storeWithDocuments(page, [aProject('P-01', { nombre: 'Portal' })]);
  await openProjects(page, '#proyecto/P-01');
  for (const [key, maximum] of [
    ['name', 300],
    ['hardware.description', 5000],
    ['source', 500],
    ['office', 200],
    ['position', 200],
    ['remarks', 5000],
  ] as const) {
    // Few lines: the driver types thousands of them far slower than a person pastes them.
    const typed = `${'😀'.repeat(250)}\n`.repeat(maximum).slice(0, maximum + 1);
    const text = key === 'name' || key === 'office' || key === 'position' ? 'x'.repeat(maximum + 1) : typed;
    await field(page, key).fill(text);
    await expect(message(page, key)).toContainText('caracteres y el máximo es');
    await expect(field(page, key)).toHaveValue(text);
  }
  await expect(saveLine(page)).toContainText('salvo 6 textos por corregir');
  expect((await storedProjects(page))['P-01']).toEqual({ id: 'P-01', nombre: 'Portal' });
  await field(page, 'remarks').fill('línea 1\nlínea 2 😀');
  await expect(saveLine(page)).toContainText('salvo 5 textos por corregir');
  await expect.poll(async () => (await storedProjects(page))['P-01']?.['observaciones']).toBe('línea 1\nlínea 2 😀');
});

test('half a date, a year out of range and an end before the start are told; only the last is saved', async ({
  page,
}) => {
  await storeWithDocuments(page, [aProject('P-01', { fechaInicio: '2010-06-01' })]);
  await openProjects(page, '#proyecto/P-01/start');
  const date = (key: string) => page.locator(`[data-date=${key}] input`);
  const told = (key: string) => page.locator(`[data-date=${key}] [data-message]`);
  await expect(date('start')).toBeFocused();
  await date('end').focus();
  await page.keyboard.type('02');
  await date('end').blur();
  await expect(told('end')).toContainText('La fecha está incompleta');
  await expect(saveLine(page)).toContainText('salvo 1 texto por corregir');
  await date('end').fill('1999-12-31');
  await date('end').blur();
  await expect(told('end')).toContainText('El año debe estar entre 2000 y 2100. No se guardó ninguna.');
  expect((await storedProjects(page))['P-01']).not.toHaveProperty('fechaFin');
  await date('end').fill('2010-01-31');
  await expect(told('end')).toContainText('termina antes de comenzar. Así quedó guardado');
  await expect(row(page, 'P-01').locator('[data-problems]')).toContainText('Termina antes de comenzar.');
  await saved(page);
  expect((await storedProjects(page))['P-01']).toMatchObject({ fechaFin: '2010-01-31' });
  // Mended at the other end, the message goes.
  await date('start').fill('2010-01-01');
  await expect(told('end')).toBeHidden();
  await expect(row(page, 'P-01').locator('[data-dates]')).toHaveText('Del 1 de enero de 2010 al 31 de enero de 2010');
});

test('a criterion of a phase that is not marked proposes the phase, and marks it only when asked', async ({ page }) => {
  await storeWithDocuments(page, [aProject('P-01', { nombre: 'Foros', criterios: ['XXX-01'], fases: ['otra'] })]);
  await openProjects(page, '#proyecto/P-01/criteria');
  const criterion = page.locator('[data-criterion]');
  const told = page.locator('[data-criteria] [data-message]');
  await expect(criterion).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(told).toContainText('Escriba el código o parte del nombre');
  await criterion.fill('zzz');
  await page.getByRole('button', { name: 'Agregar', exact: true }).click();
  await expect(told).toContainText('Ningún criterio se llama así: «zzz»');
  await criterion.fill('a');
  await page.keyboard.press('Enter');
  await expect(told).toContainText('criterios con «a»');
  await criterion.fill('dem-02');
  await page.keyboard.press('Enter');
  await expect(told).toBeHidden();
  await expect(criterion).toHaveValue('');
  await criterion.fill('DEM-02');
  await page.keyboard.press('Enter');
  await expect(told).toContainText('DEM-02 ya está en el proyecto');
  const phase = page.locator('[data-choices=phases]').getByLabel('Democracia en línea');
  await expect(phase).not.toBeChecked();
  await expect(row(page, 'P-01').locator('[data-problems]')).toContainText('que no está marcada: DEM-02.');
  await page.getByRole('button', { name: 'Marcar también la fase Democracia en línea' }).click();
  await expect(phase).toBeChecked();
  await expect(row(page, 'P-01').locator('[data-problems]')).not.toContainText('no está marcada');
  await saved(page);
  // What this version of the instrument does not know stays until it is taken out.
  expect((await storedProjects(page))['P-01']).toMatchObject({
    criterios: ['DEM-02', 'XXX-01'],
    fases: ['democracia', 'otra'],
  });
  await page.getByRole('button', { name: 'Quitar el criterio XXX-01' }).click();
  await expect(page.getByRole('button', { name: 'Quitar el criterio DEM-02' })).toBeFocused();
  await page.locator('[data-unknown-phases] button').click();
  await saved(page);
  expect((await storedProjects(page))['P-01']).toMatchObject({ criterios: ['DEM-02'], fases: ['democracia'] });
});

test('the totals count a project whole in each of its rows and once in all, and say what is missing', async ({
  page,
}) => {
  const hardware = (valor: string) => ({ recursos: { hardware: { valor } } });
  await storeWithDocuments(page, [
    aProject('P-01', { fases: ['informacion', 'democracia'], tipos: ['reposicion'], ...hardware('1000') }),
    aProject('P-02', { fases: ['informacion'], ...hardware('500.50') }),
    aProject('P-03', hardware('20')),
  ]);
  await openProjects(page);
  const cells = (key: string) => page.locator(`[data-sum="${key}"]`).first().locator('td');
  await expect(cells('phase-informacion')).toHaveText([
    '2',
    '$\u00a01.500,50',
    'Sin valor',
    'Sin valor',
    'al menos $\u00a01.500,50',
  ]);
  await expect(cells('phase-democracia').last()).toHaveText('al menos $\u00a01.000');
  await expect(cells('phase-interaccion')).toHaveText(['0', '—', '—', '—', '—']);
  await expect(cells('phase-none').last()).toHaveText('al menos $\u00a020');
  await expect(cells('kind-replacement').last()).toHaveText('al menos $\u00a01.000');
  await expect(cells('kind-none').first()).toHaveText('2');
  await expect(cells('all').last()).toHaveText('al menos $\u00a01.520,50');
  await expect(page.locator('[data-missing]')).toContainText('Faltan 6 valores por decir');
  await expect(page.locator('[data-totals]')).toContainText('Por eso las filas pueden sumar más que el total');
});

test('a project is duplicated, deleted and brought back', async ({ page }) => {
  await storeWithDocuments(page, [aProject('P-01', { nombre: 'Portal', color: 'azul' }), aProject('P-02')]);
  await openProjects(page);
  await row(page, 'P-01').locator('[data-duplicate]').click();
  await expect(field(page, 'name')).toBeFocused();
  await expect(field(page, 'name')).toHaveValue('Portal (copia)');
  await row(page, 'P-03').locator('[data-delete]').click();
  await expect(row(page, 'P-03')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Deshacer', exact: true })).toBeFocused();
  await expect(page.locator('[data-outcome-text]')).toHaveText('Se borró P-03 «Portal (copia)».');
  // The id of what was deleted is not given again: it can come back beside a new one.
  await page.getByRole('button', { name: 'Agregar un proyecto' }).click();
  await expect(row(page, 'P-04')).toBeVisible();
  await page.getByRole('button', { name: 'Deshacer', exact: true }).click();
  await expect(row(page, 'P-03').locator('[data-toggle]')).toBeFocused();
  await saved(page);
  expect((await storedProjects(page))['P-03']).toEqual({ id: 'P-03', nombre: 'Portal (copia)', color: 'azul' });
  expect(
    await page.locator('[data-project]').evaluateAll((rows) => rows.map((each) => each.dataset['project'])),
  ).toEqual(['P-01', 'P-02', 'P-03', 'P-04']);
});

test('an address leads to a field of a project, on opening and afterwards', async ({ page }) => {
  await storeWithDocuments(page, [...plan, aProject('P-01'), aProject('P-02')]);
  await openProjects(page, '#proyecto/P-02/communications');
  await expect(page.locator('[data-resource=communications] textarea')).toBeFocused();
  await expect(row(page, 'P-02').locator('[data-toggle]')).toHaveAttribute('aria-expanded', 'true');
  const goTo = (fragment: string) => page.evaluate((hash) => (location.hash = hash), fragment);
  await goTo('#proyecto/P-01/phases');
  await expect(row(page, 'P-01').locator('[data-choices=phases] input').first()).toBeFocused();
  await expect(page.locator('.editor')).toHaveCount(1);
  await goTo('#proyecto/P-01/activities');
  await expect(row(page, 'P-01').locator('[data-options] input').first()).toBeFocused();
  await goTo('#nuevo');
  await expect(page.getByRole('button', { name: 'Agregar un proyecto' })).toBeFocused();
  await goTo('#proyecto/P-77/name');
  await expect(page.locator('[data-conflict-notices]')).toContainText('no hay un proyecto P-77');
});

test('two tabs follow each other; what one wrote over can be taken back; a project deleted there can come back', async ({
  page,
}) => {
  await storeWithDocuments(page, [aProject('P-01', { nombre: 'Portal' }), aProject('P-02', { nombre: 'Red' })]);
  const other = await page.context().newPage();
  await openProjects(page, '#proyecto/P-01');
  await openProjects(other, '#proyecto/P-01/office');
  await field(page, 'name').fill('Portal nuevo');
  await field(other, 'office').fill('Sistemas');
  await expect(row(other, 'P-01').locator('[data-name]')).toHaveText('Portal nuevo');
  await expect(field(other, 'name')).toHaveValue('Portal nuevo');
  await expect(field(page, 'office')).toHaveValue('Sistemas');
  await expect(field(other, 'office')).toBeFocused();

  await row(other, 'P-01').locator('[data-delete]').click();
  await expect(page.locator('[data-outcome-text]')).toHaveText(
    'El proyecto P-01 «Portal nuevo» se borró en otra pestaña.',
  );
  await expect(page.locator('.editor')).toHaveCount(0);
  await page.getByRole('button', { name: 'Recuperar' }).click();
  await expect(row(other, 'P-01').locator('[data-name]')).toHaveText('Portal nuevo');
  await other.close();

  const deaf = await page.context().newPage();
  await makeDeaf(deaf);
  await openProjects(deaf, '#proyecto/P-02');
  await open(page, 'P-02');
  await field(page, 'name').fill('Red de sedes');
  await saved(page);
  await field(deaf, 'name').fill('Red de datos');
  await expect(deaf.locator('[data-conflict-notices]')).toContainText(
    'Otra pestaña escribió lo mismo que usted en P-02 «Red de datos»',
  );
  await deaf.getByRole('button', { name: 'Recuperar' }).click();
  await expect(field(deaf, 'name')).toHaveValue('Red de sedes');
  await deaf.getByRole('button', { name: 'Deshacer', exact: true }).click();
  await expect(field(deaf, 'name')).toHaveValue('Red de datos');
  await expect.poll(async () => (await storedProjects(deaf))['P-02']?.['nombre']).toBe('Red de datos');
});

test('a closed version is read and not changed', async ({ page }) => {
  const closed = { ...header, cierre: { fecha: '2009-10-31', responsable: 'Ana Ruiz', sha256: 'a'.repeat(64) } };
  const project = { nombre: 'Portal', fases: ['informacion'], recursos: { hardware: { valor: '1000' } } };
  await storeWithDocuments(page, [...plan, aProject('P-01', project)], closed);
  await openProjects(page);
  await expect(page.locator('[data-notices]')).toContainText('Esta versión está cerrada');
  for (const hidden of ['[data-add]', '[data-start]', '[data-duplicate]', '[data-delete]']) {
    await expect(page.locator(hidden).first()).toBeHidden();
  }
  await row(page, 'P-01').getByRole('button', { name: 'Ver P-01 Portal' }).click();
  await expect(page.locator('.project-said')).toContainText('Fases que cumpleInformación en línea');
  await expect(page.locator('gel-projects .project input')).toHaveCount(0);
});

test('on paper the open project is read whole, without its fields', async ({ page }) => {
  await storeWithDocuments(page, [aProject('P-01', { nombre: 'Portal', observaciones: 'Depende del contrato.' })]);
  await openProjects(page, '#proyecto/P-01');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.editor')).toBeHidden();
  await expect(page.locator('.project-said')).toContainText('ObservacionesDepende del contrato.');
  await expect(page.locator('[data-paper-overview]')).toContainText('Entidad: Instituto Nacional de Salud.');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.project-said')).toHaveCount(0);
});

test('a damaged project is told and left as it is; what takes its place sends it to quarantine', async ({ page }) => {
  await storeWithDocuments(page, [aProject('P-01', { nombre: 5 })]);
  await openProjects(page);
  await expect(page.locator('[data-document-damage]')).toContainText('Proyecto P-01: Nombre del proyecto (');
  await page.getByRole('button', { name: 'Agregar un proyecto' }).click();
  await page.keyboard.type('Portal');
  await saved(page);
  expect((await storedProjects(page))['P-01']).toEqual({ id: 'P-01', nombre: 'Portal' });
  expect((await stored(page)).quarantine).toMatchObject([
    { assessmentId: ID, criterionId: 'project:P-01', raw: { id: 'P-01', nombre: 5 } },
  ]);
});

test('without an assessment the page says so', async ({ page }) => {
  await page.goto('/autoevaluacion/proyectos/');
  await expect(page.locator('[data-none-yet]')).toContainText('Los proyectos son parte de una autoevaluación');
  await expect(page.locator('[data-body]')).toBeHidden();
});

test('500 projects are as many as there can be, and one more is refused', async ({ page }) => {
  await storeWithDocuments(
    page,
    Array.from({ length: 500 }, (_, index) => aProject(`P-${String(index + 1).padStart(2, '0')}`, { nombre: 'Uno' })),
  );
  await openProjects(page);
  await expect(page.locator('[data-project]')).toHaveCount(500);
  await page.getByRole('button', { name: 'Agregar un proyecto' }).click();
  await expect(page.locator('[data-outcome-text]')).toContainText('Hay 500 proyectos, que es el máximo.');
  await expect(page.locator('[data-project]')).toHaveCount(500);
});

test('a whole project is written by keyboard alone', async ({ page }) => {
  await storeWithDocuments(page, plan);
  await openProjects(page, '#nuevo');
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Goes on with Tab until the focus is there. */
  const tabTo = async (selector: string) => {
    for (let step = 0; step < 40; step += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await press('Tab');
    }
    throw new Error(`The keyboard does not reach ${selector}.`);
  };
  await press('Enter');
  await expect(field(page, 'name')).toBeFocused();
  await page.keyboard.type('Portal de trámites');
  await tabTo('[data-choices=kinds] [value=acquisition]');
  await press('Space');
  await tabTo('[data-choices=targets] [value=programs]');
  await press('Space');
  await tabTo('[data-choices=phases] [value=informacion]');
  await press('Space');
  await tabTo('[data-criterion]');
  await page.keyboard.type('TRA-02');
  await press('Enter');
  await tabTo('[data-mark=transaccion]');
  await press('Enter');
  await expect(page.locator('[data-criterion]')).toBeFocused();
  await tabTo('[data-options] [value=TRA-02]');
  await press('Space');
  for (const kind of ['hardware', 'software']) {
    await tabTo(`[data-field="${kind}.description"] textarea`);
    await page.keyboard.type('Lo necesario');
    await tabTo(`[data-field="${kind}.amount"] input`);
    await page.keyboard.type('1.000.000');
  }
  await tabTo('[data-resource=communications] [data-no-need]');
  await press('Enter');
  await tabTo('#p-fuente');
  await page.keyboard.type('Inversión');
  await tabTo('#p-start');
  // The same day in whatever order the browser asks for day and month.
  await page.keyboard.type('02022010');
  await tabTo('#p-end');
  await page.keyboard.type('03032010');
  await tabTo('#p-office');
  await page.keyboard.type('Oficina de Sistemas');
  await tabTo('#p-position');
  await page.keyboard.type('Jefe');
  await tabTo('#p-observaciones');
  await page.keyboard.type('Ninguna');
  await tabTo('[data-close]');
  await press('Enter');
  await expect(row(page, 'P-01').locator('[data-toggle]')).toBeFocused();
  await expect(row(page, 'P-01').locator('[data-problems]')).toBeHidden();
  await saved(page);
  expect((await storedProjects(page))['P-01']).toEqual({
    id: 'P-01',
    nombre: 'Portal de trámites',
    tipos: ['adquisicion'],
    sobre: ['programas-informaticos'],
    fases: ['informacion', 'transaccion'],
    criterios: ['TRA-02'],
    recursos: {
      hardware: { descripcion: 'Lo necesario', valor: '1000000' },
      software: { descripcion: 'Lo necesario', valor: '1000000' },
      comunicaciones: { descripcion: 'No necesita.', valor: '0' },
    },
    fuente: 'Inversión',
    fechaInicio: '2010-02-02',
    fechaFin: '2010-03-03',
    responsable: 'Oficina de Sistemas',
    cargo: 'Jefe',
    actividades: ['TRA-02'],
    observaciones: 'Ninguna',
  });
  // Its delete button, by keyboard too, leads to the way back.
  await tabTo('[data-delete]');
  await press('Enter');
  await expect(page.getByRole('button', { name: 'Deshacer', exact: true })).toBeFocused();
  await press('Enter');
  await expect(row(page, 'P-01').locator('[data-toggle]')).toBeFocused();
  await expect(page).toHaveURL(new RegExp(`id=${ID}$`));
});
