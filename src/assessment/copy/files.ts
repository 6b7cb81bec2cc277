import type { ArchiveFault } from '../file/archive.ts';
import { MAX_ARCHIVE_ENTRIES, MAX_PARTS } from '../../kit/bytes/archive-limits.ts';
import { MAX_PROBLEMS, type FileRefusal } from '../file/assessment-record.ts';
import type { OpeningRefusal } from '../opening/file-opening.ts';
import type { OpeningFault } from '../../kit/xlsx/workbook-archive.ts';
import { MAX_VALUES } from '../../kit/bytes/json-bounds.ts';
import type { WorkbookRefusal } from '../workbook/workbook-reader.ts';
import type { EntryFault } from '../../kit/bytes/zip-text.ts';
import { isolated } from '../../kit/words/isolated.ts';
import type { FaultMessage } from '../../kit/words/fault.ts';
import { thousands } from '../../kit/words/plural.ts';

/** The most problems of a file that are told at once. */
const MOST_TOLD = 5;
/** The most characters of a file's name that are shown: one within a ZIP may be of any length. */
const MOST_OF_NAME = 120;
/** The most files that are named under one reason. */
const MOST_NAMED = 20;

const UNCHANGED = 'Lo guardado en este navegador no cambió.';

/** Why a file is not opened, and what to do. */
interface Telling {
  /** It goes on after «No se pudo abrir X:» and ends its sentence. */
  readonly reason: string;
  readonly data: string;
  readonly remedy: string;
  /** What files with reasons of their own have in common; where not given, the reason is the same for all of its kind. */
  readonly kind?: string;
}

const fileRemedy =
  'Revise que sea el archivo que guardó este sitio (termina en .gel.json). Si alguien lo cambió a mano, use una copia anterior.';

const plainReason: Record<Exclude<FileRefusal['kind'], 'wrong' | 'newerVersion'>, string> = {
  tooLarge: 'pesa más de 25 MB.',
  tooManyValues: `trae más de ${thousands(MAX_VALUES)} datos.`,
  notJson: 'no es un archivo de autoevaluación, o está cortado.',
  otherLetters: 'otro programa guardó sus letras de una manera que este sitio no reconoce (ni UTF-8 ni Windows-1252).',
  tooDeep: 'tiene datos metidos unos en otros más de lo que admite el formato.',
  unreadable: 'el equipo no dejó leerlo. Puede ser una carpeta, o el archivo ya no está ahí.',
  otherFormat: 'es de otro formato: no dice gel-autoevaluacion.',
};

function fileTelling(refusal: FileRefusal): Telling {
  const rest = { data: UNCHANGED, remedy: fileRemedy };
  if (refusal.kind === 'newerVersion') {
    return {
      ...rest,
      reason: `lo guardó una versión más nueva de este sitio (formato ${refusal.version}). Vuelva a cargar la página para usarla.`,
    };
  }
  if (refusal.kind === 'otherLetters') {
    return {
      ...rest,
      reason: plainReason.otherLetters,
      remedy:
        'Pida que se lo manden otra vez, dentro de un ZIP para que ningún correo lo cambie, o use una copia anterior.',
    };
  }
  if (refusal.kind !== 'wrong') return { ...rest, reason: plainReason[refusal.kind] };
  const told = refusal.problems.map(
    ({ path, expected, found }) => `en «${isolated(path)}» ${expected} y hay ${isolated(found)}`,
  );
  return { ...rest, reason: `${firstOf(told)}.`, kind: 'Traen algo distinto de lo que se espera' };
}

/** The first problems of a file, and how many more there are. Takes all that were found. */
function firstOf(problems: readonly string[]): string {
  const rest = problems.length - MOST_TOLD;
  // The readers stop at MAX_PROBLEMS: beyond them nobody has counted.
  const atLeast = problems.length >= MAX_PROBLEMS ? 'al menos ' : '';
  return `${problems.slice(0, MOST_TOLD).join('; ')}${rest > 0 ? `; y ${atLeast}${rest} más` : ''}`;
}

/** What is wrong with a packed file, or with one in it. */
const packedReason: Record<Exclude<ArchiveFault | EntryFault, 'tooManyEntries' | 'tooLong'>, string> = {
  notZip: 'no es un archivo ZIP.',
  nothingOurs: 'el ZIP no trae ningún archivo de autoevaluación.',
  cut: 'está cortado: le falta el final.',
  damaged: 'está dañado: lo que dice de sí mismo no concuerda con lo que trae.',
  overlapping: 'los archivos que dice traer están unos encima de otros, así que no son lo que parecen.',
  doubledNames: 'trae dos archivos con el mismo nombre, y no se sabe cuál vale.',
  tooMuch: 'descomprimido ocuparía más de lo que se admite.',
  encrypted: 'tiene contraseña.',
  otherMethod: 'está comprimido de una manera que este sitio no lee.',
  wrongSize: 'descomprimido no mide lo que dice medir.',
  wrongCrc: 'está dañado: su contenido no da la suma de control (CRC) que trae.',
  otherLetters: plainReason.otherLetters,
};

