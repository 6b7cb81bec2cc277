import { Refused } from './workbook-archive.ts';

/** What the library that reads workbooks is given, counted first: it reads whatever it is given, however long it takes. */

/** The most that it is given of XML, in characters: the base of the largest workbook is 14 million, the rest is little. */
const MAX_XML = 16_000_000;
/** The most tags: a cell has four or more, and ours has 30 000 in all. */
const MAX_TAGS = 1_000_000;
/**
 * The most cells, blank ones among them: it makes each row as long as the longest one, and a row for each number up to the
 * last. Eight sheets with something in their last corner have as many.
 */
const MAX_AREA = 4_000_000;
/** The most sheets, and parts that the workbook names: what it does with them grows with their square. */
const MAX_NAMED = 1_000;
/** The most XML of one cell: 32 767 characters, the most that Excel writes, each as an entity, and their runs. */
export const MAX_CELL_XML = 400_000;
/** The most that visits of a sheet's own tags come to: rows and cells that are formatted and hold nothing. */
const MAX_VISITS = 1_500_000;
/** The longest format of numbers that is looked at, in characters of XML: Excel takes 255. */
const MAX_FORMAT = 300;
/** The most formats of numbers: Excel takes 250. */
const MAX_FORMATS = 1_000;

function count(xml: string, sign: string): number {
  let found = 0;
  for (let at = xml.indexOf(sign); at >= 0; at = xml.indexOf(sign, at + 1)) found += 1;
  return found;
}

/** How much of one workbook the library has to read. Every method throws Refused (`tooFull`) beyond what is read. */
export class WorkbookLoad {
  #xml = 0;
  #tags = 0;
  #area = 0;
  #visits = 0;
  #text = 0;

  /** Counts a part that it will be given, or a piece of one. */
  addXml(xml: string): void {
    this.#xml += xml.length;
    if (this.#xml > MAX_XML) throw new Refused('tooFull');
    this.#tags += count(xml, '<');
    if (this.#tags > MAX_TAGS) throw new Refused('tooFull');
  }

  /** Counts the cells of a sheet. */
  addArea(rows: number, columns: number): void {
    this.#area += rows * columns;
    if (this.#area > MAX_AREA) throw new Refused('tooFull');
  }

  /** Counts one row or cell of a sheet that was looked at, whether it is kept or not. */
  addVisit(): void {
    this.#visits += 1;
    if (this.#visits > MAX_VISITS) throw new Refused('tooFull');
  }

  /** Counts the text of a cell as it was read: one string may stand in many cells. */
  addText(length: number): void {
    this.#text += length;
    if (this.#text > MAX_XML) throw new Refused('tooFull');
  }
}

/** Takes the XML of a part that names others (`sheet`, `Relationship`); throws Refused where it names too many. */
export function holdNames(xml: string, tag: 'sheet' | 'Relationship'): void {
  const named = xml.matchAll(new RegExp(`<(?:\\w+:)?${tag}[\\s/>]`, 'g'));
  for (let found = 0; named.next().done !== true; found += 1) if (found >= MAX_NAMED) throw new Refused('tooFull');
}

/**
 * Takes the XML of the styles; gives it without the formats of numbers that are longer than a spreadsheet writes them:
 * the library looks for dates in them with expressions that take the square of their length. Throws Refused where there
 * are too many.
 */
export function withPlainFormats(xml: string): string {
  let found = 0;
  return xml.replace(/(formatCode\s*=\s*)("[^"]*"|'[^']*')/g, (whole, name: string, quoted: string) => {
    found += 1;
    if (found > MAX_FORMATS) throw new Refused('tooFull');
    return quoted.length > MAX_FORMAT ? `${name}"General"` : whole;
  });
}
