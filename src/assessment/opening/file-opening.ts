import type { Assessment } from '../domain/assessment.ts';
import type { Section } from '../../instrument/instrument.ts';
import { shownPercent } from '../domain/percent.ts';
import { score, unknownAnswers, unknownChecks } from '../domain/scoring.ts';
import type { ArchiveFault } from '../file/archive.ts';
import {
  MAX_FILE_BYTES,
  readAssessmentText,
  type FileRefusal,
  type ReadAssessmentText,
} from '../file/assessment-record.ts';
import { briefOf, markOf, type AssessmentBrief } from '../file/assessment-brief.ts';
import { assessmentToFile } from '../file/assessment-file.ts';
import { verifyClosing, type ClosingCheck } from '../file/closing.ts';
import { decodeText, lostLetters, tellingWords, type DecodedText } from '../../kit/bytes/encoding.ts';
import type { IsOver } from '../../kit/bytes/inflating.ts';
import { isOfficeDocument } from '../../kit/xlsx/workbook-archive.ts';
import type { EarlierVersions } from '../../instrument/earlier-version.ts';
import type { WorkbookRefusal } from '../workbook/workbook-reader.ts';
import type { EntryFault } from '../../kit/bytes/zip-text.ts';
import { part } from '../../kit/browser/part.ts';

/** The one way in which a file that a person opened is read, whatever it is. */

/**
 * Why a file, or one within an archive, is not opened. `unfinished`: the reading took too long, or the browser put an end
 * to it.
 */
export type OpeningRefusal =
  | { readonly of: 'file'; readonly refusal: FileRefusal }
  | { readonly of: 'archive'; readonly fault: ArchiveFault }
  | { readonly of: 'entry'; readonly fault: Exclude<EntryFault, 'tooLong'> }
  | { readonly of: 'workbook'; readonly refusal: WorkbookRefusal }
  | { readonly of: 'unfinished' };

/** A file, or one within an archive, that was read. Its assessment is not held: it waits as a file of its own. */
export interface ReadFile {
  readonly kind: 'read';
  readonly name: string;
  readonly brief: AssessmentBrief;
  /** The percentage of each section of the instrument, as it is shown. */
  readonly percents: readonly string[];
  /** What it brings that the instrument does not have: the first ids of answers and checks, and how many there are. */
  readonly unknown: { readonly first: readonly string[]; readonly count: number };
  /** The criteria that a workbook changed since it was exported; null for any other file. */
  readonly changed: readonly string[] | null;
  /** True where it says that it was closed, and it is not what was closed. */
  readonly isTampered: boolean;
  /**
   * Words that show how its letters were read, where that is a guess (`DecodedText`), which the person has to accept before
   * anything is done with it; null where it is certain.
   */
  readonly guessed: readonly string[] | null;
  /** How many letters of it another program has lost. */
  readonly lost: number;
  /** What it has in common only with the same assessment, to the letter (`markOf`). */
  readonly mark: string;
  /** Its assessment as a file of ours, to be read again where it is chosen (`assessmentIn`). */
  readonly content: Blob;
}

/** What came of one file, or of one within an archive. Plain data, so that it can come from a worker. */
export type Opened = ReadFile | { readonly kind: 'refused'; readonly name: string; readonly why: OpeningRefusal };

/** The most ids of what the instrument does not have that are told. */
const MOST_UNKNOWN = 20;

/** `{`, with which a file of ours begins. */
const OPENING_BRACE = 0x7b;

/** The most words that show how a file was read. */
const MOST_WORDS = 20;

/** What of a file is used. */
export type OpenedFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

const refused = (name: string, why: OpeningRefusal): Opened => ({ kind: 'refused', name, why });

