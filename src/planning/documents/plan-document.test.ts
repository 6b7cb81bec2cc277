import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullPlanning } from '../../../tests/builders/full-planning.ts';
import { goldenAssessment, goldenInstrument } from '../../../tests/builders/golden-assessment.ts';
import { goldenPlan, goldenPlanning, goldenProjects } from '../../../tests/builders/golden-planning.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import { somePlan, someProjects } from '../../../tests/builders/random-plan.ts';
import { showPesos } from '../../kit/values/money.ts';
import { shownPercent } from '../../assessment/domain/percent.ts';
import { EMPTY_PLAN, type Activity } from '../domain/plan.ts';
import { planningOf, type Planning } from '../domain/planning.ts';
import { longDate } from '../../kit/words/dates.ts';
import { LABEL_END, type DocumentBlock, type DocumentModel } from './document-model.ts';
import { plainText } from './document-parts.ts';
import { planDocument } from './plan-document.ts';
import { resultRow } from '../../assessment/copy/results.ts';
import { statusName } from '../../assessment/copy/terms.ts';

type Table = Extract<DocumentBlock, { kind: 'table' }>;

const tables = ({ blocks }: DocumentModel): Table[] => blocks.filter((block) => block.kind === 'table');
const activityTables = (model: DocumentModel) =>
  tables(model).filter(({ columns }) => columns.length === 4 && columns[1]?.name.startsWith('Meta'));
const texts = ({ blocks }: DocumentModel): string =>
  blocks
    .map((block) => {
      if (block.kind === 'list') return block.items.join('\n');
      if (block.kind === 'facts') return block.facts.flat().join('\n');
      return block.kind === 'table' ? [block.caption, ...block.rows.flat()].join('\n') : block.text;
    })
    .join('\n');
const headings = ({ blocks }: DocumentModel) =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
const facts = ({ blocks }: DocumentModel) =>
  new Map(blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : [])));

/** The row of an activity, wherever it stands. */
function rowsOf(model: DocumentModel, id: string): readonly (readonly string[])[] {
  return activityTables(model)
    .flatMap(({ rows }) => rows)
    .filter(([first]) => first?.startsWith(`${id}${LABEL_END}`));
}

const empty = (): Planning => planningOf(goldenInstrument, goldenAssessment, EMPTY_PLAN, []);
const withActivity = (activity: Partial<Activity>): Planning =>
  planningOf(
    goldenInstrument,
    goldenAssessment,
    { ...goldenPlan, activities: [{ ...goldenPlan.activities[0]!, ...activity }] },
    [],
  );

