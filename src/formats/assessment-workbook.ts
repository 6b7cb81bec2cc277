import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/universal';
import type { Assessment, AssessmentHeader } from '../domain/assessment.ts';
import type { Instrument } from '../domain/instrument.ts';
import { resultsOf } from '../domain/results.ts';
import { assessmentFileName, assessmentToText } from './assessment-file.ts';
import { packBase } from './workbook-base.ts';
import { cellText } from './workbook-cells.ts';
import { workbookFeature } from './workbook-features.ts';
import { guideSheet } from './workbook-guide.ts';
import { SHEETS, WORKBOOK_FORMAT, WORKBOOK_VERSION } from './workbook-layout.ts';
import { resultsSheet } from './workbook-results.ts';
import { sectionSheet } from './workbook-section.ts';
import { Texts, type DesignedSheet } from './workbook-sheet.ts';

/** The media type of a workbook. */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The hidden sheet: what format it is, and the whole assessment, so that what the others do not show survives. */
function baseSheet(assessment: Assessment, texts: Texts): DesignedSheet {
  const pieces = packBase(assessmentToText(assessment));
  return {
    sheet: {
      sheet: SHEETS.base,
      data: [
        [texts.cell(WORKBOOK_FORMAT), { value: WORKBOOK_VERSION, type: Number }],
        [texts.cell('piezas'), { value: pieces.length, type: Number }],
        ...pieces.map((piece) => [texts.cell(piece)]),
      ],
    },
    extras: { name: SHEETS.base, orientation: 'portrait', isHidden: true },
  };
}

/** A day on which every file of the archive is dated: the same assessment gives the same bytes. */
const ARCHIVE_DATE = new Date(1980, 0, 1);

/**
 * Takes the instrument and an assessment; gives the bytes of its workbook (docs/formats.md), made on this thread. The
 * archive is packed again here, because the library's table of strings holds keys until then.
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
    baseSheet(assessment, texts),
  ];
  const blob = await writeExcelFile(
    sheets.map(({ sheet }) => sheet),
    { fontFamily: 'Calibri', fontSize: 11, features: [workbookFeature(sheets.map(({ extras }) => extras))] },
  ).toBlob();
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const strings = files[STRINGS_FILE];
  if (!strings) throw new Error(`The library wrote no ${STRINGS_FILE}.`);
  return zipSync(
    { ...files, [STRINGS_FILE]: strToU8(texts.into(strFromU8(strings))) },
    { level: 6, mtime: ARCHIVE_DATE },
  );
}

const STRINGS_FILE = 'xl/sharedStrings.xml';

/** At the foot of each printed page: whose it is, of what day, and which page. In this place `&` begins a command. */
function footerOf({ entity, cutoffDate }: Assessment): string {
  const name = cellText(entity.acronym || entity.name)
    .replaceAll('&', '&&')
    .slice(0, 80);
  return `&L${name}, corte ${cutoffDate}&C&A&RPágina &P de &N`;
}

/** The name of a workbook: `autoevaluacion-ins-2009-10-15.xlsx`. */
export function workbookFileName(header: Pick<AssessmentHeader, 'entity' | 'cutoffDate'>): string {
  return assessmentFileName(header).replace(/\.gel\.json$/, '.xlsx');
}
