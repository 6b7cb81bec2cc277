import type { Assessment } from '../../domain/assessment.ts';
import { isSameEntity } from '../../domain/same-entity.ts';
import { markOf } from '../../file/assessment-brief.ts';
import type { ReadFile } from '../../opening/file-opener.ts';

/** What an assessment that comes from a file is to those of the list. */
export type Relation =
  | { readonly kind: 'new' }
  /** The list has it, to the letter. */
  | { readonly kind: 'same'; readonly present: Assessment }
  /** The list has it, with other content. */
  | { readonly kind: 'otherVersion'; readonly present: Assessment }
  /** The list has another one of the same entity at the same date: perhaps a colleague's half. */
  | { readonly kind: 'sameEntity'; readonly present: Assessment };

/** The marks of assessments as they were read: each is computed once. */
const marks = new WeakMap<Assessment, Promise<string>>();

function markOnce(assessment: Assessment): Promise<string> {
  const mark = marks.get(assessment) ?? markOf(assessment);
  marks.set(assessment, mark);
  return mark;
}

/** Takes what a file brings and the list; says what it is to it. */
export async function relationOf(
  { brief, mark }: Pick<ReadFile, 'brief' | 'mark'>,
  list: readonly Assessment[],
): Promise<Relation> {
  const twin = list.find(({ id }) => id === brief.id);
  if (twin) return { kind: (await markOnce(twin)) === mark ? 'same' : 'otherVersion', present: twin };
  const colleague = list.find(
    ({ entity, cutoffDate, closing }) =>
      closing === null && cutoffDate === brief.cutoffDate && isSameEntity(entity, brief.entity),
  );
  return colleague ? { kind: 'sameEntity', present: colleague } : { kind: 'new' };
}
