import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Feature } from 'write-excel-file/universal';
import { workbookFeature } from './workbook-features.ts';
import type { DesignedSheet } from './workbook-sheet.ts';

/** The media type of a workbook. */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A day on which every file of the archive is dated: the same workbook gives the same bytes. */
const ARCHIVE_DATE = new Date(1980, 0, 1);

/**
 * Takes the sheets, what puts their contents into each XML part, and a feature of the library where there is one more;
 * gives the bytes of the workbook. The archive is packed again here, because the library is given keys and no contents.
 */
export async function packWorkbook(
  sheets: readonly DesignedSheet[],
  fill: (path: string, xml: string) => string,
  feature?: Feature<Blob>,
): Promise<Uint8Array<ArrayBuffer>> {
  const extras = workbookFeature(sheets.map((each) => each.extras));
  const blob = await writeExcelFile(
    sheets.map(({ sheet }) => sheet),
    { fontFamily: 'Calibri', fontSize: 11, features: feature ? [extras, feature] : [extras] },
  ).toBlob();
  const files = Object.entries(unzipSync(new Uint8Array(await blob.arrayBuffer()))).map(
    ([path, bytes]) => [path, strToU8(fill(path, strFromU8(bytes)))] as const,
  );
  return zipSync(Object.fromEntries(files), { level: 6, mtime: ARCHIVE_DATE });
}