function tooManyWithin(maximum: number): string {
  return `trae más de ${thousands(maximum)} archivos.`;
}

const CUT_REMEDY = 'Vuelva a descargarlo o a copiarlo entero, y ábralo de nuevo.';
const archiveRemedy: Partial<Record<ArchiveFault | EntryFault, string>> = {
  cut: CUT_REMEDY,
  encrypted: 'Sáquelo del ZIP con su contraseña y ábralo aquí aparte.',
  otherMethod: 'Sáquelo del ZIP y ábralo aquí aparte.',
  wrongCrc: 'Vuelva a copiar o a descargar el ZIP, o use una copia anterior.',
  otherLetters: 'Pida ese archivo otra vez a quien lo guardó, o use una copia anterior.',
};

function packedTelling(fault: ArchiveFault | Exclude<EntryFault, 'tooLong'>): Telling {
  return {
    reason: fault === 'tooManyEntries' ? tooManyWithin(MAX_ARCHIVE_ENTRIES) : packedReason[fault],
    data: UNCHANGED,
    remedy: archiveRemedy[fault] ?? 'Use el ZIP que guardó este sitio, o abra los archivos .gel.json uno por uno.',
  };
}

const unfinished: Telling = {
  reason: 'leerlo pide más tiempo o memoria de lo que se admite, y se dejó sin terminar.',
  data: UNCHANGED,
  remedy: 'Cierre otras pestañas y ábralo de nuevo. Si sigue igual, use otra copia de ese archivo.',
};

const bookReason: Record<OpeningFault | 'otherWorkbook' | 'damagedBase', string> = {
  ...packedReason,
  tooManyEntries: tooManyWithin(MAX_PARTS),
  tooLong: unfinished.reason,
  tooLarge: 'pesa más de 10 MB.',
  tooFull: 'tiene más celdas, o más texto en ellas, de lo que se lee.',
  oldExcel: 'es un libro de Excel antiguo (.xls). Guárdelo como .xlsx.',
  locked: 'tiene contraseña. Ábralo en Excel, quítele la contraseña y guárdelo como .xlsx.',
  binaryExcel: 'es un libro binario de Excel (.xlsb). Guárdelo como .xlsx.',
  openDocument: 'está en formato OpenDocument (.ods). Guárdelo como .xlsx.',
  notWorkbook: 'no es un libro de Excel, o está dañado.',
  otherWorkbook: 'no es un libro que haya guardado este sitio, o perdió su hoja oculta «gel».',
  damagedBase: 'su hoja oculta «gel» está dañada.',
};

const bookRemedy =
  'Use un libro guardado con «Guardar como libro de Excel» en este sitio, o abra el archivo .gel.json.';

function workbookTelling(refusal: Exclude<WorkbookRefusal, { kind: 'base' }>, version: string): Telling {
  if (refusal.kind === 'cells' && refusal.madeWith !== version && !refusal.areOwnRows) {
    return {
      reason: `se hizo con la versión ${isolated(refusal.madeWith)} del instrumento, este sitio usa la ${version}, y sus criterios no son los mismos.`,
      data: 'Lo guardado en este navegador no cambió, y el libro tampoco.',
      remedy:
        'Abra el archivo .gel.json de esa autoevaluación: sus respuestas se conservan. Después guarde un libro nuevo y llénelo.',
    };
  }
  if (refusal.kind === 'cells') {
    const told = refusal.problems.map(
      ({ sheet, row, column, expected, found }) =>
        `en la hoja «${sheet}», celda ${column}${row}, ${expected} y hay ${found}`,
    );
    return {
      reason: `${firstOf(told)}.`,
      data: 'Lo guardado en este navegador no cambió, y el libro tampoco.',
      remedy: 'Corrija esas celdas en Excel o LibreOffice, guarde el libro y ábralo de nuevo.',
      kind: 'Son libros con celdas que no se entienden',
    };
  }
  if (refusal.kind === 'versionUnread') {
    return {
      reason: `se hizo con la versión ${isolated(refusal.madeWith)} del instrumento, y lo que esa versión pregunta no se pudo traer.`,
      data: 'Lo guardado en este navegador no cambió, y el libro tampoco.',
      remedy: 'Revise la conexión y ábralo de nuevo. También puede abrir el archivo .gel.json de esa autoevaluación.',
    };
  }
  if (refusal.kind === 'newerVersion') {
    return {
      reason: `lo guardó una versión más nueva de este sitio (libro ${refusal.version}). Vuelva a cargar la página para usarla.`,
      data: UNCHANGED,
      remedy: bookRemedy,
    };
  }
  return {
    reason: bookReason[refusal.kind],
    data: UNCHANGED,
    remedy: refusal.kind === 'cut' ? CUT_REMEDY : bookRemedy,
  };
}