/** The bytes of a file, or why there are none. */
async function bytesOf(file: OpenedFile): Promise<Uint8Array<ArrayBuffer> | FileRefusal> {
  if (file.size > MAX_FILE_BYTES) return { kind: 'tooLarge' };
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // The disk, the network or the system kept it back: a folder dropped on the page, a file that is gone.
    if (!(error instanceof DOMException)) throw error;
    return { kind: 'unreadable' };
  }
}

/** An assessment that was read, the text it was read from, and how that was decoded. */
interface Read extends DecodedText {
  readonly assessment: Assessment;
  readonly changed: readonly string[] | null;
}

/** What is told of an assessment that was read. */
async function readFile(
  name: string,
  { assessment, text, encoding, changed }: Read,
  sections: readonly Section[],
): Promise<ReadFile> {
  const { answers, closing } = assessment;
  const unknown = [...unknownAnswers(sections, answers), ...unknownChecks(sections, answers)];
  // Of a workbook it is not said: it is made from its hidden sheet, and where its cells changed something it is open.
  const isTampered =
    closing !== null && changed === null && (await verifyClosing(assessmentToFile(assessment))).kind !== 'unchanged';
  const isGuess = encoding === 'windows-1252';
  return {
    kind: 'read',
    name,
    brief: briefOf(assessment),
    percents: score(sections, answers).map(shownPercent),
    unknown: { first: unknown.slice(0, MOST_UNKNOWN), count: unknown.length },
    changed,
    isTampered,
    guessed: isGuess ? tellingWords(text, MOST_WORDS) : null,
    lost: lostLetters(text),
    mark: await markOf(assessment),
    content: new Blob([text]),
  };
}

async function readText(name: string, decoded: DecodedText, { sections, read }: OpeningInput): Promise<Opened> {
  const reading = read(decoded.text);
  return reading.ok
    ? readFile(name, { assessment: reading.assessment, ...decoded, changed: null }, sections)
    : refused(name, { of: 'file', refusal: reading.refusal });
}

/**
 * Reads the entries of an archive from one on. After MAX_AT_ONCE it says where to go on, so that whoever reads it may
 * begin there with an empty memory.
 */
async function* readArchive(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  input: OpeningInput,
): AsyncGenerator<Opened | More> {
  const { isOver, from = 0 } = input;
  const [{ assessmentFilesIn }, { zipText }] = await Promise.all([
    part(() => import('../file/archive.ts')),
    part(() => import('../../kit/bytes/zip-text.ts')),
  ]);
  const archive = assessmentFilesIn(bytes);
  if (!archive.ok) {
    yield refused(name, { of: 'archive', fault: archive.fault });
    return;
  }
  let read = 0;
  for (const [index, entry] of archive.entries.entries()) {
    if (index < from) continue;
    if (read > MAX_AT_ONCE) {
      yield { kind: 'more', from: index };
      return;
    }
    const within = `${entry.name} (en ${name})`;
    if (entry.size > MAX_FILE_BYTES) {
      yield refused(within, { of: 'file', refusal: { kind: 'tooLarge' } });
      continue;
    }
    read += entry.size;
    const content = await zipText(bytes, entry, isOver);
    if (content.ok) yield await readText(within, content, input);
    else if (content.fault !== 'tooLong') yield refused(within, { of: 'entry', fault: content.fault });
    else {
      yield refused(name, { of: 'unfinished' });
      return;
    }
  }
}

/** What a file is read with. */
export interface OpeningInput {
  readonly sections: readonly Section[];
  readonly read: ReadAssessmentText;
  /** Where the earlier versions of the instrument are: a workbook has the rows of the one it was made with. */
  readonly earlier?: EarlierVersions;
  /** The present instant. */
  readonly now: string;
  readonly isOver: IsOver;
  /** Where to go on with an archive of which some was read. */
  readonly from?: number;
}

