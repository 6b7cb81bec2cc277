import type { Deadline, EntityOrder, Section } from '../../instrument/instrument.ts';
import type { SectionScore } from './scoring.ts';

/** Where a phase stands against its goal of 100 % at the cut-off date (docs/scoring.md, «Goal and state of a phase»). */
export type PhaseState = 'achieved' | 'onTime' | 'overdue' | 'notApplicable';

/** The day that binds an entity of this order; null for the preparatory actions, which have none. */
export function deadlineFor(section: Pick<Section, 'deadlines'>, order: EntityOrder): Deadline | null {
  return section.deadlines?.[order] ?? null;
}

/** Takes dates as `YYYY-MM-DD`, which sort as text. The deadline's own day is still on time. */
export function phaseState(score: SectionScore, cutoffDate: string, deadline: Deadline): PhaseState {
  if (score.percent === null) return 'notApplicable';
  if (score.complete) return 'achieved';
  return cutoffDate <= deadline.date ? 'onTime' : 'overdue';
}
