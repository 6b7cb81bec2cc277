import { evaluated, header, ID, openQuestionnaire, store, stored } from '../support/assessment.ts';
import { criteriaIn } from '../support/criteria.ts';
import { downloaded } from '../support/files.ts';
import { expect, test } from '../support/test.ts';

test.describe('the form of the entity', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/autoevaluacion/');
    await page.locator('gel-entity-form [type=submit]:enabled').waitFor();
  });

  test('a blank name, a wrong NIT and an impossible date are told beside their fields; what was typed stays', async ({
    page,
  }) => {
    await page.fill('#nombre', '   ');
    await page.fill('#nit', '899999403-5');
    await page.check('input[value=nacional]');
    await page.fill('#dia', '30');
    await page.selectOption('#mes', '2');
    await page.fill('#anio', '2009');
    await page.locator('gel-entity-form [type=submit]').click();
    await expect(page.locator('[data-errors]')).toBeFocused();
    await expect(page.locator('#nombre-m')).toContainText('Escriba el nombre de la entidad.');
    await expect(page.locator('#nit-m')).toContainText('debería ser 4');
    await expect(page.locator('#fecha-m')).toContainText('Ese día no existe en el calendario.');
    await expect(page.locator('#nit')).toHaveValue('899999403-5');
    expect((await stored(page)).assessments).toEqual([]);
    await page.locator('[data-errors] a').nth(1).click();
    await expect(page.locator('#nit')).toBeFocused();
  });

  test('a name of 300 letters is refused with its length, and nothing is cut', async ({ page }) => {
    await page.fill('#nombre', 'x'.repeat(300));
    await page.locator('gel-entity-form [type=submit]').click();
    await expect(page.locator('#nombre-m')).toContainText('Tiene 300 caracteres y el máximo es 200');
    await expect(page.locator('#nombre')).toHaveValue('x'.repeat(300));
  });
});

