import type { answerPart } from '../../copy/undoing.ts';
import type { Answer } from '../../domain/answer.ts';

/** The fields of an answer that a person changes; the instant is the page's own. */
const FIELDS = ['kind', 'met', 'note', 'justification', 'legalGround', 'evidence'] as const;
type Field = (typeof FIELDS)[number];

/** Fields of an answer as they were at some time. */
export type AnswerFields = Partial<Pick<Answer, Field>>;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What a person changed of an answer: both sides of the fields that differ, and the part that it is called by. */
export interface AnswerChange {
  readonly before: AnswerFields;
  readonly after: AnswerFields;
  readonly part: keyof typeof answerPart;
}

/** Takes an answer before and after; gives what changed, or null where nothing did. */
export function answerChangeOf(before: Answer, after: Answer): AnswerChange | null {
  const differing = FIELDS.filter((field) => !same(before[field], after[field]));
  // The marks are one thing: taking back «No cumple» over what another tab has marked since would lose that.
  const isOfMarks = differing.includes('kind') || differing.includes('met');
  const fields = isOfMarks ? [...new Set<Field>(['kind', 'met', ...differing])] : differing;
  const [first] = fields;
  if (first === undefined) return null;
  const of = (answer: Answer): AnswerFields => Object.fromEntries(fields.map((field) => [field, answer[field]]));
  return { before: of(before), after: of(after), part: first === 'kind' || first === 'met' ? 'marks' : first };
}

/** True where an answer still has these fields as they were: nobody else has changed them since. */
export function stillHas(answer: Answer, fields: AnswerFields): boolean {
  return FIELDS.every((field) => !Object.hasOwn(fields, field) || same(answer[field], fields[field]));
}
