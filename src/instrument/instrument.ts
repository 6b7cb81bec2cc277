import type { SectionId } from './schemas/criterion.ts';
import type { Confidence } from './schemas/provenance.ts';

export interface Check {
  /** Permanent within its criterion. */
  readonly id: string;
  readonly text: string;
}

/** What scoring needs of a criterion (docs/scoring.md, «Terms»). */
export interface ScorableCriterion {
  /** Permanent: `INF-01`. */
  readonly id: string;
  /** Integer, 1 or more. */
  readonly weight: number;
  readonly checks: readonly { readonly id: string }[];
  /** True unless said otherwise. */
  readonly admitsNotApplicable?: boolean;
}

export interface ScorableSection {
  readonly id: string;
  readonly criteria: readonly ScorableCriterion[];
}

export interface Criterion extends ScorableCriterion {
  readonly name: string;
  readonly checks: readonly Check[];
  readonly group: string;
  /** A condition of the profile, or «siempre». */
  readonly appliesIf: string;
  readonly admitsNotApplicable: boolean;
}

/** The day by which a phase had to be complete, and how sure we are of it. */
export interface Deadline {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly confidence: Confidence;
}

export type EntityOrder = 'nacional' | 'territorial';

/** A phase, or the preparatory actions (which are no phase: `deadlines` is null). */
export interface Section extends ScorableSection {
  readonly id: SectionId;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly deadlines: Readonly<Record<EntityOrder, Deadline>> | null;
  readonly criteria: readonly Criterion[];
}

/** True of a phase of the decree: the preparatory actions have no deadline of their own (Decreto 1151 de 2008, arts. 5 and 8). */
export function isPhase({ deadlines }: Pick<Section, 'deadlines'>): boolean {
  return deadlines !== null;
}

/** The preparatory actions and the five phases with all their criteria, as published. */
export interface Instrument {
  readonly id: string;
  readonly version: string;
  readonly sections: readonly Section[];
}

/** What decides a condition, without its words. */
export interface ConditionLogic {
  readonly id: string;
  /** Where that other condition is «no», this one is «no» too. */
  readonly dependsOn: string | null;
  /** Taken from the entity's data and not asked. */
  readonly deducedFrom: 'orden' | null;
}

/** One yes/no question on the entity; criteria hang on it by its id. */
export interface Condition extends ConditionLogic {
  readonly topic: string;
  readonly question: string;
  readonly help: string;
  /** The reason proposed for «No aplica» where the answer is no. */
  readonly reasonNo: string;
}
