import { strToU8, zipSync } from 'fflate';
import type { Assessment } from '../domain/assessment.ts';
import { MAX_ARCHIVE_ENTRIES } from '../../kit/bytes/archive-limits.ts';
import { assessmentFileName, assessmentToText } from './assessment-file.ts';
import { zipDirectory, type ZipEntry, type ZipFault } from '../../kit/bytes/zip-directory.ts';

/**
 * What the files of an archive unpack to at most, all together, in bytes; a hostile one is left packed. Two hundred
 * assessments with a hundred activities each are 50 MB.
 */
const MAX_TOTAL_BYTES = 64 * 1024 * 1024;

/** The first day that a ZIP can hold: the same assessments give the same bytes whenever they are packed. */
const FIXED_DATE = new Date(1980, 0, 1);

const README = `Cada archivo .gel.json es una autoevaluación completa.
Para abrirlos: en el sitio, página «Autoevaluación», botón «Abrir archivos». También se puede abrir este ZIP entero.
No hace falta cambiar nada por dentro: un archivo cambiado a mano puede dejar de abrir.
`;

/** Takes assessments; gives a ZIP with a file each, and a note that says how to open them. */
export function assessmentsToZip(assessments: readonly Assessment[]): Uint8Array<ArrayBuffer> {
  const files: Record<string, Uint8Array> = { 'LEAME.txt': strToU8(README) };
  for (const assessment of assessments) {
    const name = assessmentFileName(assessment);
    let free = name;
    for (let copy = 2; Object.hasOwn(files, free); copy += 1) free = name.replace(/\.gel\.json$/, `-${copy}.gel.json`);
    files[free] = strToU8(assessmentToText(assessment));
  }
  return zipSync(files, { level: 9, mtime: FIXED_DATE });
}

/** Why an archive is refused as a whole. `nothingOurs`: it holds no file that could be an assessment. */
export type ArchiveFault = ZipFault | 'tooMuch' | 'nothingOurs';

export type ArchiveReading =
  { readonly ok: true; readonly entries: readonly ZipEntry[] } | { readonly ok: false; readonly fault: ArchiveFault };

/** What a Mac writes beside each file of an archive, under the same name, is none of the person's. */
function isOurs(name: string): boolean {
  return name.endsWith('.json') && !/(?:^|\/)(?:__MACOSX\/|\._)/.test(name);
}

/** Takes the bytes of a ZIP; gives its .json files, still packed, or why it is refused. */
export function assessmentFilesIn(bytes: Uint8Array): ArchiveReading {
  const directory = zipDirectory(bytes, MAX_ARCHIVE_ENTRIES);
  if (!directory.ok) return directory;
  const entries = directory.entries.filter(({ name }) => isOurs(name));
  if (entries.length === 0) return { ok: false, fault: 'nothingOurs' };
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  return total > MAX_TOTAL_BYTES ? { ok: false, fault: 'tooMuch' } : { ok: true, entries };
}
