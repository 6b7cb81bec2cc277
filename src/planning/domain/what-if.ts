import type { Status } from '../../assessment/domain/answer.ts';
import type { Assessment } from '../../assessment/domain/assessment.ts';
import { deadlineFor } from '../../assessment/domain/deadline.ts';
import type { Deadline, Instrument, ScorableCriterion, Section } from '../../instrument/instrument.ts';
import { activitiesByCriterion, type Plan } from './plan.ts';
import { score, type Answers, type SectionScore } from '../../assessment/domain/scoring.ts';

/** What a phase will have reached on a date if the plan is carried out. */
interface OutlookPoint {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly score: SectionScore;
}

/** Why a criterion will still be open after the last activity of the plan. */
export interface OpenCriterion {
  readonly criterionId: string;
  /**
   * `pending`: it has no answer and no activity. `noEnd`: one of its activities has no end. `endPassed`: they all should
   * have ended before the cut-off date, at which it is still open.
   */
  readonly why: 'pending' | 'noActivity' | 'noEnd' | 'endPassed';
}

/** The way of one phase under the plan. */
export interface PhaseOutlook {
  readonly section: Section;
  readonly deadline: Deadline;
  /** As the answers stand, without the plan. */
  readonly now: SectionScore;
  /** One point for each of the outlook's dates. */
  readonly points: readonly OutlookPoint[];
  readonly atDeadline: SectionScore;
  /** The first date on which it will be complete; null where it is complete already or the plan does not take it there. */
  readonly reachedOn: string | null;
  /** What keeps it from being complete with all done; empty where the plan takes it there, or where no criterion applies. */
  readonly open: readonly OpenCriterion[];
}

/** What the plan promises. */
export interface Outlook {
  /** The ends of all activities and the deadlines of all phases, in order, each once. */
  readonly dates: readonly string[];
  readonly phases: readonly PhaseOutlook[];
  /** Ids of the activities without an end: they are never counted as done. */
  readonly undated: readonly string[];
}

/** Up to which date each criterion of the plan is met: by its last activity; null where one of them has no end. */
function doneDates(plan: Plan): ReadonlyMap<string, string | null> {
  const done = new Map<string, string | null>();
  for (const [criterionId, activities] of activitiesByCriterion(plan)) {
    const ends = activities.map(({ end }) => end);
    done.set(criterionId, ends.includes('') ? null : ends.reduce((last, end) => (end > last ? end : last), ''));
  }
  return done;
}

/** The answers with these criteria fully met. What does not apply goes on not applying. */
function withMet(answers: Answers, criteria: readonly ScorableCriterion[]): Answers {
  return Object.fromEntries([
    ...Object.entries(answers),
    ...criteria.map(({ id, checks }) => [id, { kind: 'assessed', met: checks.map((check) => check.id) }] as const),
  ]);
}

/**
 * Takes the instrument, an assessment and its plan; gives what each phase will have reached on each date if every
 * activity that ends on or before it is done. A criterion is fully met when the last of its activities ends; what is
 * noted as progress changes nothing here. Every figure comes from `score` on hypothetical answers. What should have been
 * done before the cut-off date and is not met at it is never counted: the answers say that it was not done by then.
 */
export function whatIf(
  instrument: Pick<Instrument, 'sections'>,
  assessment: Pick<Assessment, 'answers' | 'entity' | 'cutoffDate'>,
  plan: Plan,
): Outlook {
  const done = doneDates(plan);
  const phases = instrument.sections.flatMap((section) => {
    const deadline = deadlineFor(section, assessment.entity.order);
    return deadline === null ? [] : [{ section, deadline }];
  });
  const dates = [
    ...new Set([
      ...plan.activities.flatMap(({ end }) => (end === '' ? [] : [end])),
      ...phases.map(({ deadline }) => deadline.date),
    ]),
  ].sort();
  return {
    dates,
    phases: phases.map(({ section, deadline }) => phaseOutlook(section, deadline, assessment, done, dates)),
    undated: plan.activities.filter(({ end }) => end === '').map(({ id }) => id),
  };
}

function scoreOf(section: Section, answers: Answers): SectionScore {
  return score([section], answers)[0] as SectionScore;
}

function phaseOutlook(
  section: Section,
  deadline: Deadline,
  { answers, cutoffDate }: Pick<Assessment, 'answers' | 'cutoffDate'>,
  done: ReadonlyMap<string, string | null>,
  dates: readonly string[],
): PhaseOutlook {
  const now = scoreOf(section, answers);
  const planned = section.criteria.flatMap((criterion, index) => {
    const date = done.get(criterion.id);
    const isAhead = typeof date === 'string' && date >= cutoffDate;
    return isAhead && now.criteria[index]?.status !== 'notApplicable' ? [{ criterion, date }] : [];
  });
  let count = 0;
  let last = now;
  const points = dates.map((date): OutlookPoint => {
    const met = planned.filter((each) => each.date <= date);
    // Most dates belong to another phase: the figures are computed again only where something of this one changes.
    if (met.length !== count) {
      count = met.length;
      last = scoreOf(
        section,
        withMet(
          answers,
          met.map(({ criterion }) => criterion),
        ),
      );
    }
    return { date, score: last };
  });
  const whyOpen = (id: string, status: Status): OpenCriterion['why'] => {
    if (done.has(id)) return done.get(id) === null ? 'noEnd' : 'endPassed';
    return status === 'pending' ? 'pending' : 'noActivity';
  };
  const open = last.criteria.filter(({ status }) => status !== 'met' && status !== 'notApplicable');
  return {
    section,
    deadline,
    now,
    points,
    atDeadline: points.find(({ date }) => date === deadline.date)?.score ?? now,
    reachedOn: now.complete ? null : (points.find((point) => point.score.complete)?.date ?? null),
    open: open.map(({ id, status }) => ({ criterionId: id, why: whyOpen(id, status) })),
  };
}
