import type { Feature } from 'write-excel-file/universal';
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import { columnLetter } from './columns.ts';

/** A rule for what may be written in some cells; what breaks it is refused while it is typed. */
export interface CellRule {
  /** `C2 C7:C9`. */
  readonly cells: string;
  /** The values to choose from, or the most characters of a text. */
  readonly allows: readonly string[] | number;
  readonly title: string;
  readonly message: string;
}

/** What the library does not write of a sheet. */
export interface SheetExtras {
  readonly name: string;
  readonly isHidden?: boolean;
  readonly rules?: readonly CellRule[];
  readonly orientation: 'portrait' | 'landscape';
  /** True where the first row is printed again on every page. */
  readonly repeatsHeading?: boolean;
  /** How many columns, from the first, are printed again on every page. */
  readonly repeatedColumns?: number;
  /** On how many pages, side by side, the columns are printed; 1 where not given. */
  readonly pagesWide?: number;
  /** What stands at the foot of every printed page. */
  readonly footer?: string;
}

const SHEET_FILE = 'xl/worksheets/sheet{id}.xml';
const ORDER = getOrderOfSiblings(SHEET_FILE, 'worksheet') ?? [];

/** Letter paper, as people print in Colombia. */
const LETTER_PAPER = 1;

function ruleXml({ cells, allows, title, message }: CellRule): string {
  const said = `allowBlank="1" showErrorMessage="1" errorTitle="${sanitizeAttributeValue(title)}" error="${sanitizeAttributeValue(message)}" sqref="${cells}"`;
  return typeof allows === 'number'
    ? `<dataValidation type="textLength" operator="lessThanOrEqual" ${said}><formula1>${allows}</formula1></dataValidation>`
    : `<dataValidation type="list" ${said}><formula1>"${sanitizeTextContent(allows.join(','))}"</formula1></dataValidation>`;
}

function withElement(xml: string, element: string): string {
  return insertElementMarkupAccordingToOrderOfSiblings(xml, element, ORDER, 'worksheet');
}

/** The elements of a sheet that the library does not write. */
function elementsOf({ rules = [], orientation, pagesWide = 1, footer }: SheetExtras): string[] {
  return [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${LETTER_PAPER}" orientation="${orientation}" fitToWidth="${pagesWide}" fitToHeight="0"/>`,
    ...(rules.length > 0
      ? [`<dataValidations count="${rules.length}">${rules.map(ruleXml).join('')}</dataValidations>`]
      : []),
    ...(footer ? [`<headerFooter><oddFooter>${sanitizeTextContent(footer)}</oddFooter></headerFooter>`] : []),
  ];
}

/** The names by which a workbook says which rows and columns are printed again on every page. */
function namesXml(sheets: readonly SheetExtras[]): string {
  const names = sheets.flatMap(({ name, repeatsHeading = false, repeatedColumns = 0 }, index) => {
    if (!repeatsHeading) return [];
    const sheet = `'${sanitizeTextContent(name)}'`;
    const columns = repeatedColumns > 0 ? `${sheet}!$A:$${columnLetter(repeatedColumns - 1)},` : '';
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${columns}${sheet}!$1:$1</definedName>`;
  });
  return names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '';
}

/**
 * Takes what the library does not write of each sheet, in their order; gives its feature (its README, «Features»): lists
 * to choose from, a hidden sheet, rows that grow, and how it prints.
 */
export function workbookFeature(sheets: readonly SheetExtras[]): Feature<Blob> {
  return {
    files: {
      transform: {
        [SHEET_FILE]: {
          transform: (xml, _, { sheetIndex }) => {
            const extras = sheets[sheetIndex];
            return extras ? elementsOf(extras).reduce(withElement, xml) : xml;
          },
          // A height that is not «custom» is where a row starts: it grows as people write into it.
          transformElementAttributes: (tagName, { customHeight, ...attributes }) =>
            tagName === 'row' || customHeight === undefined ? attributes : { ...attributes, customHeight },
        },
        'xl/workbook.xml': {
          transform: (xml) => xml.replace('<definedNames/>', namesXml(sheets)),
          transformElementAttributes: (tagName, attributes, index) =>
            tagName === 'sheet' && index !== undefined && sheets[index]?.isHidden === true
              ? { ...attributes, state: 'hidden' }
              : attributes,
        },
      },
    },
  };
}
