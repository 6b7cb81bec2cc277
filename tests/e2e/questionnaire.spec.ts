import {
  header,
  makeDeaf,
  openQuestionnaire,
  openTwoTabs,
  evaluated,
  store,
  stored,
  ID,
} from '../support/assessment.ts';
import { criteriaIn, shownPercent } from '../support/criteria.ts';
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

test('each change is taken back and made again, by key and by button, unless another tab has changed the same since', async ({
  page,
  context,
}) => {
  await store(page, { 'INF-03': evaluated('publicado', 'vigente') });
  await openQuestionnaire(page, 'informacion');
  const box = page.locator('#inf-03');
  const [undo, redo] = [page.locator('[data-undo-last]'), page.locator('[data-redo-last]')];
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await box.locator('[data-all]').check();
  await expect(undo).toHaveAttribute('title', 'Deshacer: las marcas de INF-03');
  await page.keyboard.press('Control+z');
  await expect(box.locator('[data-check]:checked')).toHaveCount(2);
  await expect(page.locator('[data-shown]')).toHaveText('Se deshizo: las marcas de INF-03.');
  await expect(box.locator('[data-all]')).toBeFocused();
  await page.keyboard.press('Control+Shift+Z');
  await expect(box).toHaveAttribute('data-status', 'met');
  await undo.click();
  await expect(box).toHaveAttribute('data-status', 'partial');

  // In a text the keys are the browser's own; outside, the whole text is one change.
  await box.locator('[data-note]').pressSequentially('Hay un acta');
  await page.keyboard.press('Control+z');
  await expect(box.locator('[data-note]')).not.toHaveValue('Hay un acta');
  await expect(box).toHaveAttribute('data-status', 'partial');
  await box.locator('[data-note]').fill('Hay un acta firmada');
  await undo.click();
  await expect(box.locator('[data-note]')).toHaveValue('');
  await redo.click();
  await expect(box.locator('[data-note]')).toHaveValue('Hay un acta firmada');
  await expect(page.locator('[data-save-line]')).toHaveText(saved);
  expect((await stored(page)).answers).toMatchObject([
    { criterionId: 'INF-03', answer: { cumplidas: ['publicado', 'vigente'], observacion: 'Hay un acta firmada' } },
  ]);

  await page.locator('#inf-04 [data-none]').check();
  await expect(page.locator('[data-save-line]')).toHaveText(saved);
  const other = await context.newPage();
  await openQuestionnaire(other, 'informacion');
  await other.locator('#inf-04 [data-all]').check();
  await expect(page.locator('#inf-04')).toHaveAttribute('data-status', 'met');
  await undo.click();
  await expect(page.locator('[data-shown]')).toContainText('otra pestaña cambió después las marcas de INF-04');
  await expect(page.locator('#inf-04')).toHaveAttribute('data-status', 'met');
  await expect(undo).toHaveAttribute('title', /observación de INF-03/);
});

test('the filters show what is unanswered, not met, or noted, and say how many', async ({ page }) => {
  await store(page, {
    'DEM-01': { ...evaluated(), observacion: 'Hay un borrador.' },
    'DEM-02': evaluated('no-es-de-aqui'),
  });
  await openQuestionnaire(page, 'democracia');
  const visible = page.locator('[data-criterion]:visible');
  await expect(visible).toHaveCount(criteriaIn('democracia'));
  await page.locator('[data-filter]').selectOption('pending');
  await expect(visible).toHaveCount(criteriaIn('democracia') - 2);
  await expect(page.locator('[data-shown]')).toHaveText(
    `Se muestran ${criteriaIn('democracia') - 2} de ${criteriaIn('democracia')}.`,
  );
  await page.locator('[data-filter]').selectOption('unmet');
  await expect(visible).toHaveCount(2);
  await page.locator('[data-filter]').selectOption('noted');
  await expect(visible).toHaveCount(1);
});

test('the percentage is spoken after a pause, not at each click', async ({ page }) => {
  await store(page, {});
  await openQuestionnaire(page, 'democracia');
  await page.locator('#dem-01 [data-all]').check();
  await expect(page.locator('[data-percent]')).toHaveText(shownPercent(1, criteriaIn('democracia')));
  await expect(page.locator('[data-spoken]')).toHaveText('');
  await expect(page.locator('[data-spoken]')).toHaveText(
    `Democracia en línea: ${shownPercent(1, criteriaIn('democracia'))}, 1 de ${criteriaIn('democracia')} respondidos.`,
  );
});

