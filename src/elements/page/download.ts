import type { Assessment } from '../../domain/assessment.ts';
import { assessmentFileName, assessmentToText } from '../../formats/assessment-file.ts';

/** How long the browser may take to fetch what it was handed, in milliseconds. */
const KEEP_MS = 60_000;

/** Hands a text to the person as a file. */
export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}

/** Hands an assessment to the person in its own file format (spec/assessment-file). */
export function downloadAssessment(assessment: Assessment): void {
  download(assessmentFileName(assessment), assessmentToText(assessment));
}
