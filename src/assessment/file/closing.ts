import type { Assessment } from '../domain/assessment.ts';
import { assessmentToFile } from './assessment-file.ts';
import { digestOf } from './digest.ts';

/** What the digest says of a file. */
export type ClosingCheck =
  | { readonly kind: 'notClosed' }
  | { readonly kind: 'unchanged'; readonly digest: string }
  /** `digest` is that of the file as it is now; `expected`, the one that its closing carries ('' where it carries none). */
  | { readonly kind: 'changed'; readonly digest: string; readonly expected: string };

/**
 * Takes an assessment and who closes it on which day (`YYYY-MM-DD`); gives it closed. Nothing else in it changes, nor may
 * it afterwards: `modified` and `revision` are under the digest too.
 */
export async function close(
  assessment: Assessment,
  { date, responsible }: { date: string; responsible: string },
): Promise<Assessment> {
  return { ...assessment, closing: { date, responsible, digest: await digestOf(assessmentToFile(assessment)) } };
}

/** Takes a file as `JSON.parse` gives it, or as `assessmentToFile` does; says whether it is as it was when it was closed. */
export async function verifyClosing(raw: unknown): Promise<ClosingCheck> {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, 'cierre')) return { kind: 'notClosed' };
  const { cierre } = raw as { cierre: unknown };
  const written = typeof cierre === 'object' && cierre !== null ? (cierre as Record<string, unknown>)['sha256'] : '';
  const expected = typeof written === 'string' ? written : '';
  const digest = await digestOf(raw);
  return digest === expected ? { kind: 'unchanged', digest } : { kind: 'changed', digest, expected };
}
