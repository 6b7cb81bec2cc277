import type { AssessmentHeader } from '../../assessment/domain/assessment.ts';
import { entitySlug } from '../../assessment/file/entity-slug.ts';

/**
 * Takes what the document is (`DocumentModel.kind`, or another beginning), whose it is and the ending of its name; gives
 * the name of its file: `plan-de-accion-ins-2009-10-15.docx`.
 */
export function documentFileName(
  kind: string,
  assessment: Pick<AssessmentHeader, 'entity' | 'cutoffDate'>,
  extension: string,
): string {
  return `${kind}-${entitySlug(assessment)}.${extension}`;
}
