import { strFromU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import readExcelFile from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { fullPlanning } from '../../../tests/builders/full-planning.ts';
import { goldenAssessment, goldenInstrument } from '../../../tests/builders/golden-assessment.ts';
import { goldenPlanning } from '../../../tests/builders/golden-planning.ts';
import { somePlan, someProjects } from '../../../tests/builders/random-plan.ts';
import { reachedText } from './plan-document.ts';
import { resultRow } from '../../assessment/copy/results.ts';
import type { Cents } from '../../kit/values/money.ts';
import { shownPercent } from '../../assessment/domain/percent.ts';
import { EMPTY_PLAN } from '../domain/plan.ts';
import { planningOf, type Planning } from '../domain/planning.ts';
import { resourceKinds, sumOf } from '../domain/projects.ts';
import { planWorkbook } from './plan-workbook.ts';
import { projectsWorkbook } from './projects-workbook.ts';
import { cellText } from '../../kit/bytes/xml-text.ts';

/** Many workbooks are written and read: more than the default allows on a slow machine, in milliseconds. */
const PATIENCE = 60_000;

type Rows = readonly (readonly unknown[])[];

async function sheetsOf(bytes: Uint8Array): Promise<Map<string, Rows>> {
  // Without compression: what is compressed the library may inflate in a worker.
  const sheets = await readExcelFile(zipSync(unzipSync(bytes), { level: 0 }).buffer, { trim: false });
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, file]) => [path, strFromU8(file)]));
}

/** The cells of a table by their headings, a record a row. */
function records(rows: Rows | undefined): Record<string, unknown>[] {
  const [headings = [], ...body] = rows ?? [];
  return body.map((row) => Object.fromEntries(headings.map((heading, index) => [String(heading), row[index] ?? null])));
}

/** A number as a spreadsheet holds an amount. */
const pesos = (amount: Cents | null): number | null =>
  amount === null ? null : Number(`${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`);
const text = (value: string): string | null => cellText(value) || null;
const day = (value: unknown): string => (value instanceof Date ? value.toISOString().slice(0, 10) : '');

async function planHolds(planning: Planning): Promise<void> {
  const sheets = await sheetsOf(await planWorkbook(planning));
  const rows = records(sheets.get('Plan de acción'));
  const total = rows.at(-1) ?? {};
  expect(rows).toHaveLength(Math.max(1, planning.rows.length) + 1);
  planning.rows.forEach(({ activity, criteria, unknownCriteria, deadline }, index) => {
    const row = rows[index] ?? {};
    expect(row['Código']).toBe(activity.id);
    expect(row['Criterios']).toBe([...criteria.map(({ id }) => id), ...unknownCriteria].join('\n'));
    expect([day(row['Plazo']), day(row['Inicio']), day(row['Fin'])]).toEqual([
      deadline?.date ?? '',
      activity.start,
      activity.end,
    ]);
    expect(row['Valor']).toBe(pesos(activity.amount));
    for (const [heading, written] of [
      ['Actividad', activity.activity],
      ['Producto', activity.product],
      ['Meta', activity.goal],
      ['Indicador', activity.indicator],
      ['Dependencia responsable', activity.office],
      ['Cargo responsable', activity.position],
      ['Apoyo', activity.support],
      ['Motivo del fin posterior al plazo', activity.lateReason],
      ['Recursos tecnológicos', activity.technology],
      ['Rubro o fuente', activity.source],
      ['Trámite relacionado', activity.procedure],
      ['Servicio al ciudadano', activity.citizenService],
      ['Observaciones', activity.remarks],
    ] as const) {
      expect(row[heading], heading).toBe(text(written));
    }
  });
  expect([total['Código'], total['Valor']]).toEqual(['Total', pesos(planning.sum.total)]);
  const phases = records(sheets.get('Fases'));
  planning.results.phases.forEach((result, index) => {
    const way = planning.outlook.phases[index]!;
    expect(phases[index]).toMatchObject({
      Fase: result.section.name,
      'Al corte': resultRow(result).percent,
      'Con el plan, al plazo': shownPercent(way.atDeadline),
      'Llega a la meta': reachedText(way),
      'Estado al corte': resultRow(result).state,
    });
    expect(day(phases[index]?.['Plazo'])).toBe(result.deadline?.date);
  });
}

