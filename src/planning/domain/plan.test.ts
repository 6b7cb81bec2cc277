import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSection } from '../../../tests/builders/instrument.ts';
import { allSections, anEntity } from '../../../tests/builders/planned-entity.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import { someDay, somePlan } from '../../../tests/builders/random-plan.ts';
import { fraction } from '../../kit/values/fraction.ts';
import {
  activitiesByCriterion,
  compareIds,
  criterionOfId,
  EMPTY_PLAN,
  newActivity,
  withActivities,
  withCriteria,
  withFields,
  withoutActivity,
  withoutProgress,
  withProgress,
  withTexts,
  type Activity,
  type ActivityFields,
  type Plan,
} from './plan.ts';
import { carriedOver, lateActivities, progressAt, reinstated, archive, archivedAgain } from './plan-follow-up.ts';
import { proposeActivities, suggestionsOf } from './plan-proposals.ts';
import { planRows } from './plan-rows.ts';
import { resultsOf } from '../../assessment/domain/results.ts';

/** A plan with these rows, each made for one criterion or several. */
function aPlan(...rows: [criteria: string | [string, ...string[]], fields?: Partial<ActivityFields>][]): Plan {
  return rows.reduce(
    (plan, [criteria, fields]) =>
      withActivities(plan, [newActivity(plan, typeof criteria === 'string' ? [criteria] : criteria, fields)]),
    EMPTY_PLAN,
  );
}
const ids = (activities: readonly Pick<Activity, 'id'>[]): string[] => activities.map(({ id }) => id);
const sections = allSections(3);
const suggestion = { activity: 'Publicar', product: 'Página', goal: 'Una', indicator: 'Páginas', office: 'Planeación' };

describe('an activity', () => {
  it('has the id of its criterion, and the next ones a number; they stand as people count', () => {
    const plan = aPlan(['INF-02'], ...Array.from({ length: 10 }, () => ['INF-01'] as [string]));
    expect(ids(plan.activities).slice(0, 3)).toEqual(['INF-01', 'INF-01-2', 'INF-01-3']);
    expect(ids(plan.activities).slice(-2)).toEqual(['INF-01-10', 'INF-02']);
    expect(criterionOfId('INF-01-10')).toBe('INF-01');
    expect(criterionOfId('INF-01')).toBe('INF-01');
    expect(criterionOfId('__proto__')).toBe('__proto__');
  });

  it('may meet several criteria, and a criterion may have several activities', () => {
    const plan = aPlan([['INF-01', 'INF-02', 'INF-01']], ['INF-02']);
    expect(plan.activities.map(({ criteria }) => criteria)).toEqual([['INF-01', 'INF-02'], ['INF-02']]);
    expect(ids(activitiesByCriterion(plan).get('INF-02') ?? [])).toEqual(['INF-01', 'INF-02']);
  });

  it('never takes the id of another, added in another tab or settled long ago', () => {
    const plan = aPlan(['INF-01']);
    const again = withActivities(plan, [...plan.activities, ...plan.activities]);
    expect(ids(again.activities)).toEqual(['INF-01', 'INF-01-2', 'INF-01-3']);
    const { results } = anEntity(sections, { 'INF-01': 'met' });
    const archived = archive(plan, results, '2009-10-15');
    expect(newActivity(archived, ['INF-01']).id).toBe('INF-01-2');
  });

  it('keeps its id when its criteria change, and always has one', () => {
    const plan = withCriteria(aPlan(['INF-01'], ['INF-02']), 'INF-01', ['TRA-01', 'TRA-01']);
    expect(plan.activities[0]).toMatchObject({ id: 'INF-01', criteria: ['TRA-01'] });
    expect(withCriteria(plan, 'INF-01', []).activities[0]?.criteria).toEqual(['INF-01']);
  });

  it('is taken out alone', () => {
    expect(ids(withoutActivity(aPlan(['INF-01'], ['INF-02']), 'INF-01').activities)).toEqual(['INF-02']);
  });
});

