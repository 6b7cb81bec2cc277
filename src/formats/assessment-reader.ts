import { MAX_FILE_BYTES, readAssessment, type FileReading } from './assessment-record.ts';
import type { MigrationStep } from './assessment-migrations.ts';
import { documentProblems } from './documents.ts';

/**
 * Takes the text of a file; gives its assessment, or why it is refused. What this version does not know (other criteria,
 * other keys) is kept; of a key that stands twice, the last counts. Source: spec/assessment-file, «Rules».
 * @param steps the migrations of older versions; those of this code where not given
 */
export function readAssessmentFile(text: string, steps?: readonly MigrationStep[]): FileReading {
  if (new Blob([text]).size > MAX_FILE_BYTES) return { ok: false, refusal: { kind: 'tooLarge' } };
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Not JSON, or nested beyond what the engine reads: for the person it is one thing, a file that is not ours.
    return { ok: false, refusal: { kind: 'notJson' } };
  }
  return readAssessment(raw, { steps, check: documentProblems });
}
