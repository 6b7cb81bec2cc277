import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wayOf, type Way } from '../../../tests/builders/every-gap.ts';
import { allSections, anEntity, type Standing } from '../../../tests/builders/planned-entity.ts';
import {
  EMPTY_PLAN,
  newActivity,
  withActivities,
  withFields,
  withoutActivity,
  withTexts,
  type ActivityFields,
  type Plan,
} from './plan.ts';
import { checkPlan, countOf, type CheckItemId, type Gap, type PlanCheck } from './plan-check.ts';
import { newProject, type Project, type ProjectFields } from './projects.ts';
import { whatIf } from './what-if.ts';

const sections = allSections(2);
const standing: Standing = {
  'INF-01': 'met',
  'INF-02': 'unmet',
  'INT-01': 'met',
  'INT-02': 'notApplicable',
  'TRA-01': 'met',
  'TRA-02': 'partial',
  'TRF-01': 'met',
  'TRF-02': 'met',
  'DEM-01': 'notApplicable',
  'DEM-02': 'notApplicable',
};
const row: Partial<ActivityFields> = {
  activity: 'Publicar',
  goal: 'Una página',
  office: 'Planeación',
  position: 'Jefe',
  start: '2009-10-20',
  technology: 'El sitio',
};
/** Whole: INF is overdue and has its reason, TRA is on time. */
const plan = withTexts(
  withActivities(EMPTY_PLAN, [
    newActivity(EMPTY_PLAN, ['INF-02'], { ...row, end: '2010-01-31', lateReason: 'El plazo ya había pasado.' }),
    newActivity(EMPTY_PLAN, ['TRA-02'], { ...row, end: '2009-12-01' }),
  ]),
  { procedures: 'SUIT', citizenService: 'Protocolo', mechanisms: 'Comité', resources: 'Inversión' },
);
const nothing = { description: '', amount: null };
const project = newProject([], {
  name: 'Portal',
  kinds: ['upgrade'],
  targets: ['programs'],
  phases: ['informacion'],
  resources: {
    hardware: { description: '', amount: 0n },
    software: { description: 'Gestor de contenidos', amount: null },
    communications: { description: '', amount: 5_000_000_00n },
  },
});

function check(given: { plan?: Plan; projects?: Project[]; standing?: Standing; cutoffDate?: string } = {}): PlanCheck {
  const { instrument, assessment, results } = anEntity(sections, given.standing ?? standing, given.cutoffDate);
  const itsPlan = given.plan ?? plan;
  return checkPlan(results, whatIf(instrument, assessment, itsPlan), itsPlan, given.projects ?? [project]);
}
/** What is missing, by item; an item that is satisfied is not in it. */
function gaps(...given: Parameters<typeof check>): Partial<Record<CheckItemId, readonly Gap[]>> {
  return Object.fromEntries(
    check(...given).items.flatMap((item) => (item.gaps.length > 0 ? [[item.id, item.gaps]] : [])),
  );
}
const changed = (id: string, fields: Partial<ActivityFields>): { plan: Plan } => ({
  plan: withFields(plan, [id], fields),
});
const projectWith = (fields: Partial<ProjectFields>): { projects: Project[] } => ({
  projects: [{ ...project, ...fields }],
});

describe('the words of the circular', () => {
  const piece = /<Pieza id="([^"]+)"[^>]*>([^<]*)<\/Pieza>/g;
  const circular = readFileSync('src/content/circular/circular-000062.mdx', 'utf8');
  const pieces = new Map([...circular.matchAll(piece)].map(([, id = '', text = '']) => [id, text]));
  const issued = readFileSync('tests/golden/circular-000062.txt', 'utf8').replace(/\s+/g, ' ');

  it.each(check().items.map((item) => [item.id, item] as const))(
    'stand letter by letter in its place: %s',
    (_, item) => {
      expect(issued).toContain(item.words);
      expect(pieces.get(item.anchor)).toContain(item.words);
      expect(item.anchor).toMatch(new RegExp(`^numeral-${item.numeral}(-|$)`));
    },
  );
});

