import type { AssessmentStore } from './assessment-store.ts';
import { rangeOf } from './records.ts';

/** Everything that is stored of one assessment, exactly as it is, readable or not: for a copy to a file. Throws StorageError. */
export async function rawRecords(store: AssessmentStore, id: string): Promise<Readonly<Record<string, unknown>>> {
  return store.read(['assessments', 'answers', 'documents', 'quarantine'], async (transaction) => {
    const [header, answers, documents, quarantine] = await Promise.all([
      transaction.objectStore('assessments').get(id),
      transaction.objectStore('answers').getAll(rangeOf(id)),
      transaction.objectStore('documents').getAll(rangeOf(id)),
      transaction.objectStore('quarantine').getAll(),
    ]);
    const apart = quarantine.filter(({ assessmentId }) => assessmentId === id);
    return { autoevaluacion: header ?? null, respuestas: answers, documentos: documents, apartadas: apart };
  });
}
