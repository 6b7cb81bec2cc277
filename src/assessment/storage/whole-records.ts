import type { Assessment } from '../domain/assessment.ts';
import { answerFromFile, assessmentToFile, documentsFromFile, headerFromFile } from '../file/assessment-file.ts';
import { documentKey } from '../file/document-key.ts';
import { StorageError, type KeepReason } from './database.ts';
import { recordsToDocuments, type StoredDocument } from './document-records.ts';
import { rangeOf, type Writing } from './records.ts';

/** What is done with all records of an assessment within a transaction, where it is kept aside, replaced or copied. */

/** True of general texts that no file can hold: with them in it, a whole file would be refused. */
function isUnfit({ kind, record }: StoredDocument): boolean {
  return kind === 'texts' && record !== null && !documentsFromFile({ planGeneral: record }).ok;
}

/** One assessment within a transaction, without what is damaged. Throws where it is gone or its header damaged. */
export async function readStored(transaction: Writing, id: string): Promise<Assessment> {
  const header = headerFromFile(await transaction.objectStore('assessments').get(id));
  if (!header.ok) throw new StorageError('gone', id);
  const records = await transaction.objectStore('answers').getAll(rangeOf(id));
  const answers = records.flatMap(({ criterionId, answer }) => {
    const decoded = answerFromFile(answer);
    return decoded.ok ? [[criterionId, decoded.value] as const] : [];
  });
  const documents = await transaction.objectStore('documents').getAll(rangeOf(id));
  return {
    ...header.value,
    answers: Object.fromEntries(answers),
    documents: recordsToDocuments(documents.filter((each) => !isUnfit(each))),
  };
}

/** Keeps an assessment aside. Gives its number among what is kept. */
export async function keepAside(
  transaction: Writing,
  assessment: Assessment,
  reason: KeepReason,
  now: string,
): Promise<number> {
  return transaction
    .objectStore('kept')
    .add({ assessmentId: assessment.id, reason, at: now, file: assessmentToFile(assessment) });
}

/** Takes an assessment's records away; those that cannot be read are in no copy of it, and go to quarantine. */
export async function clearStored(transaction: Writing, id: string, now: string): Promise<void> {
  for (const { criterionId, answer } of await transaction.objectStore('answers').getAll(rangeOf(id))) {
    if (!answerFromFile(answer).ok) {
      await transaction.objectStore('quarantine').add({ assessmentId: id, criterionId, found: now, raw: answer });
    }
  }
  for (const document of await transaction.objectStore('documents').getAll(rangeOf(id))) {
    if (isUnfit(document)) {
      const criterionId = documentKey(document.kind, document.id);
      await transaction
        .objectStore('quarantine')
        .add({ assessmentId: id, criterionId, found: now, raw: document.record });
    }
  }
  await transaction.objectStore('assessments').delete(id);
  await transaction.objectStore('answers').delete(rangeOf(id));
  await transaction.objectStore('documents').delete(rangeOf(id));
}