describe('a plan and projects with all that the circular asks', () => {
  it('lack nothing', () => {
    expect(gaps()).toEqual({});
    expect(check()).toMatchObject({ satisfied: 18, total: 18 });
    expect(new Set(check().items.map(({ id }) => id)).size).toBe(18);
  });

  it('lack nothing either where all was met and there was nothing to plan', () => {
    const all = Object.fromEntries(
      sections.flatMap(({ criteria }) => criteria.map(({ id }) => [id, 'met'] as const)),
    ) as Standing;
    expect(gaps({ standing: all, plan: { ...plan, activities: [] } })).toEqual({});
  });
});

describe('a plan without activities', () => {
  const activityItems = ['criteria', 'activityMechanisms', 'activityResponsible', 'activityEnds', 'activityResources'];

  it('is complete in none of them while nothing is answered', () => {
    const empty = check({ standing: {}, plan: EMPTY_PLAN, projects: [] });
    expect(empty.satisfied).toBe(0);
    for (const { id, gaps: missing } of empty.items) {
      if (activityItems.includes(id)) expect(missing).toEqual([{ kind: 'noActivities' }]);
    }
  });
});

describe('what is missing is told with its place', () => {
  it.each([
    ['procedures', 'procedures'],
    ['citizenService', 'citizenService'],
    ['mechanisms', 'mechanisms'],
    ['resources', 'resources'],
  ] as const)('a general text: %s', (item, field) => {
    expect(gaps({ plan: withTexts(plan, { [field]: ' \n ' }) })).toEqual({ [item]: [{ kind: 'text', field }] });
  });

  it('an activity for a criterion that is not met', () => {
    expect(gaps({ plan: withoutActivity(plan, 'TRA-02') })).toEqual({
      criteria: [{ kind: 'criterion', criterionId: 'TRA-02' }],
      'goal-transaccion': [
        { kind: 'goal', phaseId: 'transaccion', criterionId: 'TRA-02', why: 'noActivity', activityId: null },
      ],
    });
  });

  it('every activity', () => {
    const none = [{ kind: 'noActivities' }];
    expect(gaps({ plan: { ...plan, activities: [] } })).toMatchObject({
      criteria: [{ criterionId: 'INF-02' }, { criterionId: 'TRA-02' }],
      activityMechanisms: none,
      activityResponsible: none,
      activityEnds: none,
      activityResources: none,
    });
  });

  it.each([
    ['activityMechanisms', 'activity'],
    ['activityMechanisms', 'goal'],
    ['activityResponsible', 'office'],
    ['activityResponsible', 'position'],
  ] as const)('a field of an activity (%s): %s', (item, field) => {
    expect(gaps(changed('TRA-02', { [field]: ' ' }))).toEqual({
      [item]: [{ kind: 'activity', activityId: 'TRA-02', field }],
    });
  });

  it('the end of an activity, without which its phase is not reached', () => {
    expect(gaps(changed('TRA-02', { end: '' }))).toEqual({
      activityEnds: [{ kind: 'activity', activityId: 'TRA-02', field: 'end' }],
      'goal-transaccion': [
        { kind: 'goal', phaseId: 'transaccion', criterionId: 'TRA-02', why: 'noEnd', activityId: 'TRA-02' },
      ],
    });
  });

  it('the reason of an end after the deadline', () => {
    expect(gaps(changed('INF-02', { lateReason: '' }))).toEqual({
      activityEnds: [{ kind: 'activity', activityId: 'INF-02', field: 'lateReason' }],
    });
  });

  it('an end that comes before its start', () => {
    expect(gaps(changed('TRA-02', { start: '2009-12-01', end: '2009-11-30' }))).toEqual({
      activityEnds: [{ kind: 'activityDates', activityId: 'TRA-02' }],
    });
  });

  it('the resources of an activity: technology, an amount (0 too) or a project that supports it', () => {
    const without = withFields(plan, ['TRA-02'], { technology: '' });
    expect(gaps({ plan: without })).toEqual({
      activityResources: [{ kind: 'activity', activityId: 'TRA-02', field: 'resources' }],
    });
    expect(gaps({ plan: withFields(without, ['TRA-02'], { amount: 0n }) })).toEqual({});
    expect(gaps({ plan: without, ...projectWith({ activities: ['TRA-02'] }) })).toEqual({});
  });

  it('the answer to a criterion, without which its phase cannot be reached', () => {
    const { 'INT-01': _, ...rest } = standing;
    expect(gaps({ standing: rest })).toEqual({
      'goal-interaccion': [
        { kind: 'goal', phaseId: 'interaccion', criterionId: 'INT-01', why: 'pending', activityId: null },
      ],
    });
  });

  it('a goal that is reached only after a deadline that was still to come, even with a reason', () => {
    expect(gaps(changed('TRA-02', { end: '2009-12-02', lateReason: 'Falta el convenio.' }))).toEqual({
      'goal-transaccion': [
        {
          kind: 'goalLate',
          phaseId: 'transaccion',
          deadline: '2009-12-01',
          reachedOn: '2009-12-02',
          activityId: 'TRA-02',
        },
      ],
    });
  });

  it('no goal whose deadline had passed at the cut-off date, where the plan reaches it with its reasons', () => {
    const late = changed('TRA-02', { end: '2010-03-01', lateReason: 'El plazo ya había pasado.' });
    expect(gaps({ ...late, cutoffDate: '2009-12-02' })).toEqual({});
  });

  it('all projects', () => {
    const none = [{ kind: 'noProjects' }];
    expect(gaps({ projects: [] })).toEqual({
      projects: none,
      projectScope: none,
      projectPhases: none,
      projectResources: none,
    });
  });

  it.each([
    ['projectScope', 'kinds', { kinds: [] }],
    ['projectScope', 'targets', { targets: [] }],
    ['projectPhases', 'phases', { phases: [] }],
    ['projectResources', 'hardware', { resources: { ...project.resources, hardware: nothing } }],
    ['projectResources', 'software', { resources: { ...project.resources, software: nothing } }],
    ['projectResources', 'communications', { resources: { ...project.resources, communications: nothing } }],
  ] as const)('a field of a project (%s): %s', (item, field, fields) => {
    expect(gaps(projectWith(fields))).toEqual({ [item]: [{ kind: 'project', projectId: 'P-01', field }] });
  });

  it('nothing of the preparatory actions, which are no phase; but their activities are rows like the others', () => {
    const unmet: Standing = { ...standing, 'PRE-01': 'unmet' };
    expect(gaps({ standing: unmet })).toEqual({});
    const planned = withActivities(plan, [newActivity(plan, ['PRE-01'], { ...row, end: '2012-01-01', office: '' })]);
    expect(gaps({ standing: unmet, plan: planned })).toEqual({
      activityResponsible: [{ kind: 'activity', activityId: 'PRE-01', field: 'office' }],
    });
  });
});