describe('the plan as a document', () => {
  const model = planDocument(goldenPlanning());

  it('holds every field of an activity, its criterion with its status and its projects', () => {
    const { progress, amount, start, end, criteria, id, ...written } = goldenPlan.activities[0]!;
    const [row, ...others] = rowsOf(model, id);
    const text = row?.join('\n') ?? '';
    expect(others).toEqual([]);
    for (const each of Object.values(written)) expect(text).toContain(plainText(String(each)));
    expect(text).toContain(`${criteria[0]} Criterio 1 (${statusName.partial})`);
    expect(text).toContain(showPesos(amount!));
    for (const date of [start, end]) expect(text).toContain(longDate(date));
    expect(text).toContain('P-01 =Portal\n& trámites');
    expect(text).toContain(`Avance al ${longDate(progress[0]!.date)}:${LABEL_END}40\u00a0%`);
    expect(text).not.toContain('90\u00a0%');
  });

  it('lists an activity that serves several criteria once, with all of them, known or not', () => {
    const [row, ...others] = rowsOf(model, 'INF-01-2');
    expect(others).toEqual([]);
    expect(row?.[0]).toContain(
      `Criterios:${LABEL_END}INF-02 Criterio 2 (No cumple)\nINT-01 Criterio 1 (Sin responder)\nXXX-99 (no está en este instrumento)`,
    );
    expect(row?.[0]).toContain('Termina antes de comenzar.');
    expect(row?.[2]).toContain(`Inicio:${LABEL_END}1 de febrero de 2010`);
  });

  it('says plainly what nobody has written, and tells no value from costs nothing', () => {
    expect(rowsOf(model, 'PRE-01')[0]).toEqual([
      `PRE-01${LABEL_END}Formar el comité\nCriterio:${LABEL_END}PRE-01 Criterio 1 (Cumple)`,
      `Meta:${LABEL_END}Sin escribir`,
      `Dependencia:${LABEL_END}Sin escribir\nCargo:${LABEL_END}Sin escribir\nInicio:${LABEL_END}Sin escribir\nFin:${LABEL_END}30 de noviembre de 2009`,
      `Valor:${LABEL_END}$\u00a00`,
    ]);
    expect(rowsOf(model, 'TRF-01')[0]?.[3]).toBe(`Valor:${LABEL_END}Sin valor`);
    const at = model.blocks.findIndex((block) => block.kind === 'heading' && block.text.startsWith('Mecanismos'));
    expect(model.blocks[at + 1]).toEqual({ kind: 'paragraph', text: 'Sin escribir' });
    expect(facts(model).get('Actividades')).toBe(
      'Al menos $\u00a01.000.000.001.250.000,49; falta el valor de 2 de 5 actividades',
    );
  });

  it('has the preparatory actions and criteria of other versions at the end, and what left the plan', () => {
    const names = headings(model);
    const from = names.indexOf('Actividades');
    expect(names.slice(from)).toEqual([
      'Actividades',
      'informacion',
      'interaccion',
      'transaccion',
      'transformacion',
      'democracia',
      'preparacion',
      'Criterios que este instrumento no tiene',
      'Salieron del plan',
      'Revisión contra la circular',
      'Notas',
    ]);
    const trace = tables(model).at(-1);
    expect(trace?.rows).toEqual([[`DEM-01${LABEL_END}Abrir el foro`, 'DEM-01', 'Se cumplió', '15 de octubre de 2009']]);
  });

  it('counts the points of the circular as the check does, and names what is missing', () => {
    const { check } = goldenPlanning();
    expect(texts(model)).toContain(`cumplen ${check.satisfied} de ${check.total} puntos de la circular`);
    expect(texts(model)).toContain('El plan dice con qué mecanismos se cumplirán las metas');
  });

  it('says that the days are recalled and the decree is no longer in force', () => {
    expect(texts(model)).toContain('están sin confirmar: la tabla de su artículo 8 no se pudo leer');
    expect(texts(model)).toContain('El Decreto 1151 de 2008 ya no rige');
  });

  it('names the instrument of the answers where it is another', () => {
    const assessment = { ...goldenAssessment, instrument: { id: 'decreto-1151-2008', version: '2025.1' } };
    const other = planDocument(planningOf(goldenInstrument, assessment, goldenPlan, []));
    expect(texts(other)).toContain('se respondió con el instrumento decreto-1151-2008, versión 2025.1');
    expect(texts(model)).not.toContain('se respondió con');
  });

  it('says of a closed version when, by whom and with which digest', () => {
    const closing = { date: '2009-10-20', responsible: 'Ana\nRuiz', digest: 'a'.repeat(64) };
    const closed = planningOf(goldenInstrument, { ...goldenAssessment, closing }, goldenPlan, []);
    expect(facts(planDocument(closed)).get('Versión')).toBe('Versión cerrada el 20 de octubre de 2009 por Ana\nRuiz.');
    expect(facts(planDocument(closed)).get('Huella SHA-256')).toBe('a'.repeat(64));
    expect(facts(model).has('Versión')).toBe(false);
  });

  it('is signed by the contact and, by hand, by whoever approves it', () => {
    expect(model.signatures).toEqual([
      { role: 'Elaboró', name: '', position: 'Jefe de la Oficina de Planeación' },
      { role: 'Aprobó', name: '', position: '' },
    ]);
  });

  it('stands where there is no plan at all', () => {
    const nothing = planDocument(empty());
    expect(facts(nothing).get('Actividades')).toBe('Sin actividades');
    expect(activityTables(nothing)).toEqual([]);
    expect(texts(nothing)).toContain('El plan no tiene actividades de esta fase.');
    expect(texts(nothing)).toContain('Criterios no cumplidos sin actividad: INF-01, INF-02, INF-05.');
    expect(texts(nothing).match(/Sin escribir/g)).toHaveLength(4);
    expect(headings(nothing)).not.toContain('Salieron del plan');
  });

  it('carries long texts, emoji and line breaks whole, and no tab but those that end a label', () => {
    const long = `🏛️ ${'á'.repeat(4990)}\nfin`;
    const text = rowsOf(planDocument(withActivity({ remarks: long, goal: 'a\tb\r\nc' })), 'INF-01')[0];
    expect(text?.[0]).toContain(long);
    expect(text?.[1]).toContain(`Meta:${LABEL_END}a b\nc\nProducto`);
  });

  it('keeps its columns within the page: widths make 100 and each row has as many cells', () => {
    for (const { columns, rows, foot } of tables(planDocument(fullPlanning()))) {
      expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(100);
      for (const row of [...rows, ...(foot ? [foot] : [])]) expect(row).toHaveLength(columns.length);
    }
  });

  it('of a full entity has the figures of the screens and each activity once', () => {
    const planning = fullPlanning();
    const full = planDocument(planning);
    const [phases] = tables(full);
    expect(phases?.rows.map((row) => [row[0], row[1], row[2], row[4], row[6]])).toEqual(
      planning.results.phases.map((result, index) => {
        const { name, percent, deadline, state } = resultRow(result);
        return [name, percent, shownPercent(planning.outlook.phases[index]!.atDeadline), deadline, state];
      }),
    );
    for (const { activity } of planning.rows) expect(rowsOf(full, activity.id), activity.id).toHaveLength(1);
  });

  it('gives each row of any plan once, with its amount and its status', () => {
    const { sections } = goldenInstrument;
    fc.assert(
      fc.property(
        someAssessment(sections),
        somePlan(sections),
        someProjects(sections),
        (assessment, plan, projects) => {
          const planning = planningOf(goldenInstrument, assessment, plan, projects);
          const any = planDocument(planning);
          expect(activityTables(any).flatMap(({ rows }) => rows)).toHaveLength(planning.rows.length);
          for (const { activity, criteria } of planning.rows) {
            const text = rowsOf(any, activity.id)[0]?.join('\n') ?? '';
            expect(text).toContain(
              `Valor:${LABEL_END}${activity.amount === null ? 'Sin valor' : showPesos(activity.amount)}`,
            );
            for (const each of criteria) expect(text).toContain(`${each.id} ${each.name} (${statusName[each.status]})`);
            for (const field of ['product', 'office', 'technology', 'remarks'] as const) {
              expect(text).toContain(plainText(activity[field]));
            }
          }
          for (const { activity } of plan.archived) expect(rowsOf(any, activity.id)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the running head', () => {
  it('says whose it is, of what day and with which instrument', () => {
    expect(planDocument(planningOf(goldenInstrument, goldenAssessment, goldenPlan, goldenProjects)).runningHead).toBe(
      'Instituto Nacional de Salud; «Salud & Vida» · Corte: 15 de octubre de 2009 · Instrumento decreto-1151-2008, versión 2026.1',
    );
  });
});