test('«Guardado» appears only after the database has confirmed', async ({ page }) => {
  await store(page, {});
  await openQuestionnaire(page, 'democracia');
  // Another connection holds the database: the page's own write has to wait behind it.
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('gel-autoevaluaciones');
      request.onsuccess = () => resolve(request.result);
    });
    const names = ['assessments', 'answers', 'quarantine'];
    const holding = database.transaction(names, 'readwrite').objectStore('answers');
    const hold = (): void => {
      if ((window as unknown as { release?: boolean }).release) database.close();
      else holding.count().onsuccess = hold;
    };
    hold();
  });
  await page.locator('#dem-01 [data-all]').check();
  await expect(page.locator('[data-save-line]')).toHaveText('Guardando…');
  await page.waitForTimeout(500);
  await expect(page.locator('[data-save-line]')).toHaveText('Guardando…');
  await page.evaluate(() => Object.assign(window, { release: true }));
  await expect(page.locator('[data-save-line]')).toHaveText(saved);
});

for (const end of ['%', '%E0%A4%A', '/', '%20)']) {
  test(`an address that a program has cut or lengthened leads to its criterion: #inf-03${end}`, async ({ page }) => {
    await store(page, {});
    await page.goto(`/autoevaluacion/informacion/?id=${ID}#inf-03${end}`);
    await page.locator('[data-summary]').waitFor();
    await expect(page.locator('#inf-03 :focus')).toHaveCount(1);
    await expect(page.locator('[data-notices] .notice')).toHaveCount(0);
  });
}

test('a note that could not be saved survives what another tab does', async ({ page }) => {
  await store(page, { 'DEM-01': { ...evaluated('publicado'), observacion: 'Antes.' } });
  const other = await openTwoTabs(page, 'democracia');
  await page.locator('#dem-01 [data-note]').fill('x'.repeat(6000));
  await page.locator('#dem-02 [data-none]').check();
  await expect(page.locator('[data-save-line]')).toContainText('salvo 1 texto por corregir');
  await other.locator('#dem-03 [data-none]').check();
  await expect(page.locator('#dem-03')).toHaveAttribute('data-status', 'unmet');
  await expect(page.locator('#dem-01 [data-note]')).toHaveValue('x'.repeat(6000));
});

test('two tabs on the same criterion: the later stays, the other is kept and can be taken back', async ({ page }) => {
  await store(page, {});
  await makeDeaf(page);
  const other = await openTwoTabs(page, 'democracia');
  await other.locator('#dem-01 [data-note]').fill('De la otra pestaña.');
  await expect(other.locator('[data-save-line]')).toHaveText(saved);
  await page.locator('#dem-01 [data-note]').pressSequentially('De esta.');
  await expect(page.locator('#dem-01 [data-conflict-line]')).toContainText('De la otra pestaña.');
  const { quarantine } = await stored(page);
  expect(JSON.stringify(quarantine)).toContain('De la otra pestaña.');
  await page.locator('#dem-01 [data-take-conflict]').click();
  await expect(page.locator('#dem-01 [data-note]')).toHaveValue('De la otra pestaña.');
});

test('what another tab wrote while this one was in the field is not lost, however often the page is refreshed', async ({
  page,
}) => {
  await store(page, {});
  const other = await openTwoTabs(page, 'democracia');
  await page.locator('#dem-01 [data-note]').focus();
  await other.locator('#dem-01 [data-note]').fill('De la otra pestaña.');
  await expect(other.locator('[data-save-line]')).toHaveText(saved);
  await other.locator('#dem-02 [data-none]').check();
  await expect(page.locator('#dem-02')).toHaveAttribute('data-status', 'unmet');
  await page.locator('#dem-01 [data-note]').pressSequentially('De esta.');
  await expect(page.locator('#dem-01 [data-conflict-line]')).toContainText('De la otra pestaña.');
});

test('«No cumple» comes back after a «No aplica» by mistake', async ({ page }) => {
  await store(page, { 'INF-05': evaluated() });
  await openQuestionnaire(page, 'informacion');
  await page.locator('#inf-05 [data-not-applicable]').check();
  await expect(page.locator('#inf-05 [data-undo-text]')).toHaveText('Antes estaba «No cumple».');
  await page.locator('#inf-05 [data-undo]').click();
  await expect(page.locator('#inf-05')).toHaveAttribute('data-status', 'unmet');
});

test('«Siguiente sin responder» goes on from where the person is, also with the mouse', async ({ page }) => {
  await store(page, {});
  await openQuestionnaire(page, 'democracia');
  for (const id of ['dem-01', 'dem-02', 'dem-03']) {
    await page.locator('[data-next]').click();
    await expect(page.locator(`#${id} [data-all]`)).toBeFocused();
  }
});

