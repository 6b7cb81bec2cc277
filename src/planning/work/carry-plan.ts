import type { Assessment } from '../../assessment/domain/assessment.ts';
import type { Instrument } from '../../instrument/instrument.ts';
import { leftThePlan } from '../copy/duplicating.ts';
import { carriedOver } from '../domain/plan-follow-up.ts';
import { resultsOf } from '../../assessment/domain/results.ts';
import { changedDocuments, readDocuments } from '../file/documents.ts';

/** With `carryPlan` all that the list of assessments needs of a plan: how the places of its records are named. */
export { planParts } from '../copy/record-parts.ts';

/**
 * Takes the copy of an assessment for another cut-off date; gives it with the plan that it begins with: the activities
 * whose criteria are met or do not apply leave it with a trace, and with what is told of them, or ''. What cannot be read
 * stays as it is.
 */
export function carryPlan(instrument: Instrument, copy: Assessment): { assessment: Assessment; told: string } {
  const read = readDocuments(copy.documents);
  const { plan, left } = carriedOver(read.plan, resultsOf(instrument, copy), copy.cutoffDate);
  if (left.length === 0) return { assessment: copy, told: '' };
  const documents = changedDocuments(copy.documents, read, { plan, projects: read.projects });
  return { assessment: { ...copy, documents }, told: leftThePlan(left.length) };
}
