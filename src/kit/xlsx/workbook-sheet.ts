import type { CellObject, Sheet } from 'write-excel-file/universal';
import { cellText } from '../bytes/xml-text.ts';
import type { SheetExtras } from './workbook-features.ts';

export type Style = Omit<CellObject, 'value' | 'type'>;

export const BLUE = '#003893';
const WASH = '#F1EDE1';
export const SOFT = '#494B54';
const RULE = '#D9D4C5';

/** An indent counts only in a cell that is aligned. */
export const RULED: Style = { borderColor: RULE, borderStyle: 'thin', alignVertical: 'top', align: 'left', indent: 1 };
export const CENTRED: Style = { align: 'center', indent: 0 };
export const HEADING: Style = {
  ...RULED,
  fontWeight: 'bold',
  textColor: '#FFFFFF',
  backgroundColor: BLUE,
  alignVertical: 'center',
  wrap: true,
};
export const OWN_ROW: Style = { ...RULED, backgroundColor: WASH, fontWeight: 'bold', wrap: true };
/** In a table of figures: words, and a figure in the middle of its column. */
export const WORDS: Style = { ...RULED, alignVertical: 'center', wrap: true };
export const FIGURE: Style = { ...RULED, ...CENTRED, alignVertical: 'center' };
/** A sum of money, and the row of sums at the foot. */
export const AMOUNT: Style = { ...RULED, align: 'right', indent: 0 };
/** What people write stays text, whatever they type: «3-4» is no date, «=» no formula. */
export const WRITTEN: Style = { ...RULED, format: '@', wrap: true };

/**
 * The texts of a workbook, each by its key. The library is given keys and never texts, for three reasons: where a part
 * grows beyond 160 kB it compresses it in a worker made from a blob, which the site's policy forbids; it loses texts
 * such as `__proto__`; and it takes out characters that XML can carry. The texts are put in afterwards.
 */
export class Texts {
  readonly #keys = new Map<string, string>();

  /** A cell with a text, or an empty one with its style. */
  cell(text: string, style: Style = {}): CellObject {
    const carried = cellText(text);
    if (carried === '') return { ...style, type: String };
    const key = this.#keys.get(carried) ?? `t${this.#keys.size}`;
    this.#keys.set(carried, key);
    return { ...style, value: key, type: String };
  }

  /** Takes the table of strings with keys in it; gives it with the texts. */
  into(sharedStrings: string): string {
    const texts = [...this.#keys.keys()];
    return sharedStrings.replace(/<t>t(\d+)<\/t>/g, (_, key: string) => {
      return `<t xml:space="preserve">${escapedCell(texts[Number(key)] ?? '')}</t>`;
    });
  }
}

/** A text as XML holds it; what looks like the format's own escape gets its underscore escaped. */
export function escapedCell(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** The height of a line of text, and the greatest that Excel gives a row, in points. */
const LINE = 15;
const MAX_ROW = 409;
/** How many letters of Spanish prose go, at least, where one digit does: a width counts digits. */
const LETTERS = 1.15;

/**
 * Takes the texts of a row with the widths of their cells, in characters; gives the height that shows them whole, in
 * points. LibreOffice fits no row by itself when it opens a workbook. An estimate, on the large side.
 */
export function heightOf(cells: readonly (readonly [text: string, width: number])[], padding = 4): number {
  const lines = cells.map(([text, width]) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * LETTERS))), 0),
  );
  return Math.min(MAX_ROW, Math.max(1, ...lines) * LINE + padding);
}

/** A sheet with what the library writes of it and what it does not. */
export interface DesignedSheet {
  readonly sheet: Sheet<Blob>;
  readonly extras: SheetExtras;
}
