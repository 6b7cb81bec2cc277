import {
  BLANK,
  withCheck,
  withNoneMet,
  withNotApplicable,
  withoutMark,
  type Answer,
  type Evidence,
} from '../domain/answer.ts';
import type { ScorableCriterion } from '../../instrument/instrument.ts';
import { LIMITS } from '../file/schema.ts';
import { evidenceLine, readEvidenceLine } from '../file/evidence-line.ts';
import { cellsOf, sameText } from './workbook-cells.ts';
import { MARKS, RESPONSES } from './workbook-layout.ts';
import type { CellProblem, CriterionRow, PlacedCell } from './workbook-rows.ts';

/** What a person chose, whatever the capitals, the accents and the blanks. */
function choice(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

const [ASSESSED, NOT_APPLICABLE] = [choice(RESPONSES.assessed), choice(RESPONSES.notApplicable)];
const [YES, NO] = [choice(MARKS.yes), choice(MARKS.no)];

/** The marks of a criterion as its cells say them. */
interface Chosen {
  readonly kind: Answer['kind'];
  readonly met: readonly string[];
}

/**
 * What the marks of a criterion amount to. As on the site, «No aplica» sets the checks aside; a mark on any check is an
 * answer; «Se evalúa» with no «Sí» is «No cumple»; nothing at all is no answer.
 */
function chosenIn({ own, checks }: CriterionRow, problems: CellProblem[]): Chosen {
  const response = choice(own.response.text);
  if (!['', ASSESSED, NOT_APPLICABLE].includes(response)) {
    problems.push(own.response.problem(`se esperaba ${RESPONSES.assessed}, ${RESPONSES.notApplicable} o nada`));
  }
  const marks = [...checks].map(([id, cell]) => {
    const mark = choice(cell.text);
    if (!['', YES, NO].includes(mark)) problems.push(cell.problem(`se esperaba ${MARKS.yes}, ${MARKS.no} o nada`));
    return { id, mark };
  });
  const met = marks.filter(({ mark }) => mark === YES).map(({ id }) => id);
  const isAssessed = response === ASSESSED || marks.some(({ mark }) => mark !== '');
  return { kind: response === NOT_APPLICABLE ? 'notApplicable' : isAssessed ? 'assessed' : 'unanswered', met };
}

/** An answer with other marks; the checks of another version of the instrument stay in it. */
function withChosen(answer: Answer, criterion: ScorableCriterion, { kind, met }: Chosen): Answer {
  if (kind === 'unanswered') return withoutMark(answer, criterion);
  const assessed = met.reduce((sum, id) => withCheck(sum, criterion, id, true), withNoneMet(answer, criterion));
  return kind === 'assessed' ? assessed : withNotApplicable(assessed, answer.justification);
}

/** The rows of evidence in a cell. A row that says what it said keeps what this version does not know of it. */
function evidenceIn(cell: PlacedCell, before: readonly Evidence[], problems: CellProblem[]): Evidence[] {
  const lines = cell.text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > LIMITS.evidenceRows) {
    problems.push(cell.problem(`se esperaban ${LIMITS.evidenceRows} evidencias como máximo`, `${lines.length} líneas`));
    return [];
  }
  const left = [...before];
  return lines.flatMap((line) => {
    const at = left.findIndex((each) => sameText(evidenceLine(each), line));
    if (at >= 0) return left.splice(at, 1);
    const row = readEvidenceLine(line);
    if (!row) {
      problems.push(
        cell.problem('se esperaba título | dirección http:// o https:// en cada línea', `«${line.slice(0, 60)}»`),
      );
    } else if (row.title.length > LIMITS.evidenceTitle || row.url.length > LIMITS.url) {
      const [name, length, maximum] =
        row.url.length > LIMITS.url
          ? ['una dirección', row.url.length, LIMITS.url]
          : ['un título', row.title.length, LIMITS.evidenceTitle];
      problems.push(cell.problem(`se esperaba ${name} de ${maximum} caracteres como máximo`, `${length} caracteres`));
    } else return [row];
    return [];
  });
}

/**
 * Takes a criterion, the answer that was exported, its cells as they are now and the present instant; gives a new answer
 * where the cells say something else, or null, and what is wrong with them. What the cells do not show stays.
 */
export function answerFromCells(
  criterion: ScorableCriterion,
  before: Answer | undefined,
  row: CriterionRow,
  now: string,
): { answer: Answer | null; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const exported = cellsOf(criterion, before);
  let answer = before ?? BLANK;

  const chosen = chosenIn(row, problems);
  const shown = criterion.checks.filter(({ id }) => exported.marks.get(id) === MARKS.yes).map(({ id }) => id);
  if (chosen.kind !== answer.kind || chosen.met.join() !== shown.join()) {
    if (chosen.kind === 'notApplicable' && criterion.admitsNotApplicable === false) {
      problems.push(
        row.own.response.problem(
          `se esperaba ${RESPONSES.assessed} o nada: este criterio se aplica a todas las entidades`,
        ),
      );
    }
    answer = withChosen(answer, criterion, chosen);
  }
  for (const key of ['note', 'justification', 'legalGround'] as const) {
    const cell = row.own[key];
    if (sameText(cell.text, exported[key])) continue;
    const { length } = cell.text;
    if (length > LIMITS[key]) {
      problems.push(cell.problem(`se esperaban ${LIMITS[key]} caracteres como máximo`, `${length} caracteres`));
    }
    answer = { ...answer, [key]: cell.text };
  }
  if (!sameText(row.own.evidence.text, exported.evidence)) {
    answer = { ...answer, evidence: evidenceIn(row.own.evidence, answer.evidence, problems) };
  }
  return { answer: answer === (before ?? BLANK) ? null : { ...answer, updatedAt: now }, problems };
}
