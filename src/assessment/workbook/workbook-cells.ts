import type { Answer, Evidence } from '../domain/answer.ts';
import type { ScorableCriterion } from '../../instrument/instrument.ts';
import { evidenceLine } from '../file/evidence-line.ts';
import { MARKS, RESPONSES } from './workbook-layout.ts';
import { MAX_CELL } from '../../kit/xlsx/columns.ts';
import { cellText } from '../../kit/bytes/xml-text.ts';

/** What the cells of one criterion and its checks say. */
export interface CriterionCells {
  readonly response: string;
  /** By the id of the check. */
  readonly marks: ReadonlyMap<string, string>;
  readonly note: string;
  readonly justification: string;
  readonly legalGround: string;
  /** A line each. */
  readonly evidence: string;
}

/** An escaped character of the format (ECMA-376 part 1, 22.9.2.19): `_x000D_`. */
const ESCAPED = /_x([0-9a-f]{4})_/gi;

/** True where two cells say the same. LibreOffice undoes the escape of what looks like one, so both sides are undone. */
export function sameText(one: string, other: string): boolean {
  const plain = (text: string) =>
    cellText(text.replace(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16))));
  const folded = (text: string): string => {
    let [before, after] = [text, plain(text)];
    while (after !== before) [before, after] = [after, plain(after)];
    return after;
  };
  return folded(one) === folded(other);
}

/** The evidence of an answer in one cell; where it would not fit, a sentence that stands for it and is read back as it. */
function evidenceCell(evidence: readonly Evidence[]): string {
  const lines = evidence.map(evidenceLine).join('\n');
  return lines.length <= MAX_CELL
    ? lines
    : `Las ${evidence.length} evidencias no caben en una celda. Si deja esta frase, se conservan.`;
}

/**
 * Takes a criterion and its answer; gives what its cells say. The checks of a «No aplica» are shown, because they come
 * back if it is taken away; those of a criterion without an answer are not, because a «Sí» is an answer.
 */
export function cellsOf(criterion: ScorableCriterion, answer: Answer | undefined): CriterionCells {
  const { kind = 'unanswered', met = [] } = answer ?? {};
  const chosen = new Set(kind === 'unanswered' ? [] : met);
  const lacking = kind === 'assessed' ? MARKS.no : '';
  return {
    response: kind === 'unanswered' ? '' : RESPONSES[kind],
    marks: new Map(criterion.checks.map(({ id }) => [id, chosen.has(id) ? MARKS.yes : lacking])),
    note: cellText(answer?.note ?? ''),
    justification: cellText(answer?.justification ?? ''),
    legalGround: cellText(answer?.legalGround ?? ''),
    evidence: cellText(evidenceCell(answer?.evidence ?? [])),
  };
}
