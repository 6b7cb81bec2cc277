import type { Criterion, Section } from '../../instrument/instrument.ts';
import { MAX_PROBLEMS } from '../file/assessment-record.ts';
import { cellText } from '../../kit/bytes/xml-text.ts';
import { COLUMNS, checkCode, type ColumnKey } from './workbook-layout.ts';
import { columnLetter } from '../../kit/xlsx/columns.ts';
import type { CellValue, ReadSheet } from './workbook-parts.ts';

/** What is wrong with a cell, in Spanish: «en la hoja Información, C12, se esperaba Sí, No o nada y hay «x»». */
export interface CellProblem {
  readonly sheet: string;
  /** From 1, as the spreadsheet shows it. */
  readonly row: number;
  /** Its letter. */
  readonly column: string;
  readonly found: string;
  readonly expected: string;
}

/** A cell with the text in it and its place. */
export interface PlacedCell {
  readonly text: string;
  /** Gives the problem of this cell; `found` is the cell's text unless said otherwise. */
  readonly problem: (expected: string, found?: string) => CellProblem;
}

/** The cells of one criterion and of its checks, by the id of each. */
export interface CriterionRow {
  readonly own: Readonly<Record<ColumnKey, PlacedCell>>;
  readonly checks: ReadonlyMap<string, PlacedCell>;
}

/** How many digits of a number a spreadsheet keeps. */
const SURE_DIGITS = 15;

/** The longest piece of a cell that is told. */
const TOLD = 60;

/** What stands in a cell, as a person can recognise it. */
function foundText(value: CellValue): string {
  const text = textOf(value);
  if (text === '') return 'nada';
  const cut = text.length > TOLD ? `${text.slice(0, TOLD)}…` : text;
  return isUnreadable(value) ? cut : `«${cut}»`;
}

function isUnreadable(value: CellValue): value is Extract<CellValue, { kind: string }> {
  return typeof value === 'object' && value !== null;
}

/** A value as text: what was pasted as a number or a truth becomes what the spreadsheet would show in Spanish. */
function textOf(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return cellText(value);
  if (typeof value === 'number') return String(Number(value.toPrecision(SURE_DIGITS))).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'VERDADERO' : 'FALSO';
  return value.kind === 'formula' ? `una fórmula: =${value.text}` : `un error: ${value.text}`;
}

/** What may be a row's: a criterion, or one of its checks. */
interface Owner {
  readonly criterion: Criterion;
  readonly checkId: string | null;
}

function ownersOf(section: Section): Map<string, Owner> {
  return new Map(
    section.criteria.flatMap((criterion): [string, Owner][] => [
      [criterion.id, { criterion, checkId: null }],
      ...criterion.checks.map(({ id }): [string, Owner] => [checkCode(criterion.id, id), { criterion, checkId: id }]),
    ]),
  );
}

/**
 * Takes a section and its sheet; gives the cells of each criterion that stands there whole, and what is wrong with the
 * rest: headings that are not ours, codes unknown, repeated or missing, something where nothing goes, formulas. Beyond
 * MAX_PROBLEMS the rest is not read.
 */
export function readSection(
  section: Section,
  sheet: ReadSheet,
): { rows: Map<Criterion, CriterionRow>; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const valueAt = (row: number, column: number): CellValue => sheet.rows[row - 1]?.[column] ?? null;
  const placed = (row: number, column: number): PlacedCell => {
    const value = valueAt(row, column);
    return {
      text: textOf(value),
      problem: (expected, found = foundText(value)) => ({
        sheet: sheet.name,
        row,
        column: columnLetter(column),
        found,
        expected,
      }),
    };
  };

  const width = sheet.rows.reduce<number>((most, { length }) => Math.max(most, length), COLUMNS.length);
  for (let column = 0; column < width; column += 1) {
    const heading = COLUMNS[column]?.heading ?? '';
    const cell = placed(1, column);
    if (cell.text === heading) continue;
    problems.push(cell.problem(heading === '' ? 'no se esperaba otra columna' : `se esperaba el título «${heading}»`));
  }
  if (problems.length > 0) return { rows: new Map(), problems };

  const owners = ownersOf(section);
  const rowOf = new Map<string, number>();
  const faulty = new Set<Criterion>();
  for (let row = 2; row <= sheet.rows.length && problems.length < MAX_PROBLEMS; row += 1) {
    const values = sheet.rows[row - 1] ?? [];
    const code = placed(row, 0);
    if (values.every((value) => textOf(value) === '')) continue;
    const owner = owners.get(code.text);
    const earlier = rowOf.get(code.text);
    if (!owner) problems.push(code.problem('se esperaba el código de un criterio o de una verificación de esta hoja'));
    else if (earlier !== undefined) {
      problems.push(code.problem(`se esperaba una sola vez: ya está en la fila ${earlier}`));
    } else {
      rowOf.set(code.text, row);
      values.forEach((value, column) => {
        const wrong = textOf(value) === '' ? null : wrongPlace(owner, COLUMNS[column]?.key, value);
        if (wrong === null) return;
        problems.push(placed(row, column).problem(wrong));
        faulty.add(owner.criterion);
      });
    }
  }

  const afterLast = placed(sheet.rows.length + 1, 0);
  const rows = new Map<Criterion, CriterionRow>();
  for (const criterion of section.criteria) {
    const codes = [criterion.id, ...criterion.checks.map(({ id }) => checkCode(criterion.id, id))];
    const missing = codes.filter((code) => !rowOf.has(code));
    problems.push(...missing.map((code) => afterLast.problem(`se esperaba la fila ${code}`)));
    if (missing.length > 0 || faulty.has(criterion)) continue;
    const cell = (code: string, key: ColumnKey) =>
      placed(
        rowOf.get(code) ?? 0,
        COLUMNS.findIndex((column) => column.key === key),
      );
    const own = Object.fromEntries(COLUMNS.map(({ key }) => [key, cell(criterion.id, key)]));
    const checks = new Map(criterion.checks.map(({ id }) => [id, cell(checkCode(criterion.id, id), 'response')]));
    rows.set(criterion, { own: own as Record<ColumnKey, PlacedCell>, checks });
  }
  return { rows, problems };
}

/** Why something may not stand in a column of this owner's row, or null where it may. */
function wrongPlace({ criterion, checkId }: Owner, key: ColumnKey | undefined, value: CellValue): string | null {
  // The names of criteria and checks are there to be read: whatever they say, the code decides.
  if (key === 'text') return null;
  if (isUnreadable(value)) return 'se esperaba lo que se responde, escrito en la celda';
  if (key === undefined) return 'no se esperaba nada en esta columna';
  if (checkId === null || key === 'code' || key === 'response') return null;
  return `se esperaba en la fila del criterio ${criterion.id}, no en la de una verificación`;
}
