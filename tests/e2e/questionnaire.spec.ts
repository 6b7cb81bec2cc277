import { header, openQuestionnaire, evaluated, store, stored, ID } from '../support/assessment.ts';
import { expect, test } from '../support/test.ts';

const saved = /^Guardado a las \d{1,2}:\d{2}$/;

test('a change is stored at once, and «Guardado» comes after it', async ({ page }) => {
  await store(page, {});
  await openQuestionnaire(page, 'informacion');
  await page.locator('#inf-01 [data-all]').check();
  await page.locator('#inf-01 [data-note]').fill('Falta la firma del acta.');
  await page.locator('#inf-01 [data-evidence-title]').fill('Quiénes somos');
  await page.locator('#inf-01 [data-evidence-url]').fill('https://www.ejemplo.gov.co/quienes-somos');
  await expect(page.locator('[data-save-line]')).toHaveText(saved);
  const { answers, assessments } = await stored(page);
  expect(answers).toMatchObject([
    {
      assessmentId: ID,
      criterionId: 'INF-01',
      answer: {
        tipo: 'evaluada',
        observacion: 'Falta la firma del acta.',
        evidencias: [{ titulo: 'Quiénes somos', url: 'https://www.ejemplo.gov.co/quienes-somos' }],
      },
    },
  ]);
  expect((assessments[0] as typeof header).revision).toBeGreaterThan(0);
  await page.reload();
  await page.locator('[data-summary]').waitFor();
  await expect(page.locator('#inf-01 [data-note]')).toHaveValue('Falta la firma del acta.');
  await expect(page.locator('#inf-01 [data-evidence-url]')).toHaveValue('https://www.ejemplo.gov.co/quienes-somos');
  await expect(page.locator('#inf-01')).toHaveAttribute('data-status', 'met');
});

test('marks that a click clears come back with «Deshacer»', async ({ page }) => {
  await store(page, { 'INF-03': evaluated('publicado', 'vigente', 'legible') });
  await openQuestionnaire(page, 'informacion');
  const box = page.locator('#inf-03');
  await box.locator('[data-none]').check();
  await expect(box).toHaveAttribute('data-status', 'unmet');
  await expect(box.locator('[data-undo-text]')).toHaveText('Se quitaron 3 marcas.');
  await box.locator('[data-undo]').click();
  await expect(box).toHaveAttribute('data-status', 'partial');
  await expect(box.locator('[data-check]:checked')).toHaveCount(3);
});

test('the filters show what is unanswered, not met, or noted, and say how many', async ({ page }) => {
  await store(page, {
    'DEM-01': { ...evaluated(), observacion: 'Hay un borrador.' },
    'DEM-02': evaluated('no-es-de-aqui'),
  });
  await openQuestionnaire(page, 'democracia');
  const visible = page.locator('[data-criterion]:visible');
  await expect(visible).toHaveCount(13);
  await page.locator('[data-filter]').selectOption('pending');
  await expect(visible).toHaveCount(11);
  await expect(page.locator('[data-shown]')).toHaveText('Se muestran 11 de 13.');
  await page.locator('[data-filter]').selectOption('unmet');
  await expect(visible).toHaveCount(2);
  await page.locator('[data-filter]').selectOption('noted');
  await expect(visible).toHaveCount(1);
});

test('the percentage is spoken after a pause, not at each click', async ({ page }) => {
  await store(page, {});
  await openQuestionnaire(page, 'democracia');
  await page.locator('#dem-01 [data-all]').check();
  await expect(page.locator('[data-percent]')).toHaveText('7,6\u00a0%');
  await expect(page.locator('[data-spoken]')).toHaveText('');
  await expect(page.locator('[data-spoken]')).toHaveText('Democracia en línea: 7,6\u00a0%, 1 de 13 respondidos.');
});