test('the guide leads back to the assessment that the tab was on, not to the one changed last', async ({ page }) => {
  await store(page, {});
  await store(
    page,
    {},
    {
      ...header,
      id: 'otra-autoevaluacion',
      modificada: '2010-01-01T00:00:00.000Z',
      entidad: { nombre: 'Otra', orden: 'nacional' },
    },
  );
  await openQuestionnaire(page, 'informacion');
  await page.locator('#inf-03 .asks a').click();
  await page.getByRole('link', { name: 'Responder este criterio' }).click();
  await expect(page.locator('[data-assessment-name]')).toHaveText(
    'Instituto Nacional de Salud (INS) · fecha de corte: 15 de octubre de 2009',
  );
  await expect(page).toHaveURL(new RegExp(`id=${ID}`));
});

test('a blank questionnaire opens no assessment', async ({ page }) => {
  await store(page, { 'DEM-01': evaluated() });
  await page.goto('/autoevaluacion/democracia/?en-blanco');
  await expect(page.locator('[data-blank]')).toBeVisible();
  await expect(page.locator('#dem-01 [data-none]')).not.toBeChecked();
});

test('changing the entity keeps the answers, and «No aplica» can be taken back from the profile', async ({ page }) => {
  await store(page, { 'INF-05': { tipo: 'no-aplica', justificacion: 'Una sola sede.', modificada: header.creada } });
  await page.goto(`/autoevaluacion/entidad/?id=${ID}`);
  await page.locator('gel-entity-form [type=submit]:enabled').waitFor();
  await page.check('input[value=territorial]');
  await page.locator('gel-entity-form [type=submit]').click();
  await page.waitForURL(/perfil/);
  await page.locator('input[name=varias-sedes][value=si]').check();
  await page.locator('[data-release]').click();
  await expect(page.locator('[data-save-line]')).toHaveText(saved);
  await expect(page.locator('[data-outcome]')).toContainText('Se quitó el «No aplica» a 1 criterio');
  const { answers, assessments } = await stored(page);
  expect(answers).toMatchObject([
    { criterionId: 'INF-05', answer: { tipo: 'sin-responder', justificacion: 'Una sola sede.' } },
  ]);
  expect(assessments).toMatchObject([{ entidad: { orden: 'territorial' }, perfil: { 'varias-sedes': true } }]);
});

test('two tabs on one assessment see each other’s changes, and neither writes over the other', async ({ page }) => {
  await store(page, {});
  const other = await openTwoTabs(page, 'democracia');
  await page.locator('#dem-01 [data-all]').check();
  await expect(other.locator('#dem-01')).toHaveAttribute('data-status', 'met');
  await other.locator('#dem-02 [data-none]').check();
  await expect(page.locator('#dem-02')).toHaveAttribute('data-status', 'unmet');
  await expect(page.locator('[data-answered]')).toHaveText(`2 de ${criteriaIn('democracia')} respondidos`);
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

  // All of it at once is taken back and made again.
  await page.keyboard.press('Control+z');
  await expect(page.locator('[data-outcome]')).toContainText('Se deshizo: el cambio en');
  await expect(page.locator('[data-to-mark]')).toContainText('INF-16');
  await page.locator('[data-redo-last]').click();
  await expect(page.locator('[data-to-mark]')).not.toContainText('INF-16');

  await page.locator('input[name=tramites-servicios][value=si]').check();
  await expect(page.locator('[data-to-review]')).toContainText('INF-16');
  await expect(page.locator('[data-save-line]')).toHaveText(saved);
  expect((await stored(page)).answers).toHaveLength(marked.length);

  // An answer to the profile too, back to none. What contradicts it is said where it is answered, and the way leads there.
  await page.locator('[data-undo-last]').click();
  await expect(page.locator('[data-overruled]')).toContainText('TRA-01');
  await page.locator('[data-overruled]').getByRole('link', { name: 'Ir a TRA-01' }).click();
  await expect(page.locator('#tra-01 [data-all]')).toBeFocused();
  await expect(page.locator('#tra-01 [data-contradiction]')).toContainText('Su respuesta vale y cuenta');
  await expect(page.locator('[data-contradictions]').getByRole('link', { name: 'TRA-01' })).toBeVisible();
});

test('the results say floor and ceiling, state, what to do first and how it was computed', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await store(page, { 'DEM-01': evaluated(), 'INF-01': evaluated('mision') });
  await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
  await page.locator('[data-report]').waitFor();
  await expect(page.locator('[data-phase=informacion] [data-state]')).toHaveText(
    `Plazo vencido: 1 no cumplidos o parciales, ${criteriaIn('informacion') - 1} sin responder`,
  );
  await expect(page.locator('[data-phase=democracia] [data-state]')).toHaveText('Dentro del plazo');
  await expect(page.locator('[data-phase=democracia] [data-ceiling]')).toHaveText(
    shownPercent(criteriaIn('democracia') - 1, criteriaIn('democracia')),
  );
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
