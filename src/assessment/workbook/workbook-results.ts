import type { CellObject, Row } from 'write-excel-file/universal';
import { longDate } from '../../kit/words/dates.ts';
import { resultRow } from '../copy/results.ts';
import { statusName } from '../copy/terms.ts';
import { statuses } from '../domain/answer.ts';
import type { Assessment } from '../domain/assessment.ts';
import { showPoints } from '../domain/percent.ts';
import type { SectionResult } from '../domain/results.ts';
import { SHEETS } from './workbook-layout.ts';
import {
  BLUE,
  CENTRED,
  FIGURE,
  HEADING,
  SOFT,
  WORDS,
  heightOf,
  type DesignedSheet,
  type Style,
  type Texts,
} from '../../kit/xlsx/workbook-sheet.ts';

const COLUMNS = [
  { heading: 'Fase', width: 27 },
  { heading: 'Cumplimiento', width: 16 },
  { heading: 'Cumplimiento (número)', width: 16 },
  { heading: 'Máximo posible', width: 12 },
  { heading: 'Respondidos', width: 14 },
  { heading: 'Criterios', width: 11 },
  ...statuses.map((status) => ({ heading: statusName[status], width: statusName[status].length > 10 ? 12 : 10 })),
  { heading: 'Plazo', width: 25 },
  { heading: 'Estado', width: 36 },
] as const;
/** Where words begin again: the columns before it, but the first, hold figures and are centred. */
const FIRST_OF_WORDS = COLUMNS.findIndex(({ heading }) => heading === 'Plazo');

const NOTES = [
  'No cambian al llenar las hojas: el sitio los calcula de nuevo cuando abre el libro.',
  'Máximo posible: a lo que llega la fase si cumple todo lo que está sin responder.',
];

/** One section's figures. The number is the shown percentage, cut as it is, so that no cell contradicts another. */
function sectionRow(result: SectionResult, texts: Texts): Row {
  const { score } = result;
  const row = resultRow(result);
  const number = (value: number, format = '0'): CellObject => ({ ...FIGURE, value, type: Number, format });
  const height = heightOf([[row.state, 34]], 7);
  return [
    texts.cell(row.name, { ...WORDS, fontWeight: 'bold', height }),
    texts.cell(row.percent, { ...FIGURE, fontWeight: 'bold', format: '@' }),
    score.percent === null ? FIGURE : number(Number(showPoints(score.percent).replace(',', '.')), '0.0'),
    texts.cell(row.ceiling, { ...FIGURE, format: '@' }),
    number(score.answered),
    number(score.total),
    ...statuses.map((status) => number(score.counts[status])),
    texts.cell(row.deadline, WORDS),
    texts.cell(row.state, WORDS),
  ];
}

/** Takes an assessment, its results and the foot of a page; gives the sheet that shows them as they are now. */
export function resultsSheet(
  { entity, cutoffDate }: Pick<Assessment, 'entity' | 'cutoffDate'>,
  results: readonly SectionResult[],
  texts: Texts,
  footer: string,
): DesignedSheet {
  const title: Style = { fontWeight: 'bold', fontSize: 14, textColor: BLUE, height: 26 };
  const heading = COLUMNS.map((column, index) =>
    texts.cell(column.heading, {
      ...HEADING,
      ...(index > 0 && index < FIRST_OF_WORDS && CENTRED),
      height: 34,
    }),
  );
  return {
    sheet: {
      sheet: SHEETS.results,
      data: [
        [texts.cell('Resultados al momento de exportar', title)],
        [texts.cell(`${entity.name}, corte del ${longDate(cutoffDate)}`)],
        ...NOTES.map((note) => [texts.cell(note, { textColor: SOFT })]),
        [],
        heading,
        ...results.map((result) => sectionRow(result, texts)),
      ],
      columns: COLUMNS.map(({ width }) => ({ width })),
      showGridLines: false,
    },
    extras: { name: SHEETS.results, orientation: 'landscape', footer },
  };
}