async function projectsHold(planning: Planning): Promise<void> {
  const sheets = await sheetsOf(await projectsWorkbook(planning));
  const rows = records(sheets.get('Proyectos'));
  planning.projects.forEach((project, index) => {
    const row = rows[index] ?? {};
    expect(row['Código']).toBe(project.id);
    expect(row['Proyecto']).toBe(text(project.name));
    expect([row['Hardware (pesos)'], row['Software (pesos)'], row['Comunicaciones (pesos)']]).toEqual(
      resourceKinds.map((kind) => pesos(project.resources[kind].amount)),
    );
    const isSaid = resourceKinds.some((kind) => project.resources[kind].amount !== null);
    expect(row['Total']).toBe(isSaid ? pesos(sumOf([project]).total) : null);
    expect([day(row['Inicio']), day(row['Fin'])]).toEqual([project.start, project.end]);
  });
  const { all, byPhase, byKind } = planning.totals;
  expect(rows.at(-1)?.['Total']).toBe(pesos(all.total));
  if (planning.projects.length === 0) return;
  const totals = sheets.get('Totales') ?? [];
  const own = byPhase.map(({ sum }) => [
    sum.projects,
    ...resourceKinds.map((kind) => pesos(sum.amounts[kind])),
    pesos(sum.total),
    sum.unstated,
  ]);
  expect(totals.slice(1, 1 + byPhase.length).map((row) => row.slice(1))).toEqual(own);
  const from = totals.findIndex(([first]) => first === 'Tipo') + 1;
  expect(totals.slice(from, from + byKind.length).map((row) => row[5])).toEqual(
    byKind.map(({ sum }) => pesos(sum.total)),
  );
}

const planning = goldenPlanning();

