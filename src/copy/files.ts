import { MAX_PROBLEMS, type FileRefusal } from '../formats/assessment-record.ts';
import type { WorkbookRefusal } from '../formats/workbook-reader.ts';
import type { FaultMessage } from './storage.ts';
import { isolated } from './isolated.ts';

/** The most problems of a file that are told at once. */
const MOST_TOLD = 5;

const plainReason: Record<Exclude<FileRefusal['kind'], 'wrong' | 'newerVersion'>, string> = {
  tooLarge: 'pesa más de 25 MB.',
  notJson: 'no es un archivo de autoevaluación, o está cortado.',
  tooDeep: 'tiene datos metidos unos en otros más de lo que admite el formato.',
  unreadable: 'el equipo no dejó leerlo. Puede ser una carpeta, o el archivo ya no está ahí.',
  otherFormat: 'es de otro formato: no dice gel-autoevaluacion.',
};

function reason(refusal: FileRefusal): string {
  if (refusal.kind === 'newerVersion') {
    return `lo guardó una versión más nueva de este sitio (formato ${refusal.version}). Vuelva a cargar la página para usarla.`;
  }
  if (refusal.kind !== 'wrong') return plainReason[refusal.kind];
  const told = refusal.problems
    .slice(0, MOST_TOLD)
    .map(({ path, expected, found }) => `en «${isolated(path)}» ${expected} y hay ${isolated(found)}`);
  const rest = refusal.problems.length - told.length;
  // The reader stops at MAX_PROBLEMS: beyond them nobody has counted.
  const atLeast = refusal.problems.length >= MAX_PROBLEMS ? 'al menos ' : '';
  return `${told.join('; ')}${rest > 0 ? `; y ${atLeast}${rest} más` : ''}.`;
}

/** When a file cannot be opened. Takes its name and why. */
export function fileRefused(name: string, refusal: FileRefusal): FaultMessage {
  return {
    happened: `No se pudo abrir ${isolated(name)}: ${reason(refusal)}`,
    data: 'Lo guardado en este navegador no cambió.',
    remedy:
      'Revise que sea el archivo que guardó este sitio (termina en .gel.json). Si alguien lo cambió a mano, use una copia anterior.',
  };
}

/** When what a link brings cannot be shown. */
export function linkRefused(refusal: FileRefusal): FaultMessage {
  return {
    happened: `No se pudo leer lo que trae el enlace: ${reason(refusal)}`,
    data: 'Lo guardado en este navegador no cambió.',
    remedy: 'Pida el archivo (.gel.json) a quien se lo envió, o que le copie el enlace otra vez.',
  };
}

/** When a ZIP cannot be opened. Takes its name, and whether it is damaged or only holds nothing of ours. */
export function archiveRefused(name: string, isDamaged: boolean): FaultMessage {
  return {
    happened: isDamaged
      ? `No se pudo abrir ${isolated(name)}: el ZIP está dañado, cortado o trae demasiado.`
      : `No se pudo abrir ${isolated(name)}: el ZIP no trae ningún archivo de autoevaluación.`,
    data: 'Lo guardado en este navegador no cambió.',
    remedy: 'Use el ZIP que guardó este sitio, o abra los archivos .gel.json uno por uno.',
  };
}

const bookReason: Record<Exclude<WorkbookRefusal['kind'], 'newerVersion' | 'base' | 'cells'>, string> = {
  tooLarge: 'pesa más de 10 MB.',
  inflatesTooMuch: 'se descomprime en más de lo que se admite.',
  oldExcel: 'es un libro de Excel antiguo (.xls) o tiene contraseña. Guárdelo como .xlsx, sin contraseña.',
  openDocument: 'está en formato OpenDocument (.ods). Guárdelo como .xlsx.',
  notWorkbook: 'no es un libro de Excel, o está dañado o cortado.',
  otherWorkbook: 'no es un libro que haya guardado este sitio, o perdió su hoja oculta «gel».',
  damagedBase: 'su hoja oculta «gel» está dañada.',
};

/**
 * When a workbook cannot be opened. Takes its name, why, and the version of the page's instrument; wrong cells are told
 * by sheet and cell, unless the workbook was made for other criteria.
 */
export function workbookRefused(name: string, refusal: WorkbookRefusal, version: string): FaultMessage {
  if (refusal.kind === 'base') return fileRefused(`${name} (hoja oculta «gel»)`, refusal.refusal);
  if (refusal.kind === 'cells' && refusal.madeWith !== version) {
    return {
      happened: `No se pudo abrir ${name}: se hizo con la versión ${isolated(refusal.madeWith)} del instrumento, este sitio usa la ${version}, y sus criterios no son los mismos.`,
      data: 'Lo guardado en este navegador no cambió, y el libro tampoco.',
      remedy:
        'Abra el archivo .gel.json de esa autoevaluación: sus respuestas se conservan. Después guarde un libro nuevo y llénelo.',
    };
  }
  if (refusal.kind === 'cells') {
    const told = refusal.problems
      .slice(0, MOST_TOLD)
      .map(
        ({ sheet, row, column, expected, found }) =>
          `en la hoja «${sheet}», celda ${column}${row}, ${expected} y hay ${found}`,
      );
    const rest = refusal.problems.length - told.length;
    return {
      happened: `No se pudo abrir ${name}: ${told.join('; ')}${rest > 0 ? `; y ${rest} más` : ''}.`,
      data: 'Lo guardado en este navegador no cambió, y el libro tampoco.',
      remedy: 'Corrija esas celdas en Excel o LibreOffice, guarde el libro y ábralo de nuevo.',
    };
  }
  const reason =
    refusal.kind === 'newerVersion'
      ? `lo guardó una versión más nueva de este sitio (libro ${refusal.version}). Vuelva a cargar la página para usarla.`
      : bookReason[refusal.kind];
  return {
    happened: `No se pudo abrir ${name}: ${reason}`,
    data: 'Lo guardado en este navegador no cambió.',
    remedy: 'Use un libro guardado con «Guardar como libro de Excel» en este sitio, o abra el archivo .gel.json.',
  };
}