/** Reads a workbook with the rows of the version of the instrument with which it was made. */
async function readBook(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  { sections, read, earlier = {}, now, isOver }: OpeningInput,
): Promise<Opened> {
  const { readWorkbook } = await part(() => import('../workbook/workbook-reader.ts'));
  let areOwnRows = false;
  const sectionsOf = async (version: string): Promise<readonly Section[] | null> => {
    if (!Object.hasOwn(earlier, version)) return sections;
    areOwnRows = true;
    return (await part(() => import('../../instrument/earlier-version.ts'))).earlierSections(
      earlier,
      version,
      sections,
    );
  };
  const reading = await readWorkbook(bytes, { now, sectionsOf, read, isOver });
  if (reading.ok) {
    const { assessment, changed } = reading;
    const text = JSON.stringify(assessmentToFile(assessment));
    return readFile(name, { assessment, text, encoding: 'utf-8', changed }, sections);
  }
  const { refusal } = reading;
  if (refusal.kind === 'tooLong') return refused(name, { of: 'unfinished' });
  const isOfOwn = refusal.kind === 'cells' && areOwnRows;
  return refused(name, { of: 'workbook', refusal: isOfOwn ? { ...refusal, areOwnRows: true } : refusal });
}

/** There is more in an archive, from this entry on. */
export interface More {
  readonly kind: 'more';
  readonly from: number;
}

/** The most of an archive that is read at once, in bytes as it unpacks: what was read is in the memory several times. */
export const MAX_AT_ONCE = 24 * 1024 * 1024;

/**
 * Takes a file and what it is read with; gives what it brings, one after another: a ZIP may bring several. Never throws
 * for what is in it: a file that cannot be opened is a value too.
 */
export async function* openFile(file: OpenedFile, input: OpeningInput): AsyncGenerator<Opened | More> {
  const { name } = file;
  const bytes = await bytesOf(file);
  if (!(bytes instanceof Uint8Array)) {
    yield refused(name, { of: 'file', refusal: bytes });
    return;
  }
  // By what it is, whatever its name; what only has the name of a workbook is told as what it is not.
  if (isOfficeDocument(bytes) || /\.(?:xl[st][xmb]?|ods)$/i.test(name)) {
    yield await readBook(name, bytes, input);
    return;
  }
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || /\.zip$/i.test(name)) yield* readArchive(name, bytes, input);
  else {
    const decoded = decodeText(bytes);
    yield decoded ? await readText(name, decoded, input) : refused(name, { of: 'file', refusal: notDecoded(bytes) });
  }
}

/** Why what is no text is refused: a picture is no file of ours; one that begins as ours may well be one. */
function notDecoded(bytes: Uint8Array): FileRefusal {
  return { kind: bytes[0] === OPENING_BRACE ? 'otherLetters' : 'notJson' };
}

/** What a file says of itself, and whether it is as it was when it was closed. */
export type ClosingReading =
  | {
      readonly ok: true;
      readonly brief: AssessmentBrief;
      readonly check: ClosingCheck;
      /** True where another program has saved it with other letters since: then it is not the file that was closed. */
      readonly isRewritten: boolean;
    }
  | { readonly ok: false; readonly why: OpeningRefusal };

/**
 * Takes a file; gives whether it is the one that was closed. The digest is over all of it, whatever its plan says: what
 * `openFile` would refuse can be checked.
 */
export async function checkFile(file: OpenedFile): Promise<ClosingReading> {
  const bytes = await bytesOf(file);
  if (!(bytes instanceof Uint8Array)) return { ok: false, why: { of: 'file', refusal: bytes } };
  const decoded = decodeText(bytes);
  if (!decoded) return { ok: false, why: { of: 'file', refusal: notDecoded(bytes) } };
  const { text } = decoded;
  const reading = readAssessmentText(text);
  if (!reading.ok) return { ok: false, why: { of: 'file', refusal: reading.refusal } };
  return {
    ok: true,
    brief: briefOf(reading.assessment),
    check: await verifyClosing(JSON.parse(text.replace(/^\uFEFF/, ''))),
    isRewritten: decoded.encoding === 'windows-1252',
  };
}
