import type { MigrationStep } from '../../assessment/file/assessment-migrations.ts';
import { readAssessmentText, type FileReading } from '../../assessment/file/assessment-record.ts';
import { documentProblems } from './documents.ts';

/**
 * Takes the text of a file from outside; gives its assessment, or why it is refused, the plan and the projects included.
 * What this version does not know (other criteria, other keys) is kept. Source: docs/assessment-file.md, «Rules».
 * @param steps the migrations of older versions; those of this code where not given
 */
export function readAssessmentFile(text: string, steps?: readonly MigrationStep[]): FileReading {
  return readAssessmentText(text, { steps, check: documentProblems });
}
