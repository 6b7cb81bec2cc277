import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { labelledLines, type DocumentBlock, type DocumentColumn } from './document-model.ts';
import { BLUE, RULE, SOFT, STYLE, TEXT_WIDTH, WASH } from './docx-style.ts';
import { xmlText } from '../../kit/bytes/xml-text.ts';

type TableBlock = Extract<DocumentBlock, { kind: 'table' }>;
type FactsBlock = Extract<DocumentBlock, { kind: 'facts' }>;

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: RULE } as const;
export const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
} as const;

/** A row of so many lines stays on one page; a longer one may go over two. */
const LONGEST_WHOLE_ROW = 18;
/** A table of so many rows stays on one page where it can. */
const LONGEST_WHOLE_TABLE = 8;
/** How wide a letter of a cell is, on average, in twips. */
const LETTER_WIDTH = 82;

/** About how many lines the longest cell of a row has. */
function linesOf(cells: readonly string[], widths: readonly number[]): number {
  return Math.max(
    ...cells.map((cell, index) => {
      const letters = Math.max(1, Math.floor((widths[index] ?? TEXT_WIDTH) / LETTER_WIDTH));
      return cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
    }),
  );
}

/** The widths of the columns in twips; what rounding leaves goes to the last. */
function widthsOf(shares: readonly number[]): number[] {
  const widths = shares.map((share) => Math.floor((TEXT_WIDTH * share) / 100));
  const rest = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
}

/** The lines of a text, a paragraph each, with the name of a line in bold. */
function paragraphs(
  text: string,
  options: { style: string; isNumber?: boolean; isBold?: boolean; keepNext?: boolean },
): Paragraph[] {
  return labelledLines(xmlText(text)).map(
    (line) =>
      new Paragraph({
        style: options.style,
        ...(options.isNumber === true && { alignment: AlignmentType.RIGHT }),
        ...(options.keepNext === true && { keepNext: true }),
        children: [
          ...(line.label === '' ? [] : [new TextRun({ text: `${line.label} `, bold: true, color: SOFT })]),
          new TextRun({ text: line.text, ...(options.isBold === true && { bold: true }) }),
        ],
      }),
  );
}

function bodyRow(
  cells: readonly string[],
  columns: readonly DocumentColumn[],
  widths: readonly number[],
  { isFoot, keepNext }: { isFoot: boolean; keepNext: boolean },
): TableRow {
  return new TableRow({
    cantSplit: linesOf(cells, widths) <= LONGEST_WHOLE_ROW,
    children: columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          ...(isFoot && { shading: { type: ShadingType.CLEAR, fill: WASH, color: 'auto' } }),
          children: paragraphs(cells[index] ?? '', {
            style: STYLE.cell,
            isNumber: column.isNumber === true,
            isBold: isFoot,
            keepNext,
          }),
        }),
    ),
  });
}

/** Takes a table of the model; gives its caption and the table, whose first row is repeated on each page. */
export function tableOf({ caption, columns, rows, foot }: TableBlock): (Paragraph | Table)[] {
  const widths = widthsOf(columns.map(({ width }) => width));
  const all = [...rows.map((cells) => ({ cells, isFoot: false })), ...(foot ? [{ cells: foot, isFoot: true }] : [])];
  const isShort =
    all.length <= LONGEST_WHOLE_TABLE && all.every(({ cells }) => linesOf(cells, widths) < LONGEST_WHOLE_ROW / 3);
  const headings = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ name, isNumber }, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          shading: { type: ShadingType.CLEAR, fill: BLUE, color: 'auto' },
          verticalAlign: VerticalAlignTable.CENTER,
          children: paragraphs(name, { style: STYLE.cellHeading, isNumber: isNumber === true }),
        }),
    ),
  });
  return [
    ...paragraphs(caption, { style: 'Caption' }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      margins: { top: 50, bottom: 40, left: 80, right: 80 },
      borders: { top: THIN, bottom: THIN, left: THIN, right: THIN, insideHorizontal: THIN, insideVertical: THIN },
      rows: [
        headings,
        ...all.map(({ cells, isFoot }, index) =>
          bodyRow(cells, columns, widths, { isFoot, keepNext: isShort && index < all.length - 1 }),
        ),
      ],
    }),
    // Two tables that touch become one, and what follows needs air.
    new Paragraph({ style: STYLE.head, children: [] }),
  ];
}

/** Takes names and values; gives them as two columns with a line under each. */
export function factsOf({ facts }: FactsBlock): (Paragraph | Table)[] {
  const widths = widthsOf([27, 73]);
  const cell = (text: string, width: number, isName: boolean) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      children: paragraphs(text, { style: STYLE.fact, isBold: isName }),
    });
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      margins: { top: 40, bottom: 40, left: 0, right: 80 },
      borders: { ...NO_BORDERS, bottom: THIN, insideHorizontal: THIN },
      rows: facts.map(
        ([name, value]) =>
          new TableRow({
            cantSplit: linesOf([name, value], widths) <= LONGEST_WHOLE_ROW,
            children: [cell(name, widths[0] ?? 0, true), cell(value, widths[1] ?? 0, false)],
          }),
      ),
    }),
    new Paragraph({ style: STYLE.head, children: [] }),
  ];
}
