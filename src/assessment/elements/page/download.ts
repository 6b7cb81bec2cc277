import type { Assessment } from '../../domain/assessment.ts';
import { assessmentFileName, assessmentToText } from '../../file/assessment-file.ts';

/** How long the browser may take to fetch what it was handed, in milliseconds. */
const KEEP_MS = 60_000;

/** Hands bytes or a text to the person as a file. */
export function downloadBytes(name: string, content: BlobPart, type = 'application/octet-stream'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}

/** Hands a JSON text to the person as a file. */
export function download(name: string, text: string): void {
  downloadBytes(name, text, 'application/json');
}

/** Hands an assessment to the person in its own file format (spec/assessment-file). Gives the file's name. */
export function downloadAssessment(assessment: Assessment): string {
  const name = assessmentFileName(assessment);
  download(name, assessmentToText(assessment));
  return name;
}