test.describe('the questionnaire', () => {
  test('an evidence link that is not http(s) is told beside it and not stored', async ({ page }) => {
    await store(page, {});
    await openQuestionnaire(page, 'informacion');
    const box = page.locator('#inf-01');
    for (const wrong of ['ejemplo.gov.co', 'javascript:alert(1)', 'https://un espacio']) {
      await box.locator('[data-evidence-url]').fill(wrong);
      await box.locator('[data-evidence-url]').blur();
      await expect(box.locator('[data-row-message]')).toContainText('El enlace no está bien escrito');
    }
    await box.locator('[data-evidence-url]').fill('');
    await box.locator('[data-evidence-title]').fill('Solo el título');
    await box.locator('[data-evidence-title]').blur();
    await expect(box.locator('[data-row-message]')).toContainText('Falta el enlace');
    expect((await stored(page)).answers).toEqual([]);
  });

  test('«No aplica» without a justification is told, stored as it is, and stays unanswered', async ({ page }) => {
    await store(page, {});
    await openQuestionnaire(page, 'informacion');
    const box = page.locator('#inf-05');
    await box.locator('[data-not-applicable]').check();
    await expect(box.locator('[data-message=justification]')).toContainText(
      'Sin justificación el criterio sigue «Sin responder»',
    );
    await expect(box).toHaveAttribute('data-status', 'pending');
    await box.locator('[data-justification]').fill('La entidad tiene una sola sede.');
    await expect(box).toHaveAttribute('data-status', 'notApplicable');
    await expect(box.locator('[data-message=justification]')).toBeHidden();
  });

  test('a note of 10.000 letters is told with its length; the earlier note stays stored', async ({ page }) => {
    await store(page, { 'INF-01': { ...evaluated('mision'), observacion: 'Nota anterior.' } });
    await openQuestionnaire(page, 'informacion');
    await page.locator('#inf-01 [data-note]').fill('á'.repeat(10_000));
    await expect(page.locator('#inf-01 [data-message=note]')).toContainText(
      'tiene 10.000 caracteres y el máximo es 5.000',
    );
    await expect(page.locator('#inf-01 [data-note]')).toHaveValue('á'.repeat(10_000));
    await page.locator('#inf-02 [data-all]').check();
    await expect(page.locator('[data-save-line]')).toContainText('Guardado');
    const { answers } = await stored(page);
    expect(answers[0]).toMatchObject({ answer: { observacion: 'Nota anterior.' } });
  });

  test('a full disk is the loudest thing on the page, keeps what was marked, and offers the file', async ({ page }) => {
    await store(page, { 'INF-01': evaluated('mision') });
    await page.addInitScript(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...args) {
        // The header is written first and goes through: what fails is the second write of the transaction.
        if ((window as unknown as { full?: boolean }).full && this.name === 'answers')
          throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, args);
      };
    });
    await openQuestionnaire(page, 'informacion');
    await page.evaluate(() => Object.assign(window, { full: true }));
    await page.locator('#inf-02 [data-all]').check();
    const alarm = page.locator('[data-save-alarm]');
    await expect(alarm).toBeVisible();
    await expect(alarm).toContainText('No se pudo guardar: no queda espacio');
    await expect(alarm).toContainText('Lo que ve en pantalla sigue aquí');
    await expect(page.locator('[data-save-line]')).toHaveText('Sin guardar');
    await expect(page.locator('#inf-02')).toHaveAttribute('data-status', 'met');

    const download = page.waitForEvent('download');
    await alarm.locator('[data-download]').click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('autoevaluacion-ins-2009-10-15.gel.json');
    const stream = await file.createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const saved = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { respuestas: Record<string, unknown> };
    expect(Object.keys(saved.respuestas)).toEqual(['INF-01', 'INF-02']);
    const { modificada } = saved.respuestas['INF-02'] as { modificada: string };
    expect(Date.now() - Date.parse(modificada)).toBeLessThan(60_000);

    // Nothing of the failed transaction stayed, not even what it had already written.
    expect((await stored(page)).assessments).toMatchObject([{ revision: 0 }]);
    await page.evaluate(() => Object.assign(window, { full: false }));
    await alarm.locator('[data-retry]').click();
    await expect(alarm).toBeHidden();
    expect((await stored(page)).answers).toHaveLength(2);
  });

  test('a change whose writes went through but whose transaction did not commit is never called saved', async ({
    page,
  }) => {
    await store(page, {});
    await page.addInitScript(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...args) {
        const request = put.apply(this, args);
        if (this.name === 'answers') request.addEventListener('success', () => this.transaction.abort());
        return request;
      };
    });
    await openQuestionnaire(page, 'informacion');
    await page.locator('#inf-02 [data-all]').check();
    await expect(page.locator('[data-save-alarm]')).toBeVisible();
    await expect(page.locator('[data-save-line]')).toHaveText('Sin guardar');
    expect(await stored(page)).toMatchObject({ assessments: [{ revision: 0 }], answers: [] });
  });

  test('a browser that refuses storage says so on every page of the assessment, and the form stays readable', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    });
    for (const path of ['', 'entidad/', 'perfil/', 'informacion/', 'resultados/']) {
      await page.goto(`/autoevaluacion/${path}`);
      await expect(page.getByText('Este navegador no deja que el sitio guarde datos.')).toBeVisible();
    }
    await page.goto('/autoevaluacion/informacion/');
    await expect(page.locator('#inf-01 [data-all]')).toBeDisabled();
    await expect(page.locator('#inf-01')).toContainText('Misión y visión');
  });

  test('a double click makes one assessment, and a wrong link says where to look', async ({ page }) => {
    await page.goto('/autoevaluacion/');
    await page.locator('gel-entity-form [type=submit]:enabled').waitFor();
    await page.fill('#nombre', 'Instituto Nacional de Salud');
    await page.check('input[value=nacional]');
    await page.fill('#dia', '15');
    await page.selectOption('#mes', '10');
    await page.fill('#anio', '2009');
    await page.locator('gel-entity-form [type=submit]').dblclick();
    await page.waitForURL(/perfil/);
    expect((await stored(page)).assessments).toHaveLength(1);
    await page.goto('/autoevaluacion/resultados/?id=no-existe');
    await expect(page.getByText('La autoevaluación de esta dirección no está en este navegador.')).toBeVisible();
  });

  test('a link that is being changed keeps what was saved until the new one is right', async ({ page }) => {
    const evidencias = [{ titulo: 'Sitio', url: 'https://www.ejemplo.gov.co/' }];
    await store(page, { 'INF-01': { ...evaluated('mision'), evidencias } });
    await openQuestionnaire(page, 'informacion');
    const url = page.locator('#inf-01 [data-evidence-url]');
    await url.fill('');
    await url.pressSequentially('nuevo.gov.co');
    await page.locator('#inf-01 [data-evidence-title]').focus();
    await expect(page.locator('#inf-01 [data-row-message]')).toBeHidden();
    await url.fill('mal escrito');
    await page.locator('#inf-02 [data-all]').check();
    await expect(page.locator('#inf-01 [data-row-message]')).toContainText('Queda guardado el anterior');
    await expect(url).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('[data-save-line]')).toContainText('por corregir');
    expect(JSON.stringify((await stored(page)).answers)).toContain('ejemplo.gov.co');
  });

  test('a damaged answer is told, kept as it was found, and can be answered again', async ({ page }) => {
    await store(page, {
      'INF-01': { tipo: 'evaluada', cumplidas: 'mision', modificada: 'ayer' },
      'INF-02': evaluated(),
    });
    await openQuestionnaire(page, 'informacion');
    const notice = page.locator('[data-notices]');
    await expect(notice).toContainText(
      'Respuesta de INF-01, «Misión y visión»: Verificaciones cumplidas (dato dañado), Fecha de la respuesta (no es una fecha).',
    );
    // What a maintainer needs goes into the copy.
    const { bytes } = await downloaded(page, () =>
      notice.getByRole('button', { name: 'Guardar una copia de lo dañado' }).click(),
    );
    expect(JSON.parse(bytes.toString('utf8'))).toMatchObject([
      {
        criterionId: 'INF-01',
        problems: [{ path: 'cumplidas', expected: 'se esperaba una lista de verificaciones' }, { path: 'modificada' }],
        raw: { cumplidas: 'mision' },
      },
    ]);
    await expect(page.locator('#inf-02')).toHaveAttribute('data-status', 'unmet');
    expect((await stored(page)).answers).toHaveLength(2);
    await page.locator('#inf-01 [data-all]').check();
    await expect(page.locator('[data-save-line]')).toContainText('Guardado');
    const { quarantine } = await stored(page);
    expect(quarantine).toMatchObject([{ criterionId: 'INF-01', raw: { cumplidas: 'mision', modificada: 'ayer' } }]);
  });

  test('damaged data of the entity are told and offered as a file, and nothing is thrown away', async ({ page }) => {
    await store(page, { 'INF-01': evaluated('mision') }, { ...header, fechaCorte: 'octubre' });
    await page.goto('/autoevaluacion/');
    await expect(page.locator('gel-assessments [data-notices]')).toContainText(
      'Hay una autoevaluación de Instituto Nacional de Salud que no se puede abrir: parte de sus datos está dañada. Fecha de corte (no es una fecha).',
    );
    const { assessments, answers } = await stored(page);
    expect([assessments.length, answers.length]).toEqual([1, 1]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Guardar todo lo de esa autoevaluación' }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    expect(text).toContain('"cumplidas": [\n');
    expect(text).toContain('"expected": "se esperaba la fecha de corte, como 2009-10-15"');
  });

  test('an answer to a criterion that the instrument no longer has is reported, kept, and counts for nothing', async ({
    page,
  }) => {
    await store(page, { 'INF-99': evaluated('a'), 'INF-01': evaluated('mision', 'retirada') });
    await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
    await expect(page.locator('[data-unknown-text]')).toContainText('INF-99');
    await expect(page.locator('[data-unknown-text]')).toContainText('INF-01.retirada');
    await expect(page.locator('[data-phase=informacion] [data-answered]')).toHaveText(
      `1 de ${criteriaIn('informacion')}`,
    );
    await openQuestionnaire(page, 'informacion');
    await page.locator('#inf-01 [data-check]').nth(1).check();
    await expect(page.locator('[data-save-line]')).toContainText('Guardado');
    const { answers } = await stored(page);
    expect(answers).toHaveLength(2);
    expect(JSON.stringify(answers)).toContain('retirada');
  });

  test('text that looks like HTML is shown as text and never runs', async ({ page }) => {
    const attack = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    const entidad = { ...header.entidad, nombre: attack };
    await store(
      page,
      { 'TRA-09': { tipo: 'no-aplica', justificacion: attack, modificada: header.creada } },
      { ...header, entidad },
    );
    for (const path of ['', 'transaccion/', 'resultados/', 'perfil/', 'entidad/']) {
      await page.goto(`/autoevaluacion/${path}?id=${ID}`);
      await page.waitForLoadState('networkidle');
      expect(await page.locator('main img, main script:not([type="application/json"])').count()).toBeLessThanOrEqual(1);
      expect(await page.title()).toContain('Gobierno en Línea');
    }
  });
});
