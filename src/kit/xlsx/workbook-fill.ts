import type { CellObject, Feature } from 'write-excel-file/universal';
import { cellText } from '../bytes/xml-text.ts';
import { MAX_CELL } from './columns.ts';
import { escapedCell, type Style } from './workbook-sheet.ts';

const SHEET_FILE = /^xl\/worksheets\/sheet(\d+)\.xml$/;

/** The day from which spreadsheets count days, and the first one before which they count wrongly. */
const EPOCH = Date.UTC(1899, 11, 30);
const FIRST_SAFE_DAY = '1900-03-01';
const DAY = 86_400_000;

/** How a day is shown: as it is written in Colombia. */
const DAY_FORMAT = 'dd/mm/yyyy';

/**
 * The cells of a workbook that may be large, each by its key, which is a number. The library is given keys alone, and
 * the rows are kept from it until it has packed the rest: where a part grows beyond 160 kB it compresses it in a worker
 * made from a blob, which the site's policy forbids. Filling in the cells afterwards also gives what the library does
 * not: amounts as exact decimals, and formulas with their result, for programs that do not compute.
 */
export class FilledCells {
  readonly #contents: string[] = [];
  readonly #rows = new Map<number, string>();

  #cell(content: string, style: Style): CellObject {
    return { ...style, value: this.#contents.push(content) - 1, type: Number };
  }

  /** A cell with a text, whatever its first sign; or an empty one. Beyond what a cell takes it is cut, and says so. */
  text(text: string, style: Style = {}): CellObject {
    const carried = cellText(text);
    if (carried === '') return { ...style, type: String };
    const whole =
      carried.length > MAX_CELL ? `${cellText(carried.slice(0, MAX_CELL))}… (cortado: no cabe en una celda)` : carried;
    return this.#cell(` t="inlineStr"><is><t xml:space="preserve">${escapedCell(whole)}</t></is></c>`, style);
  }

  /** A cell with a number, given as a decimal with a dot. */
  number(decimal: string, style: Style): CellObject {
    return this.#cell(`><v>${decimal}</v></c>`, style);
  }

  /** A cell with a real date, `YYYY-MM-DD`; or a text, where spreadsheets have no such day; or an empty one. */
  date(date: string, style: Style): CellObject {
    if (date < FIRST_SAFE_DAY) return this.text(date, style);
    return this.number(String((Date.parse(date) - EPOCH) / DAY), { ...style, format: DAY_FORMAT });
  }

  /** A cell with a formula (without `=`) and its result, as a decimal with a dot. */
  formula(formula: string, result: string, style: Style): CellObject {
    return this.#cell(`><f>${escapedCell(formula)}</f><v>${result}</v></c>`, style);
  }

  /** A cell with a formula (without `=`) whose result is blank for now. */
  blankFormula(formula: string, style: Style): CellObject {
    return this.#cell(` t="str"><f>${escapedCell(formula)}</f><v></v></c>`, style);
  }

  /** The library's feature that keeps the rows of each sheet from it. It goes after all others. */
  get feature(): Feature<Blob> {
    return {
      files: {
        transform: {
          'xl/worksheets/sheet{id}.xml': {
            transform: (xml, _, { sheetIndex }) => {
              const start = xml.indexOf('<sheetData>');
              const end = xml.indexOf('</sheetData>');
              if (start < 0 || end < 0) return xml;
              this.#rows.set(sheetIndex, xml.slice(start, end));
              return `${xml.slice(0, start)}<sheetData>${xml.slice(end)}`;
            },
          },
        },
      },
    };
  }

  /** Takes the path of a part and its XML; gives it with its rows, their cells filled in. */
  into(path: string, xml: string): string {
    const number = SHEET_FILE.exec(path)?.[1];
    const rows = number === undefined ? undefined : this.#rows.get(Number(number) - 1);
    if (rows === undefined) return xml;
    const filled = rows.replace(
      /<c ([^>]*)><v>(\d+)<\/v><\/c>/g,
      (_, attributes: string, key: string) => `<c ${attributes}${this.#contents[Number(key)] ?? '/>'}`,
    );
    // With a function: a text may hold signs that `replace` reads as commands.
    return xml.replace('<sheetData>', () => filled);
  }
}
