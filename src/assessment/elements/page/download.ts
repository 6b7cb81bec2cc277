import type { Assessment } from '../../domain/assessment.ts';
import { assessmentFileName, assessmentToText } from '../../file/assessment-file.ts';
import { download } from '../../../kit/browser/download.ts';

/** Hands an assessment to the person in its own file format (docs/assessment-file.md). Gives the file's name. */
export function downloadAssessment(assessment: Assessment): string {
  const name = assessmentFileName(assessment);
  download(name, assessmentToText(assessment));
  return name;
}
