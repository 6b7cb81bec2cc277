import type { Assessment } from '../../domain/assessment.ts';
import { isSameEntity } from '../../domain/same-entity.ts';
import { assessmentToText } from '../../file/assessment-file.ts';

/** What an assessment that comes from a file is to those of the list. */
export type Relation =
  | { readonly kind: 'new' }
  /** The list has it, to the letter. */
  | { readonly kind: 'same'; readonly present: Assessment }
  /** The list has it, with other content. */
  | { readonly kind: 'otherVersion'; readonly present: Assessment }
  /** The list has another one of the same entity at the same date: perhaps a colleague's half. */
  | { readonly kind: 'sameEntity'; readonly present: Assessment };

/** Takes what a file brings and the list; says what it is to it. */
export function relationOf(incoming: Assessment, list: readonly Assessment[]): Relation {
  const twin = list.find(({ id }) => id === incoming.id);
  if (twin) {
    const isSame = assessmentToText(twin) === assessmentToText(incoming);
    return { kind: isSame ? 'same' : 'otherVersion', present: twin };
  }
  const colleague = list.find(
    ({ entity, cutoffDate, closing }) =>
      closing === null && cutoffDate === incoming.cutoffDate && isSameEntity(entity, incoming.entity),
  );
  return colleague ? { kind: 'sameEntity', present: colleague } : { kind: 'new' };
}
