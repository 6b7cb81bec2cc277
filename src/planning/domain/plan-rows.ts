import type { Status } from '../../assessment/domain/answer.ts';
import { add, compare, ZERO, type Fraction } from '../../kit/values/fraction.ts';
import type { Deadline } from '../../instrument/instrument.ts';
import { compareIds, type Activity, type Plan } from './plan.ts';
import type { Results } from '../../assessment/domain/results.ts';

/** A criterion as a row of the plan needs it. */
interface RowCriterion {
  readonly id: string;
  readonly name: string;
  readonly sectionId: string;
  readonly status: Status;
}

/**
 * What does not fit in an activity's dates. The deadline's own day is in time. A reason in `lateReason` does not take
 * `endsAfterDeadline` away: the check alone asks for it.
 */
export type ActivityProblem = 'endsBeforeStart' | 'endsAfterDeadline';

/** An activity with what follows from the assessment: what every screen, print and file of the plan reads. */
export interface PlanRow {
  readonly activity: Activity;
  /** Its criteria that the instrument has. */
  readonly criteria: readonly RowCriterion[];
  /** Its criteria that the instrument does not have: kept, reported, without effect. */
  readonly unknownCriteria: readonly string[];
  /**
   * The earliest deadline among its criteria that are not met yet (among all of them, where none is open); null where
   * it serves the preparatory actions alone.
   */
  readonly deadline: Deadline | null;
  /** The section of the criterion that has that deadline: where the row stands among the phases. Null where none is known. */
  readonly sectionId: string | null;
  /** Percentage points that its criteria would add to the phase of that deadline (or to the preparatory actions). */
  readonly gain: Fraction;
  readonly problems: readonly ActivityProblem[];
}

interface Placed extends RowCriterion {
  readonly deadline: Deadline | null;
  readonly gain: Fraction;
  /** Place in the instrument's order. */
  readonly position: number;
}

function placedCriteria(results: Pick<Results, 'sections'>): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  for (const { section, score, deadline } of results.sections) {
    for (const [index, { id, status, gain }] of score.criteria.entries()) {
      const name = section.criteria[index]?.name ?? id;
      placed.set(id, { id, name, sectionId: section.id, status, deadline, gain, position: placed.size });
    }
  }
  return placed;
}

/** By deadline; what has none (the preparatory actions) comes last. */
function compareDeadlines(a: Deadline | null, b: Deadline | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

function problemsOf({ start, end }: Activity, deadline: Deadline | null): ActivityProblem[] {
  if (end === '') return [];
  return [
    ...(start !== '' && end < start ? (['endsBeforeStart'] as const) : []),
    ...(deadline !== null && end > deadline.date ? (['endsAfterDeadline'] as const) : []),
  ];
}

/**
 * Takes the results of an assessment and its plan; gives the plan's rows: the nearest deadline first, then the greatest
 * gain, then the instrument's own order.
 */
export function planRows(results: Pick<Results, 'sections'>, plan: Plan): PlanRow[] {
  const placed = placedCriteria(results);
  const rows = plan.activities.map((activity) => {
    const ids = [...new Set(activity.criteria)];
    const known = ids.flatMap((id) => placed.get(id) ?? []);
    const open = known.filter(({ status }) => status !== 'met' && status !== 'notApplicable');
    const [first] = [...(open.length > 0 ? open : known)].sort(
      (a, b) => compareDeadlines(a.deadline, b.deadline) || a.position - b.position,
    );
    const deadline = first?.deadline ?? null;
    const row: PlanRow = {
      activity,
      criteria: known.map(({ id, name, sectionId, status }) => ({ id, name, sectionId, status })),
      unknownCriteria: ids.filter((id) => !placed.has(id)),
      deadline,
      sectionId: first?.sectionId ?? null,
      gain: known
        .filter(({ sectionId }) => sectionId === first?.sectionId)
        .reduce((sum, { gain }) => add(sum, gain), ZERO),
      problems: problemsOf(activity, deadline),
    };
    return { row, position: first?.position ?? Infinity };
  });
  return rows
    .sort(
      (a, b) =>
        compareDeadlines(a.row.deadline, b.row.deadline) ||
        compare(b.row.gain, a.row.gain) ||
        // Two rows that the instrument does not know are both at infinity, whose difference is no number.
        (a.position === b.position ? 0 : a.position - b.position) ||
        compareIds(a.row.activity.id, b.row.activity.id),
    )
    .map(({ row }) => row);
}
