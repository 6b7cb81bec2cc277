import type { Answer } from './answer.ts';
import type { EntityOrder } from '../../instrument/instrument.ts';
import type { ProfileAnswers } from './profile.ts';

interface Contact {
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

/** That a version was closed: read-only from then on, and provable unchanged (docs/assessment-file.md, «Closing»). */
export interface Closing {
  /** `YYYY-MM-DD`: the day of the person's own calendar on which it was closed. */
  readonly date: string;
  readonly responsible: string;
  /** SHA-256, 64 lower-case hexadecimal digits, over the canonical form of the file without its closing. */
  readonly digest: string;
  readonly extra?: Readonly<Record<string, unknown>>;
}

/**
 * The plan de acción and the proyectos de sistemas de información as the assessment's file holds them. They travel with
 * it unread, so that nothing of them changes on the way; only what works on them reads them (`planning/file/documents`).
 */
export interface Documents {
  /** By activity id. */
  readonly activities: Readonly<Record<string, unknown>>;
  /** What the plan says as a whole; null where it says nothing. */
  readonly texts: unknown;
  readonly projects: readonly unknown[];
}

export const NO_DOCUMENTS: Documents = { activities: {}, texts: null, projects: [] };

/** What an entity says of itself at one cut-off date (docs/assessment-file.md). */
export interface Assessment {
  readonly id: string;
  readonly instrument: {
    readonly id: string;
    readonly version: string;
    readonly extra?: Readonly<Record<string, unknown>>;
  };
  readonly entity: Entity;
  /** What tells it from others of the same entity and date, as the person wrote it; '' where not given. */
  readonly label: string;
  /** `YYYY-MM-DD`: the day that the answers describe. */
  readonly cutoffDate: string;
  readonly profile: ProfileAnswers;
  /** Instants, ISO 8601 in UTC. */
  readonly created: string;
  readonly modified: string;
  /** Grows by one with each saved change. */
  readonly revision: number;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly documents: Documents;
  /** Null while it is open. */
  readonly closing: Closing | null;
  /** Keys of the file that this version does not know: kept and written back. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** Everything but the answers, the plan and the projects: what the list of assessments shows. */
export type AssessmentHeader = Omit<Assessment, 'answers' | 'documents'>;

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
    label: '',
    cutoffDate: input.cutoffDate,
    profile: {},
    created: input.now,
    modified: input.now,
    revision: 0,
    answers: {},
    documents: NO_DOCUMENTS,
    closing: null,
  };
}

/**
 * Takes an assessment and what is new; gives a copy to go on working in: open, with an id of its own. Answers keep the
 * instant of their last change.
 */
export function copyOf(
  assessment: Assessment,
  input: { id: string; now: string; cutoffDate?: string; label?: string },
): Assessment {
  return {
    ...assessment,
    id: input.id,
    cutoffDate: input.cutoffDate ?? assessment.cutoffDate,
    label: input.label ?? assessment.label,
    created: input.now,
    modified: input.now,
    revision: 0,
    closing: null,
  };
}

/** A label for a copy that tells it from those of the same entity and date: its own where it is free, «copia», «copia 2». */
export function freeLabel(
  list: readonly AssessmentHeader[],
  { entity, label }: Pick<AssessmentHeader, 'entity' | 'label'>,
  cutoffDate: string,
): string {
  const taken = new Set(
    list.filter((each) => each.cutoffDate === cutoffDate && each.entity.name === entity.name).map((each) => each.label),
  );
  if (!taken.has(label)) return label;
  for (let number = 1; ; number += 1) {
    const next = number === 1 ? 'copia' : `copia ${number}`;
    if (!taken.has(next)) return next;
  }
}

/** Puts one answer in; the others stay as they are. */
export function withAnswer(assessment: Assessment, criterionId: string, answer: Answer): Assessment {
  return { ...assessment, answers: { ...assessment.answers, [criterionId]: answer } };
}