/** What was given, and the items that it makes incomplete: these and no other. */
type Fixture = readonly [given: Parameters<typeof check>[0], items: readonly CheckItemId[]];

const without = (id: string): Standing => Object.fromEntries(Object.entries(standing).filter(([key]) => key !== id));
const text = (field: 'procedures' | 'citizenService' | 'mechanisms' | 'resources') => ({
  plan: withTexts(plan, { [field]: '' }),
});
const noResource = (kind: 'hardware' | 'software' | 'communications') =>
  projectWith({ resources: { ...project.resources, [kind]: nothing } });

/** One fixture for each way in which something can be missing: the type holds that none is left out. */
const ways: Readonly<Record<Way, Fixture>> = {
  'text.procedures': [text('procedures'), ['procedures']],
  'text.citizenService': [text('citizenService'), ['citizenService']],
  'text.mechanisms': [text('mechanisms'), ['mechanisms']],
  'text.resources': [text('resources'), ['resources']],
  // A criterion that nobody plans for keeps its phase from its goal too.
  criterion: [{ plan: withoutActivity(plan, 'INF-02') }, ['criteria', 'goal-informacion']],
  'goal.noActivity': [{ plan: withoutActivity(plan, 'TRA-02') }, ['criteria', 'goal-transaccion']],
  'activity.activity': [changed('INF-02', { activity: '' }), ['activityMechanisms']],
  'activity.goal': [changed('INF-02', { goal: '\n' }), ['activityMechanisms']],
  'activity.office': [changed('INF-02', { office: '' }), ['activityResponsible']],
  'activity.position': [changed('INF-02', { position: ' ' }), ['activityResponsible']],
  // So does one whose activity has no end.
  'activity.end': [changed('INF-02', { end: '' }), ['activityEnds', 'goal-informacion']],
  'goal.noEnd': [changed('TRA-02', { end: '' }), ['activityEnds', 'goal-transaccion']],
  // What should have been done before the cut-off date, and is not met at it, reaches no goal.
  'goal.endPassed': [changed('TRA-02', { start: '', end: '2009-10-14' }), ['goal-transaccion']],
  'activity.lateReason': [changed('INF-02', { lateReason: ' ' }), ['activityEnds']],
  activityDates: [changed('INF-02', { start: '2010-02-01' }), ['activityEnds']],
  'activity.resources': [changed('INF-02', { technology: '' }), ['activityResources']],
  noActivities: [
    { plan: { ...plan, activities: [] } },
    [
      'criteria',
      'activityMechanisms',
      'activityResponsible',
      'activityEnds',
      'activityResources',
      'goal-informacion',
      'goal-transaccion',
    ],
  ],
  'goal.pending': [{ standing: without('DEM-01') }, ['goal-democracia']],
  goalLate: [changed('TRA-02', { end: '2010-06-01', lateReason: 'Falta el convenio.' }), ['goal-transaccion']],
  noProjects: [{ projects: [] }, ['projects', 'projectScope', 'projectPhases', 'projectResources']],
  'project.kinds': [projectWith({ kinds: [] }), ['projectScope']],
  'project.targets': [projectWith({ targets: [] }), ['projectScope']],
  'project.phases': [projectWith({ phases: [] }), ['projectPhases']],
  'project.hardware': [noResource('hardware'), ['projectResources']],
  'project.software': [noResource('software'), ['projectResources']],
  'project.communications': [noResource('communications'), ['projectResources']],
};

