import { decimalOf, type Cents } from '../../kit/values/money.ts';
import type { CsvCell } from '../../kit/bytes/csv.ts';

/** One cell of a table that goes to a workbook and to a CSV file. */
export type TableCell =
  | { readonly kind: 'text'; readonly text: string }
  /** `YYYY-MM-DD`, or ''. */
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'amount'; readonly amount: Cents | null }
  /** Null where there is none. */
  | { readonly kind: 'number'; readonly value: number | null }
  /**
   * The sum of the amounts in some columns of its row, the first and the last of them given by their places; null where
   * nobody has given any of them: that is no 0.
   */
  | { readonly kind: 'rowSum'; readonly amount: Cents | null; readonly from: number; readonly to: number };

/** A column of such a table: its heading, its width in characters, and what it says of a row. */
export interface TableColumn<Row> {
  readonly heading: string;
  readonly width: number;
  readonly cell: (row: Row) => TableCell;
  /** True for amounts that are added up at the foot. */
  readonly isSummed?: boolean;
}

export const textCell = (text: string): TableCell => ({ kind: 'text', text });
export const dateCell = (date: string): TableCell => ({ kind: 'date', date });
export const amountCell = (amount: Cents | null): TableCell => ({ kind: 'amount', amount });
export const numberCell = (value: number | null): TableCell => ({ kind: 'number', value });

/**
 * How many digits spreadsheets keep of a number. 999.999.999.999.999,99, which a field takes, has 17: in a cell it
 * becomes 1.000.000.000.000.000,00.
 */
const KEPT_DIGITS = 15;

/** True where a spreadsheet keeps an amount to the cent. */
export function isKeptExact(amount: Cents): boolean {
  return String(amount).replace(/0+$/, '').length <= KEPT_DIGITS;
}

/** Takes a cell; gives it as a CSV file has it. An amount is a text of digits, so that it stays exact. */
export function csvCell(cell: TableCell): CsvCell {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'date':
      return cell.date;
    case 'amount':
    case 'rowSum':
      return cell.amount === null ? '' : decimalOf(cell.amount, ',');
    case 'number':
      return cell.value ?? '';
  }
}
