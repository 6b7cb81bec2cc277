import type { DocumentModel } from './document-model.ts';
import type { FilledCells } from '../../kit/xlsx/workbook-fill.ts';
import { BLUE, SOFT, heightOf, type DesignedSheet } from '../../kit/xlsx/workbook-sheet.ts';

const NAME_WIDTH = 34;
const TEXT_WIDTH = 86;

/** Takes a document's title and names with what they say; gives the sheet on which they stand, a row each. */
export function factsSheet(
  cells: FilledCells,
  { title, subtitle }: Pick<DocumentModel, 'title' | 'subtitle'>,
  facts: readonly (readonly [name: string, text: string])[],
  footer: string,
): DesignedSheet {
  const name = 'Datos';
  return {
    sheet: {
      sheet: name,
      data: [
        [cells.text(title, { fontWeight: 'bold', fontSize: 18, textColor: BLUE, height: 34 })],
        [cells.text(subtitle, { textColor: SOFT, fontSize: 12, height: 24 })],
        ...facts.map(([fact, text]) => [
          cells.text(fact, {
            alignVertical: 'top',
            textColor: SOFT,
            wrap: true,
            height: Math.max(heightOf([[text, TEXT_WIDTH]], 5), heightOf([[fact, NAME_WIDTH - 4]], 5)),
          }),
          cells.text(text, { alignVertical: 'top', align: 'left', wrap: true, format: '@' }),
        ]),
      ],
      columns: [{ width: NAME_WIDTH }, { width: TEXT_WIDTH }],
      showGridLines: false,
    },
    extras: { name, orientation: 'portrait', footer },
  };
}