/** A criterion of each phase, whose missing answer keeps that phase alone from its goal. */
const pending = {
  'goal-informacion': 'INF-01',
  'goal-interaccion': 'INT-01',
  'goal-transaccion': 'TRA-01',
  'goal-transformacion': 'TRF-01',
  'goal-democracia': 'DEM-01',
} as const;

describe('each way to be incomplete', () => {
  it.each(Object.entries(ways))('leaves just its own items open: %s', (way, [given, items]) => {
    const found = gaps(given);
    expect(Object.keys(found)).toEqual(items);
    expect(Object.values(found).flat().map(wayOf)).toContain(way);
  });

  it.each(Object.entries(pending))('leaves just its own phase open: %s', (item, criterionId) => {
    expect(Object.keys(gaps({ standing: without(criterionId) }))).toEqual([item]);
  });

  it('is proven for every item of the check', () => {
    const proven = new Set([...Object.values(ways).flatMap(([, items]) => items), ...Object.keys(pending)]);
    expect(check().items.map(({ id }) => id)).toSatisfy((ids: string[]) => ids.every((id) => proven.has(id)));
  });

  it('is counted for its document alone', () => {
    const open = check({ ...changed('INF-02', { office: '', goal: '' }), ...projectWith({ phases: [] }) });
    expect(countOf(open, 1)).toEqual({ satisfied: 12, total: 14 });
    expect(countOf(open, 2)).toEqual({ satisfied: 3, total: 4 });
  });
});
