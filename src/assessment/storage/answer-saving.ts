import { threeWayMerge } from '../../kit/values/three-way-merge.ts';
import { BLANK, type Answer } from '../domain/answer.ts';
import { answerFromFile, answerToFile } from '../file/assessment-file.ts';
import type { AssessmentStore } from './assessment-store.ts';

/** What became of the answers of one save. */
export interface SavedAnswers {
  /** The assessment's new revision. */
  readonly revision: number;
  /** What another tab had answered where both changed the same, by criterion: it is in quarantine. */
  readonly conflicts: ReadonlyMap<string, Answer>;
  /** True where what is stored now may hold more than what this tab gave. */
  readonly isMerged: boolean;
}

/**
 * Stores answers of an assessment in one transaction. Takes each answer as the person saw it (none where there was none).
 * Where another tab has changed one meanwhile, both changes stand, field by field; where both changed one field, this
 * tab's stands and the other's answer goes to quarantine and is given back as a conflict, so that nothing is written over
 * unseen. One that cannot be read goes to quarantine, too. Throws StorageError.
 */
export async function saveAnswers(
  store: AssessmentStore,
  id: string,
  answers: Readonly<Record<string, Answer>>,
  seen: ReadonlyMap<string, Answer>,
  now: string,
): Promise<SavedAnswers> {
  const { revision, result } = await store.change(id, now, async (transaction) => {
    let isMerged = false;
    const conflicts = new Map<string, Answer>();
    for (const [criterionId, mine] of Object.entries(answers)) {
      const before = await transaction.objectStore('answers').get([id, criterionId]);
      const stored = before && answerFromFile(before.answer);
      const merged = stored?.ok ? mergeAnswers(seen.get(criterionId) ?? BLANK, mine, stored.value) : null;
      if (stored?.ok && merged?.isConflict) conflicts.set(criterionId, stored.value);
      if (before && (merged?.isConflict ?? true)) {
        await transaction
          .objectStore('quarantine')
          .add({ assessmentId: id, criterionId, found: now, raw: before.answer });
      }
      isMerged ||= merged?.isMerged ?? false;
      const answer = answerToFile(merged?.answer ?? mine);
      await transaction.objectStore('answers').put({ assessmentId: id, criterionId, answer });
    }
    return { conflicts, isMerged };
  });
  return { revision, ...result };
}

/** The fields of an answer. The mark and why it does not apply are one of them: they mean nothing apart. */
const fieldsOf = ({ kind, met, justification, legalGround, updatedAt: _, ...beside }: Answer) => ({
  ...beside,
  mark: [{ kind, met, justification, legalGround }] as const,
});

function mergeAnswers(
  seen: Answer,
  mine: Answer,
  stored: Answer,
): { answer: Answer; isConflict: boolean; isMerged: boolean } {
  const own = fieldsOf(mine);
  const { record, isConflict } = threeWayMerge(fieldsOf(seen), own, fieldsOf(stored));
  const { mark, ...beside } = record as ReturnType<typeof fieldsOf>;
  return { answer: { ...beside, ...mark[0], updatedAt: mine.updatedAt }, isConflict, isMerged: record !== own };
}
