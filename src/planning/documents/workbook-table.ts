import type { CellObject, Row } from 'write-excel-file/universal';
import { decimalOf, showPesos, type Cents } from '../../kit/values/money.ts';
import { isKeptExact, type TableCell, type TableColumn } from './document-table.ts';
import type { FilledCells } from '../../kit/xlsx/workbook-fill.ts';
import { columnLetter } from '../../kit/xlsx/columns.ts';
import {
  AMOUNT,
  HEADING,
  OWN_ROW,
  RULED,
  WRITTEN,
  heightOf,
  type DesignedSheet,
  type Style,
} from '../../kit/xlsx/workbook-sheet.ts';

const TOTAL: Style = { ...OWN_ROW, align: 'right', indent: 0 };

/** Pesos as they are written in Colombia, where the spreadsheet's own language is set so; cents only where there are any. */
function pesosFormat(amount: Cents): string {
  return amount % 100n === 0n ? '"$"\\ #,##0' : '"$"\\ #,##0.00';
}

/** An amount as a cell: a number, or a formula with its result. */
export function moneyCell(cells: FilledCells, amount: Cents, style: Style, formula?: string): CellObject {
  const shown = { ...style, format: pesosFormat(amount) };
  const decimal = decimalOf(amount, '.');
  return formula === undefined ? cells.number(decimal, shown) : cells.formula(formula, decimal, shown);
}

function amountOf(cell: TableCell): Cents | null {
  return cell.kind === 'amount' || cell.kind === 'rowSum' ? cell.amount : null;
}

function cellOf(cells: FilledCells, cell: TableCell, row: number): CellObject {
  switch (cell.kind) {
    case 'text':
      return cells.text(cell.text, WRITTEN);
    case 'date':
      return cells.date(cell.date, RULED);
    case 'amount':
      return cell.amount === null ? cells.text('', AMOUNT) : moneyCell(cells, cell.amount, AMOUNT);
    case 'rowSum': {
      const range = `${columnLetter(cell.from)}${row}:${columnLetter(cell.to)}${row}`;
      // Blank until one of its amounts is written: a sum of nothing would be 0, which says that it costs nothing.
      return cell.amount === null
        ? cells.blankFormula(`IF(COUNT(${range})=0,"",SUM(${range}))`, { ...AMOUNT, format: pesosFormat(0n) })
        : moneyCell(cells, cell.amount, AMOUNT, `SUM(${range})`);
    }
    case 'number':
      return cell.value === null ? cells.text('', AMOUNT) : cells.number(String(cell.value), AMOUNT);
  }
}

/** A row above which the heading stands. */
const FIRST_ROW = 2;

/** Where the rows of a table are in its sheet, counted from 1; an empty table has one row that says so. */
export function rowRange(count: number): { readonly first: number; readonly last: number; readonly total: number } {
  const last = FIRST_ROW + Math.max(1, count) - 1;
  return { first: FIRST_ROW, last, total: last + 1 };
}

/** The amounts of a column and their sum. */
function amountsIn<Item>(column: TableColumn<Item>, items: readonly Item[]): (Cents | null)[] {
  const amounts = items.map((item) => amountOf(column.cell(item)));
  return [...amounts, amounts.reduce<Cents>((sum, amount) => sum + (amount ?? 0n), 0n)];
}

/**
 * Takes a table and what it says where it is empty; gives its sheet: the heading, which stays in sight and is printed
 * on every page, a row an item, and the sums at the foot as formulas. Where a spreadsheet would not keep an amount to
 * the cent (`isKeptExact`), columns at the end give the exact amounts as text.
 */
export function tableSheet<Item>(
  cells: FilledCells,
  input: {
    readonly name: string;
    readonly columns: readonly TableColumn<Item>[];
    readonly items: readonly Item[];
    readonly none: string;
    /** What is said beside «Total». */
    readonly remark: string;
    readonly footer: string;
    readonly pagesWide: number;
  },
): DesignedSheet {
  const { columns, items, name } = input;
  const { first, last } = rowRange(items.length);
  const summed = columns.filter(({ isSummed }) => isSummed === true);
  const exact = summed
    .map(({ heading }, index) => ({ heading, amounts: amountsIn(summed[index]!, items) }))
    .filter(({ amounts }) => amounts.some((amount) => amount !== null && !isKeptExact(amount)));
  const exactCells = (index: number, style: Style): CellObject[] =>
    exact.map(({ amounts }) => {
      const amount = amounts[index] ?? null;
      return cells.text(amount === null ? '' : showPesos(amount), style);
    });
  const body = items.map((item, index): Row => {
    const own = columns.map((column) => column.cell(item));
    const height = heightOf(
      own.map((cell, at) => [cell.kind === 'text' ? cell.text : '', (columns[at]?.width ?? 10) - 2] as const),
    );
    const [start, ...rest] = own.map((cell) => cellOf(cells, cell, first + index));
    return [{ ...start, height }, ...rest, ...exactCells(index, AMOUNT)];
  });
  const total: Row = [
    ...columns.map((column, at): CellObject => {
      if (column.isSummed !== true) {
        return cells.text(at === 0 ? 'Total' : at === 1 ? input.remark : '', { ...OWN_ROW, height: 34 });
      }
      const letter = columnLetter(at);
      const sum = amountsIn(column, items).at(-1) ?? 0n;
      return moneyCell(cells, sum, TOTAL, `SUM(${letter}${first}:${letter}${last})`);
    }),
    ...exactCells(items.length, TOTAL),
  ];
  return {
    sheet: {
      sheet: name,
      data: [
        [...columns, ...exact.map(({ heading }) => ({ heading: `${heading}, exacto` }))].map(({ heading }) =>
          cells.text(heading, { ...HEADING, height: 36 }),
        ),
        ...(body.length > 0 ? body : [[cells.text(input.none, RULED)]]),
        ...(summed.length > 0 ? [total] : []),
      ],
      columns: [...columns, ...exact.map(() => ({ width: 30 }))].map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: 2,
    },
    extras: {
      name,
      orientation: 'landscape',
      repeatsHeading: true,
      repeatedColumns: 2,
      pagesWide: input.pagesWide,
      footer: input.footer,
    },
  };
}
