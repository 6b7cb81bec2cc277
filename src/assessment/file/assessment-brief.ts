import type { Assessment, AssessmentHeader, Closing, Entity } from '../domain/assessment.ts';
import { assessmentToFile } from './assessment-file.ts';
import { readAssessmentText } from './assessment-record.ts';
import { sha256Of } from '../../kit/bytes/sha256.ts';

/**
 * What is shown of an assessment that is not held whole, because a file may bring any number of them, and each any
 * number of things that this version does not know.
 */
export interface AssessmentBrief extends Pick<
  AssessmentHeader,
  'id' | 'label' | 'cutoffDate' | 'modified' | 'revision'
> {
  readonly entity: Pick<Entity, 'name' | 'acronym' | 'nit'>;
  readonly instrument: Pick<AssessmentHeader['instrument'], 'id' | 'version'>;
  readonly closing: Pick<Closing, 'date' | 'responsible' | 'digest'> | null;
  /** How many criteria it has data of. */
  readonly answered: number;
}

/** Takes an assessment; gives what is shown of it. */
export function briefOf(assessment: Assessment): AssessmentBrief {
  const { id, label, cutoffDate, modified, revision, entity, instrument, closing, answers } = assessment;
  return {
    id,
    label,
    cutoffDate,
    modified,
    revision,
    entity: { name: entity.name, acronym: entity.acronym, nit: entity.nit },
    instrument: { id: instrument.id, version: instrument.version },
    closing: closing && { date: closing.date, responsible: closing.responsible, digest: closing.digest },
    answered: Object.keys(answers).length,
  };
}

/** Takes an assessment; gives a mark that two have in common only where they are the same to the letter. */
export function markOf(assessment: Assessment): Promise<string> {
  return sha256Of(JSON.stringify(assessmentToFile(assessment)));
}

/** Takes the content of a file that was read before, its plan and its projects too; gives the assessment in it. */
export async function assessmentIn(content: Blob): Promise<Assessment> {
  const reading = readAssessmentText(await content.text());
  if (!reading.ok) throw new Error(`What was read is refused: ${reading.refusal.kind}.`);
  return reading.assessment;
}
