import { fallsShort, type Status } from './answer.ts';
import { deadlineFor } from './deadline.ts';
import { compare, type Fraction } from '../../kit/values/fraction.ts';
import type { Deadline, EntityOrder, Section } from '../../instrument/instrument.ts';
import type { SectionScore } from './scoring.ts';

/** One criterion that is not met yet, with what meeting it would bring. */
export interface Priority {
  readonly criterionId: string;
  readonly name: string;
  readonly sectionId: string;
  readonly status: Status;
  /** Percentage points of its phase. */
  readonly gain: Fraction;
  readonly deadline: Deadline | null;
  /** Checks met of all. */
  readonly checksMet: number;
  readonly checks: number;
}

/**
 * «Qué hacer primero»: what was assessed and is not met, the nearest deadline first, then the greatest gain, then the
 * instrument's own order. Pending criteria are no work to do yet: they are answered first, and are not listed.
 */
export function priorities(
  sections: readonly Section[],
  scores: readonly SectionScore[],
  order: EntityOrder,
): Priority[] {
  const list = sections.flatMap((section, index) => {
    const deadline = deadlineFor(section, order);
    if (deadline === null) return [];
    return (scores[index]?.criteria ?? []).flatMap((each, position): Priority[] =>
      fallsShort(each.status)
        ? [
            {
              criterionId: each.id,
              name: section.criteria[position]?.name ?? each.id,
              sectionId: section.id,
              status: each.status,
              gain: each.gain,
              deadline,
              checksMet: each.checksMet,
              checks: each.checks,
            },
          ]
        : [],
    );
  });
  // Array.prototype.sort is stable: equal rows keep the instrument's order.
  return list.sort((a, b) => {
    const byDate = (a.deadline?.date ?? '').localeCompare(b.deadline?.date ?? '');
    return byDate !== 0 ? byDate : compare(b.gain, a.gain);
  });
}
