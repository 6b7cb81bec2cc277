import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSections } from '../../../tests/builders/planned-entity.ts';
import { someProjects } from '../../../tests/builders/random-plan.ts';
import {
  newProject,
  projectProblems,
  projectsOf,
  projectTotals,
  withActivityLinks,
  withoutActivityLinks,
  withoutProject,
  withProject,
  type Project,
  type ProjectFields,
} from './projects.ts';

const sections = allSections(2);

function someOf(...fields: Partial<ProjectFields>[]): Project[] {
  return fields.reduce<Project[]>((projects, each) => withProject(projects, newProject(projects, each)), []);
}
const resources = (hardware: bigint | null, software: bigint | null, communications: bigint | null) => ({
  hardware: { description: '', amount: hardware },
  software: { description: '', amount: software },
  communications: { description: '', amount: communications },
});

describe('a project', () => {
  it('has an id of its own, in order', () => {
    const projects = someOf({}, {}, {});
    expect(projects.map(({ id }) => id)).toEqual(['P-01', 'P-02', 'P-03']);
    expect(newProject(withoutProject(projects, 'P-01')).id).toBe('P-04');
    expect(withProject(projects, { ...(projects[1] as Project), name: 'Portal' }).map(({ name }) => name)).toEqual([
      '',
      'Portal',
      '',
    ]);
  });

  it('supports activities, and the link is read both ways', () => {
    const linked = withActivityLinks(someOf({}, {}, { activities: ['INF-01', 'TRA-01'] }), 'INF-01', ['P-01', 'P-02']);
    expect(projectsOf(linked, 'INF-01').map(({ id }) => id)).toEqual(['P-01', 'P-02']);
    expect(linked[2]?.activities).toEqual(['TRA-01']);
    expect(projectsOf(withoutActivityLinks(linked, 'INF-01'), 'INF-01')).toEqual([]);
  });

  it('is looked at for what does not fit', () => {
    const [project] = someOf({
      start: '2010-03-01',
      end: '2010-02-01',
      phases: ['informacion', 'otra'],
      criteria: ['INF-01', 'PRE-01', 'TRA-01', 'XXX-99'],
      activities: ['INF-01', 'INF-02'],
    });
    expect(project && projectProblems(project, sections, new Set(['INF-01']))).toEqual([
      { kind: 'endsBeforeStart' },
      { kind: 'unknownPhase', id: 'otra' },
      { kind: 'criterionOutsidePhases', criterionId: 'TRA-01', phaseId: 'transaccion' },
      { kind: 'unknownCriterion', id: 'XXX-99' },
      { kind: 'unknownActivity', id: 'INF-02' },
    ]);
    const preparing = newProject([], { phases: ['preparacion'], criteria: ['PRE-01'] });
    expect(projectProblems(preparing, sections, new Set())).toEqual([{ kind: 'unknownPhase', id: 'preparacion' }]);
    expect(projectProblems(newProject([]), sections, new Set())).toEqual([{ kind: 'noCriteria' }]);
    // A project of one day ends on the day on which it begins.
    const short = newProject([], { start: '2010-03-01', end: '2010-03-01' });
    expect(projectProblems(short, sections, new Set())).toEqual([{ kind: 'noCriteria' }]);
  });
});

describe('the totals', () => {
  const projects = someOf(
    { phases: ['informacion', 'transaccion'], kinds: ['acquisition'], resources: resources(100_000_050n, 50n, null) },
    { phases: ['informacion'], kinds: ['acquisition', 'integration'], resources: resources(0n, 20n, 30n) },
    { phases: ['otra'], resources: resources(null, null, 7n) },
  );
  const totals = projectTotals(projects, sections);

  it('count a project whole in the row of each phase and once in the total', () => {
    expect(totals.all).toEqual({
      projects: 3,
      amounts: { hardware: 100_000_050n, software: 70n, communications: 37n },
      total: 100_000_157n,
      unstated: 3,
      missing: { hardware: 1, software: 1, communications: 1 },
    });
    expect(totals.byPhase.map(({ phaseId, sum }) => [phaseId, sum.projects, sum.total])).toEqual([
      ['informacion', 2, 100_000_150n],
      ['interaccion', 0, 0n],
      ['transaccion', 1, 100_000_100n],
      ['transformacion', 0, 0n],
      ['democracia', 0, 0n],
    ]);
    expect(totals.withoutPhase).toMatchObject({ projects: 1, total: 7n });
  });

  it('do the same with kinds', () => {
    expect(totals.byKind.filter(({ sum }) => sum.projects > 0).map(({ kind, sum }) => [kind, sum.total])).toEqual([
      ['acquisition', 100_000_150n],
      ['integration', 50n],
    ]);
    expect(totals.withoutKind.projects).toBe(1);
  });

  it('leave no project out: each is in a row or without one', () => {
    fc.assert(
      fc.property(someProjects(sections), (projects) => {
        const { all, byPhase, withoutPhase, byKind, withoutKind } = projectTotals(projects, sections);
        expect(all.total).toBe(all.amounts.hardware + all.amounts.software + all.amounts.communications);
        for (const [rows, rest] of [
          [byPhase, withoutPhase],
          [byKind, withoutKind],
        ] as const) {
          const sum = rows.reduce((total, row) => total + row.sum.total, rest.total);
          const count = rows.reduce((total, row) => total + row.sum.projects, rest.projects);
          expect(sum >= all.total && count >= all.projects).toBe(true);
          for (const { sum } of rows) expect(sum.total <= all.total).toBe(true);
        }
        const alone = projects.map((each) => projectTotals([each], sections).all.total);
        expect(alone.reduce((total, each) => total + each, 0n)).toBe(all.total);
      }),
    );
  });
});