function tellingOf(why: OpeningRefusal, version: string): Telling {
  switch (why.of) {
    case 'file':
      return fileTelling(why.refusal);
    case 'archive':
    case 'entry':
      return packedTelling(why.fault);
    case 'workbook':
      return why.refusal.kind === 'base' ? fileTelling(why.refusal.refusal) : workbookTelling(why.refusal, version);
    case 'unfinished':
      return unfinished;
  }
}

/** Where in a file it is that something is wrong: a workbook's hidden sheet is a file of its own. */
function nameOf(name: string, why: OpeningRefusal): string {
  return why.of === 'workbook' && why.refusal.kind === 'base' ? `${name} (hoja oculta «gel»)` : name;
}

/** A file's name as it is shown: on one line, with its beginning and its end where it is too long. */
function shownName(name: string): string {
  const line = name.replace(/\p{Cc}+/gu, ' ');
  const half = MOST_OF_NAME / 2;
  return isolated(line.length > MOST_OF_NAME ? `${line.slice(0, half)}…${line.slice(-half)}` : line);
}

function message(name: string, { reason, data, remedy }: Telling): FaultMessage {
  return { happened: `No se pudo abrir ${shownName(name)}: ${reason}`, data, remedy };
}

/** When one file cannot be opened. Takes its name, why, and the version of the page's instrument. */
export function openingRefused(name: string, why: OpeningRefusal, version: string): FaultMessage {
  return message(nameOf(name, why), tellingOf(why, version));
}

/** When a file cannot be opened. Takes its name and why. */
export function fileRefused(name: string, refusal: FileRefusal): FaultMessage {
  return message(name, fileTelling(refusal));
}

/** When what a link brings cannot be shown. */
export function linkRefused(refusal: FileRefusal): FaultMessage {
  return {
    happened: `No se pudo leer lo que trae el enlace: ${fileTelling(refusal).reason}`,
    data: UNCHANGED,
    remedy: 'Pida el archivo (.gel.json) a quien se lo envió, o que le copie el enlace otra vez.',
  };
}

/**
 * When a workbook cannot be opened. Takes its name, why, and the version of the page's instrument; wrong cells are told
 * by sheet and cell, unless the workbook was made for other criteria.
 */
export function workbookRefused(name: string, refusal: WorkbookRefusal, version: string): FaultMessage {
  return openingRefused(name, { of: 'workbook', refusal }, version);
}

/** Files that are refused for one reason. */
export interface RefusedGroup {
  /** The reason, how many there are, and what to do. */
  readonly title: string;
  readonly remedy: string;
  /** The first of them by name, each with what is wrong in it where that is its own. */
  readonly named: readonly string[];
  /** How many more there are, in words, or ''. */
  readonly more: string;
}

/** Many files that cannot be opened, gathered by reason: of each reason the first are named, and the rest counted. */
export class RefusedFiles {
  readonly #version: string;
  readonly #groups = new Map<string, { named: string[]; count: number; remedy: string }>();
  #first: FaultMessage | null = null;
  #count = 0;

  /** Takes the version of the page's instrument. */
  constructor(version: string) {
    this.#version = version;
  }

  /** Adds a file, with why it is refused. */
  add(name: string, why: OpeningRefusal): void {
    const telling = tellingOf(why, this.#version);
    const place = nameOf(name, why);
    this.#count += 1;
    this.#first ??= message(place, telling);
    const title = telling.kind ?? capital(telling.reason.replace(/\.$/, ''));
    const group = this.#groups.get(title) ?? { named: [], count: 0, remedy: telling.remedy };
    this.#groups.set(title, group);
    group.count += 1;
    if (group.count > MOST_NAMED) return;
    group.named.push(telling.kind === undefined ? shownName(place) : `${shownName(place)}: ${telling.reason}`);
  }

  /** What is said of them all, or null where there are none. */
  get message(): FaultMessage | null {
    if (this.#count < 2) return this.#first;
    return {
      happened: `No se pudieron abrir ${thousands(this.#count)} archivos.`,
      data: UNCHANGED,
      remedy:
        'Abajo están por razones, cada una con lo que se puede hacer. Los que sí se leyeron, si los hay, no cambian por esto.',
    };
  }

  /** The reasons, the most frequent first; none where the message says all there is to say. */
  get groups(): RefusedGroup[] {
    if (this.#count < 2) return [];
    return [...this.#groups]
      .sort(([, a], [, b]) => b.count - a.count)
      .map(([title, { named, count, remedy }]) => ({
        title: `${title} (${thousands(count)})`,
        remedy,
        named,
        more: count > named.length ? `y ${thousands(count - named.length)} más` : '',
      }));
  }

  /** What opens the list of them. */
  get summary(): string {
    return `Ver cuáles y por qué (${thousands(this.#count)})`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('es') + text.slice(1);
}
