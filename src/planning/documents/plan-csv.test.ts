import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCells, withoutGuards } from '../../../tests/builders/csv-cells.ts';
import { fullPlanning } from '../../../tests/builders/full-planning.ts';
import { goldenAssessment, goldenInstrument } from '../../../tests/builders/golden-assessment.ts';
import { goldenPlanning } from '../../../tests/builders/golden-planning.ts';
import { somePlan, someProjects } from '../../../tests/builders/random-plan.ts';
import type { Cents } from '../../kit/values/money.ts';
import { showPoints } from '../../assessment/domain/percent.ts';
import { EMPTY_PLAN } from '../domain/plan.ts';
import { planningOf, type Planning } from '../domain/planning.ts';
import { resourceKinds } from '../domain/projects.ts';
import { planCsv, projectsCsv } from './plan-csv.ts';

/** The cells of a CSV by their headings, a record a row. */
function records(text: string): Record<string, string>[] {
  const [headings = [], ...rows] = csvCells(text);
  expect(new Set(headings).size).toBe(headings.length);
  return rows.map((row) => Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? ''])));
}

/** An amount of the CSV in cents; null where the cell is empty. */
function centsOf(cell: string | undefined): Cents | null {
  if (cell === undefined || cell === '') return null;
  const [whole = '', cents = ''] = cell.split(',');
  return BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0'));
}

/** A text as the CSV holds it: an apostrophe wherever a spreadsheet would run it. */
const same = (cell: string | undefined, text: string) =>
  expect(withoutGuards(cell ?? '')).toBe(
    withoutGuards(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')),
  );

function holds(planning: Planning): void {
  const rows = records(planCsv(planning));
  expect(rows).toHaveLength(planning.rows.length);
  planning.rows.forEach(({ activity, criteria, unknownCriteria, gain, deadline }, index) => {
    const row = rows[index] ?? {};
    expect(row['Código']).toBe(activity.id);
    expect(row['Criterios']).toBe([...criteria.map(({ id }) => id), ...unknownCriteria].join('\n'));
    expect(row['Ganancia (puntos)']).toBe(String(Number(showPoints(gain).replace(',', '.'))).replace('.', ','));
    expect(row['Plazo']).toBe(deadline?.date ?? '');
    expect([row['Inicio'], row['Fin']]).toEqual([activity.start, activity.end]);
    expect(centsOf(row['Valor'])).toBe(activity.amount);
    same(row['Actividad'], activity.activity);
    same(row['Meta'], activity.goal);
    same(row['Observaciones'], activity.remarks);
  });
  const projects = records(projectsCsv(planning));
  expect(projects).toHaveLength(planning.projects.length);
  planning.projects.forEach(({ id, resources, phases }, index) => {
    const row = projects[index] ?? {};
    expect(row['Código']).toBe(id);
    for (const [kind, name] of [
      ['hardware', 'Hardware'],
      ['software', 'Software'],
      ['communications', 'Comunicaciones'],
    ] as const) {
      expect(centsOf(row[`${name} (pesos)`])).toBe(resources[kind].amount);
    }
    const total = resourceKinds.reduce<Cents>((sum, kind) => sum + (resources[kind].amount ?? 0n), 0n);
    // Where nobody has given an amount the total is blank: 0 would say that it costs nothing.
    const isSaid = resourceKinds.some((kind) => resources[kind].amount !== null);
    expect(centsOf(row['Total'])).toBe(isSaid ? total : null);
    for (const { section } of planning.results.phases) {
      expect(row[section.name]).toBe(phases.includes(section.id) ? 'Sí' : '');
    }
  });
}

describe('the CSV of the plan and of the projects', () => {
  it('has a row an activity or a project, with exact amounts', () => {
    holds(goldenPlanning());
    holds(fullPlanning());
  });

  it('does so for any plan and projects', () => {
    const { sections } = goldenInstrument;
    fc.assert(
      fc.property(somePlan(sections), someProjects(sections), (plan, projects) =>
        holds(planningOf(goldenInstrument, goldenAssessment, plan, projects)),
      ),
      { numRuns: 60 },
    );
  });

  it('tells no value from costs nothing, and runs no formula', () => {
    const rows = records(planCsv(goldenPlanning()));
    const amounts = Object.fromEntries(rows.map((row) => [row['Código'], row['Valor']]));
    expect(amounts).toEqual({
      'INF-01': '1250000,50',
      'INF-01-2': '999999999999999,99',
      'PRE-01': '0',
      'TRF-01': '',
      'XXX-98': '',
    });
    expect(rows.find((row) => row['Código'] === 'INF-01')).toMatchObject({
      Indicador: "'+1 página",
      Apoyo: "'@Comité; prensa",
      'Avance (%)': '40',
      'Fecha del avance': '2009-10-10',
    });
    expect(records(projectsCsv(goldenPlanning()))[0]).toMatchObject({
      Proyecto: "'=Portal\n& trámites",
      'Otras fases': 'otra (no está en este instrumento)',
      Observaciones: "'-3",
    });
  });

  it('of nothing has its headings alone', () => {
    const nothing = planningOf(goldenInstrument, goldenAssessment, EMPTY_PLAN, []);
    expect(csvCells(planCsv(nothing))).toHaveLength(1);
    expect(csvCells(projectsCsv(nothing))).toHaveLength(1);
  });
});
