import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSections, anEntity } from '../../../tests/builders/planned-entity.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import { somePlan } from '../../../tests/builders/random-plan.ts';
import { compare, fraction } from '../../kit/values/fraction.ts';
import { statusOf } from '../../assessment/domain/answer.ts';
import { EMPTY_PLAN, newActivity, withActivities, type Plan } from './plan.ts';
import { score, type Answers } from '../../assessment/domain/scoring.ts';
import { whatIf, type Outlook } from './what-if.ts';

const sections = allSections(4);

function aPlan(...rows: [criteria: [string, ...string[]], end: string][]): Plan {
  return rows.reduce(
    (plan, [criteria, end]) => withActivities(plan, [newActivity(plan, criteria, { end })]),
    EMPTY_PLAN,
  );
}
function phaseOf(outlook: Outlook, id: string) {
  const phase = outlook.phases.find(({ section }) => section.id === id);
  if (!phase) throw new Error(`There is no phase ${id}.`);
  return phase;
}
const DEADLINES = ['2008-06-01', '2008-12-01', '2009-12-01', '2010-06-01', '2010-12-01'];

describe('what the plan promises', () => {
  const { instrument, assessment } = anEntity(sections, {
    'TRA-01': 'met',
    'TRA-02': 'partial',
    'TRA-03': 'unmet',
    'TRA-04': 'notApplicable',
  });

  it('is each phase at the end of each activity and at each deadline, exact', () => {
    const plan = aPlan([['TRA-02'], '2009-11-15'], [['TRA-03', 'TRA-04'], '2010-02-01']);
    const outlook = whatIf(instrument, assessment, plan);
    expect(outlook.dates).toEqual([
      '2008-06-01',
      '2008-12-01',
      '2009-11-15',
      '2009-12-01',
      '2010-02-01',
      ...DEADLINES.slice(3),
    ]);
    expect(outlook.phases.map(({ section }) => section.code)).toEqual(['INF', 'INT', 'TRA', 'TRF', 'DEM']);
    const phase = phaseOf(outlook, 'transaccion');
    expect(phase.now.percent).toEqual(fraction(50));
    expect(phase.points.map(({ score }) => score.percent)).toEqual(
      [[50], [50], [200, 3], [200, 3], [100], [100], [100]].map(([n = 0, d = 1]) => fraction(n, d)),
    );
    expect(phase.points.map(({ score }) => score.complete)).toEqual([false, false, false, false, true, true, true]);
    expect(phase.atDeadline.percent).toEqual(fraction(200, 3));
    expect([phase.reachedOn, phase.open]).toEqual(['2010-02-01', []]);
  });

  it('holds a criterion met only when the last of its activities ends', () => {
    const plan = aPlan([['TRA-02'], '2009-11-01'], [['TRA-02', 'TRA-03'], '2010-01-01'], [['TRA-03'], '2009-10-20']);
    const { points } = phaseOf(whatIf(instrument, assessment, plan), 'transaccion');
    expect(points.filter(({ date }) => date < '2010-01-01').every(({ score }) => score === points[0]?.score)).toBe(
      true,
    );
    expect(points.find(({ date }) => date === '2010-01-01')?.score.complete).toBe(true);
  });

  it('never counts an activity without an end, nor a criterion that waits for one', () => {
    const plan = aPlan([['TRA-02'], '2009-11-01'], [['TRA-02'], ''], [['TRA-03'], '2009-11-01']);
    const outlook = whatIf(instrument, assessment, plan);
    const phase = phaseOf(outlook, 'transaccion');
    expect(outlook.undated).toEqual(['TRA-02-2']);
    expect(phase.atDeadline.percent).toEqual(fraction(250, 3));
    expect([phase.reachedOn, phase.open]).toEqual([null, [{ criterionId: 'TRA-02', why: 'noEnd' }]]);
  });

  it('never counts what should have been done before the cut-off date and is not met at it', () => {
    const plan = aPlan([['TRA-02'], '2009-10-14'], [['TRA-03'], '2009-10-15'], [['INF-01'], '2008-05-01']);
    const outlook = whatIf(instrument, assessment, plan);
    const phase = phaseOf(outlook, 'transaccion');
    expect(phase.points.find(({ date }) => date === '2009-10-14')?.score).toBe(phase.now);
    expect([phase.reachedOn, phase.open]).toEqual([null, [{ criterionId: 'TRA-02', why: 'endPassed' }]]);
    const past = phaseOf(outlook, 'informacion');
    expect(past.atDeadline).toBe(past.now);
  });

  it('says what keeps a phase from its goal: no answer, no activity, no end', () => {
    const { open } = phaseOf(whatIf(instrument, assessment, aPlan([['INF-01'], '2009-12-01'])), 'informacion');
    expect(open.map(({ criterionId, why }) => `${criterionId} ${why}`)).toEqual([
      'INF-02 pending',
      'INF-03 pending',
      'INF-04 pending',
    ]);
    const unplanned = phaseOf(whatIf(instrument, assessment, EMPTY_PLAN), 'transaccion');
    expect(unplanned.open.map(({ why }) => why)).toEqual(['noActivity', 'noActivity']);
    expect(unplanned.points.map(({ date }) => date)).toEqual(DEADLINES);
  });

  it('has no date for a phase that is complete already, and no figure for one where nothing applies', () => {
    const { instrument, assessment } = anEntity(allSections(1), { 'INF-01': 'met', 'INT-01': 'notApplicable' });
    const outlook = whatIf(instrument, assessment, aPlan([['INT-01'], '2009-11-01']));
    expect(phaseOf(outlook, 'informacion')).toMatchObject({ reachedOn: null, open: [], now: { complete: true } });
    expect(phaseOf(outlook, 'interaccion')).toMatchObject({ reachedOn: null, open: [], atDeadline: { percent: null } });
  });

  it('is what the one score says of the answers with those criteria met, and never falls', () => {
    fc.assert(
      fc.property(someAssessment(sections), somePlan(sections), (assessment, plan) => {
        const { dates, phases } = whatIf({ sections }, assessment, plan);
        for (const [at, date] of dates.entries()) {
          const isDone = (id: string): boolean => {
            const own = plan.activities.filter(({ criteria }) => criteria.includes(id));
            return (
              own.every(({ end }) => end !== '' && end <= date) && own.some(({ end }) => end >= assessment.cutoffDate)
            );
          };
          const answers: Answers = Object.fromEntries([
            ...Object.entries(assessment.answers),
            ...sections
              .flatMap(({ criteria }) => criteria)
              .filter((each) => isDone(each.id) && statusOf(each, assessment.answers[each.id]) !== 'notApplicable')
              .map(({ id }) => [id, { kind: 'assessed', met: ['a', 'b'] }] as const),
          ]);
          const expected = score(sections, answers).filter(({ sectionId }) => sectionId !== 'preparacion');
          expect(phases.map(({ points }) => points[at]?.score)).toEqual(expected);
        }
        for (const { now, points } of phases) {
          let last = now.percent;
          for (const { score } of points) {
            if (last !== null && score.percent !== null) expect(compare(last, score.percent) <= 0).toBe(true);
            last = score.percent;
          }
        }
      }),
    );
  });
});
