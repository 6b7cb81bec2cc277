import { cardAction, evaluated, header, ID, notApplicable, openList, store } from './assessment.ts';
import { storePlanned, wholePlan } from './documents.ts';
import { assessmentFile, downloaded, file, giveToMerge, openInList } from './files.ts';
import { anActivity, aProject, openProjects, storeWithDocuments } from './projects.ts';
import { halfMet, manyActivities, openPlan, storePlan } from './plan.ts';
import { expect, type Page } from './test.ts';

const LATER = '2009-10-20T10:00:00.000Z';
/** A name without a blank to break at, and one as long as a name may be. */
const LONG = `${'Superintendencia'.repeat(4)} ${'de las entidades del sector '.repeat(4)}`.slice(0, 200);
const mine = {
  'INF-01': {
    ...evaluated('mision'),
    observacion: `Falta publicar la visión: https://www.ejemplo.gov.co/${'x'.repeat(120)}`,
  },
  'INF-02': evaluated(),
  'DEM-01': evaluated('publicado'),
  'TRA-09': notApplicable('La entidad no cobra por sus trámites.'),
};
const theirs = {
  'INF-01': { ...evaluated('mision', 'vision'), observacion: 'Ya está la visión.', modificada: LATER },
  'INF-03': { ...evaluated('publicado'), modificada: LATER },
  'DEM-01': { ...evaluated(), modificada: LATER },
  'INF-99': evaluated('desconocida'),
};
/** A plan with a row that the two share, one that differs, and a text that is too long to be joined. */
const planOf = (who: string) => ({
  planDeAccion: { 'INF-01': { actividad: 'Publicar' }, 'INF-02': { actividad: who } },
  planGeneral: { recursos: who.repeat(3000).slice(0, 3000) },
  proyectos: [{ id: 'P-01', nombre: who }],
});
const colleague = file(
  'parte-del-area-de-sistemas-y-planeacion-2009-10-20.gel.json',
  assessmentFile(theirs, {
    revision: 44,
    modificada: LATER,
    perfil: { 'varias-sedes': false },
    ...planOf('Contratar un diseño '),
  }),
);

async function list(page: Page): Promise<void> {
  await store(page, mine, { ...header, revision: 40, perfil: { 'varias-sedes': true } }, planOf('Publicar '));
  const other = {
    ...header,
    id: '7a7c2f0e-1111-4b7e-9a35-2f1a4c1f9f10',
    entidad: { nombre: LONG, orden: 'territorial' },
  };
  await store(page, {}, { ...other, etiqueta: 'Borrador de la oficina de sistemas' });
  await store(page, {}, { ...other, id: '7a7c2f0e-2222-4b7e-9a35-2f1a4c1f9f10' });
  await openList(page);
  await cardAction(page, 'delete', 1);
  await page.locator('[data-undo]:visible').waitFor();
}

async function close(page: Page): Promise<void> {
  await store(page, mine, { ...header, entidad: { ...header.entidad, contacto: { nombre: LONG.slice(0, 90) } } });
  await openList(page);
  await cardAction(page, 'close');
  await page.getByRole('dialog').getByRole('button', { name: 'Cerrar la versión' }).click();
  await expect(page.locator('[data-outcome-text]')).toContainText('La versión quedó cerrada');
}

