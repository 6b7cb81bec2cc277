import type { Answer } from './answer.ts';
import type { EntityOrder } from './instrument.ts';
import type { ProfileAnswers } from './profile.ts';

export interface Contact {
  readonly name: string;
  readonly position: string;
  readonly email: string;
  readonly extra?: Readonly<Record<string, unknown>>;
}

export interface Entity {
  readonly name: string;
  readonly acronym: string;
  /** `899999403-4`, or '' where not given. */
  readonly nit: string;
  readonly order: EntityOrder;
  readonly contact: Contact;
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** What an entity says of itself at one cut-off date (spec/assessment-file). */
export interface Assessment {
  readonly id: string;
  readonly instrument: {
    readonly id: string;
    readonly version: string;
    readonly extra?: Readonly<Record<string, unknown>>;
  };
  readonly entity: Entity;
  /** `YYYY-MM-DD`: the day that the answers describe. */
  readonly cutoffDate: string;
  readonly profile: ProfileAnswers;
  /** Instants, ISO 8601 in UTC. */
  readonly created: string;
  readonly modified: string;
  /** Grows by one with each saved change. */
  readonly revision: number;
  readonly answers: Readonly<Record<string, Answer>>;
  /** Keys of the file that this version does not know: kept and written back. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** Everything but the answers: what the list of assessments shows. */
export type AssessmentHeader = Omit<Assessment, 'answers'>;

/** Takes what the person gave, an id and the present instant; gives a new assessment with nothing answered. */
export function createAssessment(input: {
  id: string;
  now: string;
  instrument: { id: string; version: string };
  entity: Entity;
  cutoffDate: string;
}): Assessment {
  return {
    id: input.id,
    instrument: input.instrument,
    entity: input.entity,
    cutoffDate: input.cutoffDate,
    profile: {},
    created: input.now,
    modified: input.now,
    revision: 0,
    answers: {},
  };
}

/** Puts one answer in; the others stay as they are. */
export function withAnswer(assessment: Assessment, criterionId: string, answer: Answer): Assessment {
  return { ...assessment, answers: { ...assessment.answers, [criterionId]: answer } };
}
