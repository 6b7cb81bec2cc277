import type { IDBPTransaction } from 'idb';
import type { Assessment, AssessmentHeader } from '../domain/assessment.ts';
import { answerToFile, headerFromFile, headerToFile } from '../file/assessment-file.ts';
import { StorageError, type Schema } from './database.ts';
import { documentsToRecords } from './document-records.ts';

/** What is done with the records of one assessment within a transaction that changes something. */

/** The stores that a change may touch. */
export const WRITTEN = ['assessments', 'answers', 'documents', 'quarantine', 'kept', 'copies'] as const;
/** A transaction that changes something. */
export type Writing = IDBPTransaction<Schema, (typeof WRITTEN)[number][], 'readwrite'>;

/** All records of one assessment, in a store whose key begins with its id. */
export function rangeOf(assessmentId: string): IDBKeyRange {
  return IDBKeyRange.bound([assessmentId], [assessmentId, []]);
}

/** Stores a whole assessment. With `add`, throws where its id is taken. */
export async function putStored(transaction: Writing, assessment: Assessment, how: 'add' | 'put'): Promise<void> {
  const { answers, documents, ...header } = assessment;
  await transaction.objectStore('assessments')[how](headerToFile(header));
  const store = transaction.objectStore('answers');
  for (const [criterionId, answer] of Object.entries(answers)) {
    await store.put({ assessmentId: assessment.id, criterionId, answer: answerToFile(answer) });
  }
  for (const record of documentsToRecords(assessment.id, documents, assessment.closing !== null)) {
    await transaction.objectStore('documents').put(record);
  }
}

/**
 * Changes the header with one more revision. Throws where the assessment is gone, its header damaged, or its version
 * closed.
 */
export async function touchHeader(
  transaction: Writing,
  id: string,
  now: string,
  change: (header: AssessmentHeader) => Partial<AssessmentHeader> = () => ({}),
): Promise<AssessmentHeader> {
  const store = transaction.objectStore('assessments');
  const decoded = headerFromFile(await store.get(id));
  if (!decoded.ok) throw new StorageError('gone', id);
  const before = decoded.value;
  if (before.closing !== null) throw new StorageError('closed', id);
  const header = { ...before, ...change(before), modified: now, revision: before.revision + 1 };
  await store.put(headerToFile(header));
  return header;
}