describe('a change to many rows', () => {
  it('writes an office and a date in those chosen and leaves the others and all other fields', () => {
    const plan = aPlan(['INF-01', suggestion], ['INF-02', suggestion], ['INF-03', suggestion]);
    const changed = withFields(plan, ['INF-01', 'INF-03', 'INF-99'], { office: 'Sistemas', end: '2010-03-01' });
    expect(changed.activities.map(({ office, end, activity }) => [office, end, activity])).toEqual([
      ['Sistemas', '2010-03-01', 'Publicar'],
      ['Planeación', '', 'Publicar'],
      ['Sistemas', '2010-03-01', 'Publicar'],
    ]);
    expect(changed.activities[1]).toBe(plan.activities[1]);
  });

  it('writes the general texts one by one', () => {
    const plan = withTexts(withTexts(EMPTY_PLAN, { procedures: 'SUIT' }), { resources: 'Rubro 1' });
    expect(plan.texts).toEqual({ procedures: 'SUIT', citizenService: '', mechanisms: '', resources: 'Rubro 1' });
  });
});

describe('what is proposed', () => {
  const sections = [...allSections(1).slice(0, 1), aSection('democracia', 2), aSection('informacion', 4)];
  const { results } = anEntity(sections, {
    'PRE-01': 'unmet',
    'DEM-01': 'unmet',
    'INF-01': 'partial',
    'INF-02': 'unmet',
    'INF-03': 'met',
  });

  it('is a row for each criterion not met or in part, by deadline, gain and order, preparation last', () => {
    const { rows, pending } = proposeActivities(results, EMPTY_PLAN, { 'INF-02': suggestion });
    expect(rows.map(({ activity }) => activity.id)).toEqual(['INF-02', 'INF-01', 'DEM-01', 'PRE-01']);
    expect(rows.map(({ priority }) => priority.deadline?.date)).toEqual([
      '2008-06-01',
      '2008-06-01',
      '2010-12-01',
      undefined,
    ]);
    expect(rows[0]?.activity).toMatchObject(suggestion);
    expect(rows[1]?.activity).toMatchObject({ activity: '', criteria: ['INF-01'], end: '', amount: null });
    expect(pending).toEqual(['DEM-02', 'INF-04']);
    expect(pending).toHaveLength(results.pending);
  });

  it('leaves out what an activity already covers, and says what was planned for it before', () => {
    const covered = aPlan([['TRA-01', 'INF-02']], ['PRE-01']);
    expect(proposeActivities(results, covered, {}).rows.map(({ activity }) => activity.id)).toEqual([
      'INF-01',
      'DEM-01',
    ]);
    const met = anEntity(sections, { 'INF-01': 'met' }).results;
    const archived = archive(aPlan(['INF-01']), met, '2009-10-15');
    const again = proposeActivities(results, archived, {}).rows.find(
      ({ priority }) => priority.criterionId === 'INF-01',
    );
    expect(again).toMatchObject({ activity: { id: 'INF-01-2' }, earlier: ['INF-01'] });
  });

  it('never proposes a criterion twice: accepted, nothing is left to propose', () => {
    fc.assert(
      fc.property(someAssessment(sections), somePlan(sections), (assessment, plan) => {
        const results = resultsOf({ id: '', version: '', sections }, assessment);
        const { rows } = proposeActivities(results, plan, {});
        const accepted = withActivities(
          plan,
          rows.map(({ activity }) => activity),
        );
        expect(proposeActivities(results, accepted, {}).rows).toEqual([]);
        expect(accepted.activities).toHaveLength(plan.activities.length + rows.length);
        expect(new Set(ids([...accepted.activities, ...plan.archived.map(({ activity }) => activity)])).size).toBe(
          accepted.activities.length + plan.archived.length,
        );
      }),
    );
  });

  it('takes the words of a criterion and its usual owner', () => {
    const { office, ...suggestedActivity } = suggestion;
    expect(suggestionsOf([{ id: 'INF-01', suggestedActivity, usualOwner: office }])).toEqual({ 'INF-01': suggestion });
  });
});