test('two tabs on one assessment see each other’s changes, and neither writes over the other', async ({
  page,
  context,
}) => {
  await store(page, {});
  const other = await context.newPage();
  await openQuestionnaire(page, 'democracia');
  await openQuestionnaire(other, 'democracia');
  await page.locator('#dem-01 [data-all]').check();
  await expect(other.locator('#dem-01')).toHaveAttribute('data-status', 'met');
  await other.locator('#dem-02 [data-none]').check();
  await expect(page.locator('#dem-02')).toHaveAttribute('data-status', 'unmet');
  await expect(page.locator('[data-answered]')).toHaveText('2 de 13 respondidos');
});

test('the profile proposes «No aplica», changes nothing alone, and loses no answer when it changes', async ({
  page,
}) => {
  await store(page, { 'TRA-01': evaluated('listado') });
  await page.goto(`/autoevaluacion/perfil/?id=${ID}`);
  await page.locator('[data-proposals]').waitFor();
  await page.locator('input[name=tramites-servicios][value=no]').check();
  await expect(page.locator('input[name=tramites][value=no]')).toBeChecked();
  await expect(page.locator('input[name=tramites][value=si]')).toBeDisabled();
  await expect(page.locator('[data-overruled]')).toContainText('TRA-01');
  expect((await stored(page)).answers).toHaveLength(1);
  await page.locator('[data-to-mark] input[value="INF-15"]').uncheck();
  await page.locator('[data-accept]').click();
  await expect(page.locator('[data-save-line]')).toHaveText(saved);
  const marked = (await stored(page)).answers as {
    criterionId: string;
    answer: { tipo: string; justificacion: string };
  }[];
  const byId = new Map(marked.map(({ criterionId, answer }) => [criterionId, answer]));
  expect(byId.get('INF-16')).toMatchObject({
    tipo: 'no-aplica',
    justificacion: 'La entidad no tiene trámites ni presta servicios al público.',
  });
  expect(byId.has('INF-15')).toBe(false);
  expect(byId.get('TRA-01')?.tipo).toBe('evaluada');

  await page.locator('input[name=tramites-servicios][value=si]').check();
  await expect(page.locator('[data-to-review]')).toContainText('INF-16');
  await expect(page.locator('[data-save-line]')).toHaveText(saved);
  expect((await stored(page)).answers).toHaveLength(marked.length);
});

test('the results say floor and ceiling, state, what to do first and how it was computed', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await store(page, { 'DEM-01': evaluated(), 'INF-01': evaluated('mision') });
  await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
  await page.locator('[data-report]').waitFor();
  await expect(page.locator('[data-phase=informacion] [data-state]')).toHaveText('Vencida: 35 criterios por cumplir');
  await expect(page.locator('[data-phase=democracia] [data-state]')).toHaveText('En plazo');
  await expect(page.locator('[data-phase=democracia] [data-ceiling]')).toHaveText('92,3\u00a0%');
  await expect(page.locator('[data-priority-rows] tr').first()).toContainText('INF-01');
  await expect(page.locator('[data-priority-rows] tr').nth(1)).toContainText('DEM-01');
  const account = page.locator('[data-anatomy=informacion]');
  await account.locator('summary').click();
  await account.locator('[data-copy]').click();
  await expect(account.locator('[data-copied]')).toHaveText('Copiado.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('INF-01 Misión y visión: Parcial; 1 de 3 × peso 1');
  expect(copied).toContain('Instituto Nacional de Salud. Fecha de corte: 15 de octubre de 2009.');
  await expect(page.locator('[data-chart]')).toBeVisible();
  await expect(page.locator('[data-chart-fault]')).toBeHidden();
});

test('the table beside the chart has the figures that the page computes everywhere else', async ({ page }) => {
  await store(page, { 'DEM-01': evaluated(), 'DEM-02': evaluated('no-es-de-aqui') });
  await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
  const row = page.locator('[data-remaining] tr').nth(4).locator('th, td');
  await expect(row).toHaveText(['Democracia en línea', '0', '0', '2', '11', '0', '13']);
});
