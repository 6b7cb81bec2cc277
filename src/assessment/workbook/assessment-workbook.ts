import type { Assessment, AssessmentHeader } from '../domain/assessment.ts';
import type { Instrument } from '../../instrument/instrument.ts';
import { resultsOf } from '../domain/results.ts';
import { assessmentFileName, assessmentToText } from '../file/assessment-file.ts';
import { packBase } from './workbook-base.ts';
import { guideSheet } from './workbook-guide.ts';
import { footerOf, SHEETS, WORKBOOK_FORMAT, WORKBOOK_VERSION } from './workbook-layout.ts';
import { packWorkbook } from '../../kit/xlsx/workbook-pack.ts';
import { resultsSheet } from './workbook-results.ts';
import { sectionSheet } from './workbook-section.ts';
import { Texts, type DesignedSheet } from '../../kit/xlsx/workbook-sheet.ts';

export { WORKBOOK_TYPE } from '../../kit/xlsx/workbook-pack.ts';

/**
 * The hidden sheet: what format it is, whose version of the instrument the rows are, and the whole assessment, so that
 * what the others do not show survives.
 */
function baseSheet(assessment: Assessment, rowsOf: string, texts: Texts): DesignedSheet {
  const pieces = packBase(assessmentToText(assessment));
  return {
    sheet: {
      sheet: SHEETS.base,
      data: [
        [texts.cell(WORKBOOK_FORMAT), { value: WORKBOOK_VERSION, type: Number }, texts.cell(rowsOf)],
        [texts.cell('piezas'), { value: pieces.length, type: Number }],
        ...pieces.map((piece) => [texts.cell(piece)]),
      ],
    },
    extras: { name: SHEETS.base, orientation: 'portrait', isHidden: true },
  };
}

/**
 * Takes the instrument and an assessment; gives the bytes of its workbook (docs/formats.md), made on this thread.
 */
export async function assessmentWorkbook(
  instrument: Instrument,
  assessment: Assessment,
): Promise<Uint8Array<ArrayBuffer>> {
  const texts = new Texts();
  const { sections } = resultsOf(instrument, assessment);
  const footer = footerOf(assessment);
  const sheets = [
    guideSheet(assessment, texts),
    ...instrument.sections.map((section) => sectionSheet(section, assessment, texts, footer)),
    resultsSheet(assessment, sections, texts, footer),
    baseSheet(assessment, instrument.version, texts),
  ];
  return packWorkbook(sheets, (path, xml) => (path === STRINGS_FILE ? texts.into(xml) : xml));
}

const STRINGS_FILE = 'xl/sharedStrings.xml';

/** The name of a workbook: `autoevaluacion-ins-2009-10-15.xlsx`. */
export function workbookFileName(header: Pick<AssessmentHeader, 'entity' | 'cutoffDate'>): string {
  return assessmentFileName(header).replace(/\.gel\.json$/, '.xlsx');
}
