import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Assessment } from '../domain/assessment.ts';
import { assessmentFileName, assessmentToText } from './assessment-file.ts';
import { MAX_FILE_BYTES } from './assessment-record.ts';

/** What the archive unpacks to at most, in bytes: a hostile one is left packed. */
const MAX_TOTAL_BYTES = 4 * MAX_FILE_BYTES;

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
  return zipSync(files, { level: 9, mtime: FIXED_DATE }) as Uint8Array<ArrayBuffer>;
}

/** A file of an archive, as text. */
export interface PackedFile {
  readonly name: string;
  readonly text: string;
}

/** Takes the bytes of a ZIP; gives its .json files, or null where it is no ZIP or unpacks to too much. */
export function filesInZip(bytes: Uint8Array): PackedFile[] | null {
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!name.endsWith('.json')) return false;
        total += originalSize;
        if (total > MAX_TOTAL_BYTES) throw new RangeError('The archive unpacks to too much.');
        return true;
      },
    });
    return Object.entries(files).map(([name, content]) => ({ name, text: strFromU8(content) }));
  } catch {
    // Not a ZIP, a damaged one or a bomb: for the person it is one thing, a file that cannot be opened.
    return null;
  }
}
