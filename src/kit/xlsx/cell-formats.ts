import { format, isDateFormat } from 'numfmt';

/**
 * The formats that have a number and no text of their own (ECMA-376 part 1, 18.8.30), as a spreadsheet set to the Spanish
 * of Colombia shows them. Those of day and time follow the system's own language there.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"$" #,##0;-"$" #,##0',
  6: '"$" #,##0;-"$" #,##0',
  7: '"$" #,##0.00;-"$" #,##0.00',
  8: '"$" #,##0.00;-"$" #,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '"$" #,##0;-"$" #,##0;"$" "-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '"$" #,##0.00;-"$" #,##0.00;"$" "-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
};

/** The days between the two days from which spreadsheets count: 1 January 1904, as old Macs do, and 31 December 1899. */
const LATER_START = 1462;

/** An attribute of a tag by its name, as it stands in XML; undefined where it has none. */
function attribute(tag: string, name: string): string | undefined {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? [];
  return double ?? single;
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' };

function unescaped(xml: string): string {
  return xml.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      const code = hex ? parseInt(hex, 16) : Number(decimal ?? NaN);
      if (code <= 0x10ffff) return String.fromCodePoint(code);
      return ENTITIES[name ?? ''] ?? whole;
    },
  );
}

/** How the cells of a workbook show their numbers: a day, a time, a percentage and an amount are numbers in it. */
export class CellFormats {
  /** The pattern of each style of cell, by its number; null where it shows the number as it is. */
  readonly #patterns: readonly (string | null)[];
  readonly #startsLater: boolean;

  /** Takes the XML of the styles ('' where there are none) and of the workbook's own part. */
  constructor(styles: string, workbook: string) {
    const own = new Map(
      [...styles.matchAll(/<(?:\w+:)?numFmt\s[^<>]*>/g)].map(([tag]) => [
        Number(attribute(tag, 'numFmtId')),
        unescaped(attribute(tag, 'formatCode') ?? ''),
      ]),
    );
    const [cells = ''] = /<(?:\w+:)?cellXfs[\s>][^]*?<\/(?:\w+:)?cellXfs>/.exec(styles) ?? [];
    this.#patterns = [...cells.matchAll(/<(?:\w+:)?xf[\s/][^<>]*>/g)].map(([tag]) => {
      const id = Number(attribute(tag, 'numFmtId') ?? 0);
      const pattern = own.get(id) ?? BUILT_IN[id] ?? '';
      return pattern === '' || pattern === '@' || /^general$/i.test(pattern) ? null : pattern;
    });
    const [properties = ''] = /<(?:\w+:)?workbookPr\s[^<>]*>/.exec(workbook) ?? [];
    this.#startsLater = /^(?:1|true)$/.test(attribute(properties, 'date1904') ?? '');
  }

  /**
   * Takes a number of a cell and the number of its style; gives what the cell shows, or null where it shows the number as
   * it is.
   */
  shown(value: number, style: number): string | null {
    const pattern = this.#patterns[style] ?? null;
    if (pattern === null || !Number.isFinite(value)) return null;
    try {
      const counted = this.#startsLater && isDateFormat(pattern) ? value + LATER_START : value;
      const text = format(pattern, counted, { locale: 'es_CO', nbsp: false }).trim();
      return /^#*$/.test(text) ? null : text;
    } catch {
      // What is no format of numbers shows the number as it is.
      return null;
    }
  }
}
