import type { Assessment, AssessmentHeader } from './assessment.ts';
import { isPhase, type Instrument, type Section } from '../../instrument/instrument.ts';
import { resultsOf, type Results } from './results.ts';
import { isSameEntity } from './same-entity.ts';
import type { SectionScore } from './scoring.ts';

type Dated = Pick<AssessmentHeader, 'id' | 'cutoffDate' | 'modified'>;

/**
 * Orders assessments in time: by cut-off date, the later modification last where the dates tie, then by id, so that the
 * order never depends on how they were read. Dates and instants are ISO texts, which sort as they stand.
 */
export function byCutoff(a: Dated, b: Dated): number {
  for (const key of ['cutoffDate', 'modified', 'id'] as const) {
    if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
  }
  return 0;
}

/** Takes an assessment and all there are; gives the one just before it of the same entity, or null where it is the first. */
export function previousOf<T extends Dated & Pick<AssessmentHeader, 'entity'>>(one: T, all: readonly T[]): T | null {
  return (
    all
      .filter((other) => isSameEntity(other.entity, one.entity) && byCutoff(other, one) < 0)
      .sort(byCutoff)
      .at(-1) ?? null
  );
}

/** One cut-off date of an entity, with every figure of it. */
interface Cutoff {
  readonly assessment: AssessmentHeader;
  readonly results: Results;
}

/** How the phases of an entity went over its cut-off dates. */
export interface Progress {
  /** The earliest first; two of one date are both here, the later modification last. */
  readonly cutoffs: readonly Cutoff[];
  /** The five phases, each with one score a cut-off, in the same order. */
  readonly phases: readonly { readonly section: Section; readonly scores: readonly SectionScore[] }[];
}

/** Takes the instrument and any assessments, in any order; gives their figures in the order of time. */
export function progressOf(instrument: Instrument, assessments: readonly Assessment[]): Progress {
  const cutoffs = [...assessments]
    .sort(byCutoff)
    .map((assessment) => ({ assessment, results: resultsOf(instrument, assessment) }));
  return {
    cutoffs,
    phases: instrument.sections.filter(isPhase).map((section) => ({
      section,
      scores: cutoffs.flatMap(({ results }) =>
        results.phases.filter((phase) => phase.section.id === section.id).map(({ score }) => score),
      ),
    })),
  };
}