describe('the rows of the plan', () => {
  const { results } = anEntity(sections, {
    'INF-01': 'unmet',
    'INF-02': 'met',
    'TRA-01': 'unmet',
    'TRA-02': 'partial',
    'DEM-01': 'unmet',
    'PRE-01': 'unmet',
  });
  const rowOf = (plan: Plan) => planRows(results, plan)[0];

  it('stand by the deadline of what is open in them, then by gain; preparation and unknown criteria last', () => {
    const plan = aPlan(['XXX-99'], ['PRE-01'], ['DEM-01'], ['TRA-02'], ['TRA-01'], [['INF-01', 'TRA-01']]);
    expect(planRows(results, plan).map(({ activity }) => activity.id)).toEqual([
      'INF-01',
      'TRA-01',
      'TRA-02',
      'DEM-01',
      'PRE-01',
      'XXX-99',
    ]);
  });

  it('take the earliest deadline among the criteria that are not met', () => {
    expect(rowOf(aPlan([['INF-01', 'TRA-01']]))?.deadline?.date).toBe('2008-06-01');
    expect(rowOf(aPlan([['INF-02', 'TRA-01']]))?.deadline?.date).toBe('2009-12-01');
    expect(rowOf(aPlan(['INF-02']))?.deadline?.date).toBe('2008-06-01');
    expect(rowOf(aPlan(['PRE-01']))?.deadline).toBeNull();
  });

  it('say what they would add to that phase', () => {
    expect(rowOf(aPlan([['TRA-01', 'TRA-02', 'DEM-01']]))?.gain).toEqual(fraction(50));
  });

  it('name the criteria that the instrument does not have', () => {
    expect(rowOf(aPlan([['TRA-01', 'XXX-99']]))).toMatchObject({
      criteria: [{ id: 'TRA-01', sectionId: 'transaccion', status: 'unmet' }],
      unknownCriteria: ['XXX-99'],
    });
  });

  it.each([
    [{ start: '2009-11-02', end: '2009-11-01' }, ['endsBeforeStart']],
    [{ start: '2009-11-01', end: '2009-11-01' }, []],
    [{ end: '2009-12-01' }, []],
    [{ end: '2009-12-02', lateReason: 'Depende de otra entidad.' }, ['endsAfterDeadline']],
    [{ start: '2010-02-01', end: '2010-01-01' }, ['endsBeforeStart', 'endsAfterDeadline']],
    [{ start: '2009-11-02' }, []],
  ])('say what does not fit in their dates: %o', (fields, problems) => {
    expect(rowOf(aPlan(['TRA-01', fields]))?.problems).toEqual(problems);
  });
});