/** States of the pages that only come of what a person does. Each begins in a browser without data. */
export const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the list with its actions, a deletion, a refusal and a file that waits': async (page) => {
    await list(page);
    await openInList(page, colleague, file('foto.json', 'no'));
    for (const details of await page.locator('.more, [data-kept]').all()) {
      await details.evaluate((each: HTMLDetailsElement) => (each.open = true));
    }
  },
  'the list with a dialog and its error': async (page) => {
    await list(page);
    await cardAction(page, 'duplicate');
    await page.getByRole('dialog').getByRole('button', { name: 'Duplicar' }).click();
    await page.locator('dialog[open] [data-message]:visible').waitFor();
  },
  'the list with the dialog of the closing': async (page) => {
    await list(page);
    await cardAction(page, 'close');
    await page.getByRole('dialog').waitFor();
  },
  'the merge with conflicts': async (page) => {
    await list(page);
    await openInList(page, colleague);
    await page.locator('[data-choice=merge]').click();
    await page.locator('[data-form]:visible').waitFor();
    await page.locator('[data-taken-summary]').click();
  },
  'the merge when it is done': async (page) => {
    await store(page, mine);
    await page.goto(`/autoevaluacion/unir/?id=${ID}`);
    await page.locator('[data-body]:visible').waitFor();
    await giveToMerge(page, colleague);
    await page.locator('gel-merge [type=submit]').click();
    await page.locator('[data-done]:visible').waitFor();
  },
  'the results of a closed version, with its link': async (page) => {
    await close(page);
    await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
    await page.locator('[data-closing]:visible').waitFor();
    await page.getByRole('button', { name: 'Compartir por enlace' }).click();
    await page.locator('[data-link]:visible').waitFor();
  },
  'a questionnaire of a closed version': async (page) => {
    await close(page);
    await page.goto(`/autoevaluacion/democracia/?id=${ID}`);
    await page.locator('[data-notices] .notice').waitFor();
  },
  'a shared assessment': async (page) => {
    await store(page, mine, { ...header, etiqueta: 'Borrador de la oficina de sistemas' });
    await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
    await page.locator('[data-report]:visible').waitFor();
    await page.getByRole('button', { name: 'Compartir por enlace' }).click();
    await page.locator('[data-link]:visible').waitFor();
    const link = await page.locator('[data-link]').inputValue();
    await page.goto('about:blank');
    await page.goto(link);
    await page.locator('gel-shared [data-body]:visible').waitFor();
    await page.locator('[data-section=informacion] summary').click();
  },
  'a checked file': async (page) => {
    await close(page);
    const saved = await downloaded(page, () => page.getByRole('button', { name: 'Guardar una copia' }).click());
    await page.goto('/autoevaluacion/comprobar/');
    const given = { name: saved.name, mimeType: 'application/json', buffer: saved.bytes };
    await page.locator('[data-file]:enabled').setInputFiles(given);
    await page.locator('[data-verdict]:visible').waitFor();
  },
  'the plan with its proposals and what was just added': async (page) => {
    await storePlan(page, halfMet);
    await openPlan(page);
    await page.getByRole('button', { name: /^Agregar las \d+/ }).click();
    await page.getByRole('button', { name: 'Deshacer', exact: true }).click();
    await page.locator('[data-add]').first().click();
    await page.locator('[data-undo]:visible').waitFor();
  },
  'the plan with the fields of an activity open, and what is wrong with them': async (page) => {
    const activities = {
      ...manyActivities(12),
      'INF-03': { actividad: LONG, fechaInicio: '2010-05-01', fechaFin: '2010-03-01', criterios: ['INF-03', 'ZZZ-01'] },
      'INF-04': {
        actividad: `https://www.ejemplo.gov.co/${'x'.repeat(150)}`,
        retirada: { motivo: 'cumplida', fecha: '2009-09-01' },
      },
    };
    await storePlan(page, halfMet, { activities, projects: [{ id: 'P-01' }] });
    await openPlan(page, '#actividad/INF-03/amount');
    await page.locator('[data-field=amount]').fill('1,250');
    await page.locator('[data-field=percent]').fill('120');
    await page.locator('[data-field=office]').fill('x'.repeat(201));
    await page.locator('[data-done]').click();
    await page.locator('[data-held]:visible').waitFor();
  },
  'the plan along the time, with a group of activities selected': async (page) => {
    await storePlan(page, halfMet, {
      activities: { ...manyActivities(30), 'TRF-13': { actividad: 'Sin fechas todavía' } },
    });
    await openPlan(page);
    await page.locator('[data-view]').selectOption('date');
    await page.locator('[data-pick-all]').check();
    await page.locator('[data-group-field]').selectOption('office');
    await page.locator('[data-group-clear]:visible').waitFor();
    // An open row that the search does not ask for, and many that are selected and not to be seen.
    await page.locator('[data-edit="TRF-13"]').click();
    await page.locator('[data-search]').fill('inf-0');
    await page.locator('.row-held:visible').waitFor();
  },
  'a file that was changed after its closing, and a digest that is none': async (page) => {
    await page.goto('/autoevaluacion/comprobar/');
    const cierre = { fecha: '2009-10-31', responsable: LONG, sha256: 'f'.repeat(64) };
    await page.locator('[data-file]:enabled').setInputFiles(file('ins.gel.json', assessmentFile({}, { cierre })));
    await page.locator('[data-verdict]:visible').waitFor();
  },
  'the documents with much missing, a list unfolded': async (page) => {
    const { answers, plan, projects } = wholePlan(1);
    const bare = plan.activities.map((each) => ({ ...each, goal: '', position: '', end: '' }));
    const nameless = projects.map((each) => ({ ...each, name: LONG, phases: [] }));
    await storePlanned(page, { answers, plan: { ...plan, activities: bare }, projects: nameless });
    await page.goto(`/autoevaluacion/documentos/?id=${ID}`);
    await page.locator('[data-check-count]:visible').waitFor();
    await page.locator('.more-lacks summary').first().click();
  },
  'the documents with the previews of the plan and of its letter': async (page) => {
    await storePlanned(page, wholePlan());
    await page.goto(`/autoevaluacion/documentos/?id=${ID}`);
    await page.locator('[data-check-count]:visible').waitFor();
    for (const kind of ['plan', 'plan-letter']) await page.locator(`[data-preview=${kind}] summary`).click();
    await expect(page.locator('.preview .paper')).toHaveCount(2);
  },
  'a project that is open, with every field wrong': async (page) => {
    const linked = { criterios: ['INF-03', 'DEM-02', 'XXX-01'], fases: ['otra'], actividades: ['INF-03', 'INF-99'] };
    await storeWithDocuments(page, [
      anActivity('INF-03', LONG, { recursosTecnologicos: 'Gestor de contenidos' }),
      aProject('P-01', { nombre: LONG, ...linked, fechaInicio: '2010-06-01', fechaFin: '2010-01-01' }),
    ]);
    await openProjects(page, '#proyecto/P-01');
    await page.locator('[data-start] summary').click();
    for (const key of ['name', 'hardware.description', 'source', 'office', 'position', 'remarks']) {
      await page.locator(`[data-field="${key}"]`).locator('input, textarea').fill('x'.repeat(5001));
    }
    await page.locator('[data-field="hardware.amount"] input').fill('1,250,000');
    await page.locator('[data-date=start] input').fill('1999-01-01');
    await page.locator('[data-criterion]').fill('y'.repeat(90));
    await page.locator('[data-add-criterion]').click();
    await page.locator('[data-criteria] [data-message]:visible').waitFor();
    await page.locator('[data-date=start] [data-message]:visible').waitFor();
  },
  'the projects with their totals, the greatest amounts and a name without a blank': async (page) => {
    const most = { valor: '999999999999999.99' };
    await storeWithDocuments(page, [
      aProject('P-01', {
        nombre: 'Superintendencia'.repeat(18),
        tipos: ['adquisicion', 'reposicion', 'actualizacion', 'integracion', 'mantenimiento', 'sostenimiento'],
        sobre: ['sistemas-de-informacion', 'equipos-de-procesamiento', 'programas-informaticos'],
        fases: ['informacion', 'interaccion', 'transaccion', 'transformacion', 'democracia'],
        recursos: { hardware: most, software: most, comunicaciones: most },
      }),
      aProject('P-02', { nombre: 'Red de datos', criterios: ['INF-03'], fechaInicio: '2010-06-01' }),
      aProject('P-03'),
    ]);
    await openProjects(page);
    await page.locator('[data-project=P-03] [data-delete]').click();
    await page.getByRole('button', { name: 'Deshacer', exact: true }).waitFor();
  },
};