describe('the workbook of the plan', () => {
  it(
    'has a row an activity with every field, real dates, amounts and their total',
    async () => {
      await planHolds(planning);
      await planHolds(fullPlanning());
      await planHolds(planningOf(goldenInstrument, goldenAssessment, EMPTY_PLAN, []));
    },
    PATIENCE,
  );

  it(
    'does so for any plan',
    async () => {
      await fc.assert(
        fc.asyncProperty(somePlan(goldenInstrument.sections), (plan) =>
          planHolds(planningOf(goldenInstrument, goldenAssessment, plan, [])),
        ),
        { numRuns: 25 },
      );
    },
    PATIENCE,
  );

  it('adds up with a formula that has its result, and never takes a text for one', async () => {
    const parts = partsOf(await planWorkbook(planning));
    const sheet = parts['xl/worksheets/sheet2.xml'] ?? '';
    const headings = (await sheetsOf(await planWorkbook(planning))).get('Plan de acción')?.[0] ?? [];
    const letter = String.fromCharCode(65 + headings.indexOf('Valor'));
    expect([...sheet.matchAll(/<f>([^<]*)<\/f><v>([^<]*)<\/v>/g)].map((match) => match.slice(1))).toEqual([
      [`SUM(${letter}2:${letter}6)`, '1000000001250000.49'],
    ]);
    expect(sheet).toContain('>+1 página</t>');
    expect(parts['xl/worksheets/sheet1.xml']).toContain('>=1+1 no es una fórmula</t>');
  });

  it('gives amounts beyond 15 digits as exact text too, and no such column where there are none', async () => {
    const rows = records((await sheetsOf(await planWorkbook(planning))).get('Plan de acción'));
    expect(rows.map((row) => row['Valor, exacto'])).toEqual([
      '$\u00a0999.999.999.999.999,99',
      '$\u00a01.250.000,50',
      null,
      '$\u00a00',
      null,
      '$\u00a01.000.000.001.250.000,49',
    ]);
    const full = records((await sheetsOf(await planWorkbook(fullPlanning()))).get('Plan de acción'));
    expect(full[0]).not.toHaveProperty('Valor, exacto');
  });

  it('keeps its headings in sight and prints them again on every page', async () => {
    const parts = partsOf(await planWorkbook(planning));
    expect(parts['xl/worksheets/sheet2.xml']).toContain('<pane ySplit="1" xSplit="2"');
    expect(parts['xl/workbook.xml']).toContain("'Plan de acción'!$A:$B,'Plan de acción'!$1:$1</definedName>");
  });

  it('holds nothing that XML cannot carry, and escapes what looks like an escape', async () => {
    for (const xml of Object.values(partsOf(await planWorkbook(planning)))) {
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u);
    }
    expect(partsOf(await planWorkbook(planning))['xl/worksheets/sheet2.xml']).toContain('_x005F_x0041_');
  });

  it(
    'gives the library no part so large that it would start a worker, with 2000 long activities',
    async () => {
      const { rows, ...rest } = fullPlanning();
      const long = Array.from({ length: 2000 }, (_, index) => {
        const row = rows[index % rows.length]!;
        return {
          ...row,
          activity: { ...row.activity, id: `INF-01-${index + 2}`, remarks: `${index} ${'x'.repeat(4900)}` },
        };
      });
      const parts = partsOf(await planWorkbook({ ...rest, rows: long }));
      expect(parts['xl/worksheets/sheet2.xml']?.length).toBeGreaterThan(10_000_000);
      // Its rows are kept from the library (`workbook-fill.test.ts`); the rest is what the library sees.
      for (const path of Object.keys(parts).filter((each) => each !== 'xl/worksheets/sheet2.xml')) {
        expect(parts[path]?.length, path).toBeLessThan(160_000);
      }
    },
    PATIENCE,
  );

  it('is the same, byte by byte, for the same plan', async () => {
    const [one, other] = [await planWorkbook(planning), await planWorkbook(planning)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });
});

describe('the workbook of the projects', () => {
  it(
    'has a row a project with its amounts, and the totals of the domain',
    async () => {
      await projectsHold(planning);
      await projectsHold(fullPlanning());
      await projectsHold(planningOf(goldenInstrument, goldenAssessment, EMPTY_PLAN, []));
    },
    PATIENCE,
  );

  it(
    'does so for any projects',
    async () => {
      await fc.assert(
        fc.asyncProperty(someProjects(goldenInstrument.sections), (projects) =>
          projectsHold(planningOf(goldenInstrument, goldenAssessment, EMPTY_PLAN, projects)),
        ),
        { numRuns: 25 },
      );
    },
    PATIENCE,
  );

  it('adds up with formulas: rows, columns, phases and kinds', async () => {
    const parts = partsOf(await projectsWorkbook(planning));
    const formulas = (number: number) =>
      [...(parts[`xl/worksheets/sheet${number}.xml`] ?? '').matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula);
    // Of the second project nobody has said what it costs: blank, and no 0.
    const blank = 'IF(COUNT(O3:Q3)=0,"",SUM(O3:Q3))';
    expect(formulas(2)).toEqual(['SUM(O2:Q2)', blank, 'SUM(O2:O3)', 'SUM(P2:P3)', 'SUM(Q2:Q3)', 'SUM(R2:R3)']);
    expect(formulas(3)).toContain('COUNTIFS(Proyectos!$E$2:$E$3,"Sí")');
    expect(formulas(3)).toContain('SUMIFS(Proyectos!$R$2:$R$3,Proyectos!$C$2:$C$3,"*Adquisición*")');
    expect(formulas(3)).toContain('SUM(Proyectos!$R$2:$R$3)');
  });
});