describe('what has been met since', () => {
  const standing = {
    'INF-01': 'met',
    'INF-02': 'notApplicable',
    'INF-03': 'unmet',
    'INT-01': 'notApplicable',
  } as const;
  const { results } = anEntity(sections, standing);

  it('leaves the plan with a trace that holds all that was written', () => {
    const plan = aPlan(
      ['INF-01', suggestion],
      [['INF-02', 'INF-01']],
      ['INT-01'],
      ['INF-03'],
      [['INF-01', 'INF-03']],
      ['INF-02'],
    );
    const archived = archive(plan, results, '2010-03-31');
    expect(archived.archived.map(({ activity, why, date }) => [activity.id, why, date])).toEqual([
      ['INF-01', 'met', '2010-03-31'],
      ['INF-02', 'met', '2010-03-31'],
      ['INF-02-2', 'notApplicable', '2010-03-31'],
      ['INT-01', 'notApplicable', '2010-03-31'],
    ]);
    expect(archived.archived[0]?.activity).toEqual(plan.activities[0]);
    expect(ids(archived.activities)).toEqual(['INF-01-2', 'INF-03']);
  });

  it('stays where a criterion is pending or the instrument does not have it', () => {
    const plan = aPlan(['DEM-01'], [['INF-01', 'XXX-99']], ['XXX-98']);
    expect(archive(plan, results, '2010-03-31')).toBe(plan);
  });

  it('can be taken up again as it was', () => {
    const plan = aPlan(['INF-01', suggestion], ['INF-03']);
    const archived = archive(plan, results, '2010-03-31');
    expect(reinstated(archived, 'INF-01')).toEqual(plan);
    expect(reinstated(archived, 'INF-99')).toEqual(archived);
  });

  it('can be put back into the trace as it stood there', () => {
    const archived = archive(aPlan(['INF-01', suggestion], ['INF-03']), results, '2010-03-31');
    expect(archivedAgain(reinstated(archived, 'INF-01'), archived.archived)).toEqual(archived);
  });

  it('is moved and never lost, and moved once', () => {
    fc.assert(
      fc.property(someAssessment(sections), somePlan(sections), someDay, (assessment, plan, date) => {
        const results = resultsOf({ id: '', version: '', sections }, assessment);
        const archived = archive(plan, results, date);
        const all = (each: Plan): Activity[] =>
          [...each.activities, ...each.archived.map(({ activity }) => activity)].sort((a, b) => compareIds(a.id, b.id));
        expect(all(archived)).toEqual(all(plan));
        expect(archive(archived, results, '2011-01-01')).toEqual(archived);
        for (const trace of plan.archived) expect(archived.archived).toContainEqual(trace);
      }),
    );
  });

  it('is told when the plan is carried over to a new assessment; the rest comes along', () => {
    const old = withProgress(aPlan(['INF-01'], ['INF-03']), 'INF-03', { date: '2009-12-31', percent: 40, note: '' });
    const before = archive(aPlan(['INT-01']), results, '2009-10-15');
    const { plan, left } = carriedOver({ ...old, archived: before.archived }, results, '2010-03-31');
    expect(ids(left.map(({ activity }) => activity))).toEqual(['INF-01']);
    expect(plan.activities).toEqual([old.activities[1]]);
    expect(ids(plan.archived.map(({ activity }) => activity))).toEqual(['INF-01', 'INT-01']);
  });
});

describe('the follow-up', () => {
  const entry = (date: string, percent: number) => ({ date, percent, note: '' });

  it('holds one progress for each cut-off date, in order', () => {
    let plan = aPlan(['INF-01'], ['INF-02']);
    plan = withProgress(plan, 'INF-01', entry('2010-03-31', 50));
    plan = withProgress(plan, 'INF-01', entry('2009-12-31', 20));
    plan = withProgress(plan, 'INF-01', entry('2010-03-31', 60));
    expect(plan.activities[0]?.progress).toEqual([entry('2009-12-31', 20), entry('2010-03-31', 60)]);
    expect(plan.activities[1]?.progress).toEqual([]);
    expect(withoutProgress(plan, 'INF-01', '2010-03-31').activities[0]?.progress).toEqual([entry('2009-12-31', 20)]);
    const [first] = plan.activities;
    expect(first && [progressAt(first, '2009-12-30'), progressAt(first, '2010-03-30')]).toEqual([
      null,
      entry('2009-12-31', 20),
    ]);
  });

  it('says what is late on a date: its own day is in time, and later progress does not count', () => {
    let plan = aPlan(
      ['INF-01', { end: '2010-01-31' }],
      ['INF-02', { end: '2010-01-31' }],
      ['INF-03', { start: '2009-11-01', end: '2010-06-01' }],
      ['INT-01'],
      ['INT-02', { start: '2009-12-01', end: '2010-01-15' }],
    );
    plan = withProgress(plan, 'INF-01', entry('2010-01-31', 100));
    plan = withProgress(plan, 'INF-02', entry('2010-01-31', 99));
    plan = withProgress(plan, 'INF-02', entry('2010-03-31', 100));
    const late = (date: string) => lateActivities(plan, date).map(({ activity, why }) => `${activity.id} ${why}`);
    expect(late('2009-11-01')).toEqual([]);
    expect(late('2010-01-15')).toEqual(['INF-03 notStarted', 'INT-02 notStarted']);
    expect(late('2010-01-31')).toEqual(['INF-03 notStarted', 'INT-02 notFinished']);
    expect(late('2010-02-01')).toEqual(['INF-03 notStarted', 'INT-02 notFinished', 'INF-02 notFinished']);
    expect(late('2010-03-31')).toEqual(['INF-03 notStarted', 'INT-02 notFinished']);
  });
});
