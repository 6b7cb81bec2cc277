import type { Assessment, AssessmentHeader } from '../domain/assessment.ts';
import type { Section } from '../../instrument/instrument.ts';
import type { ArchiveFault } from '../file/archive.ts';
import { MAX_FILE_BYTES, readAssessmentText, type FileRefusal } from '../file/assessment-record.ts';
import { readAssessmentFile } from '../file/assessment-reader.ts';
import { assessmentToFile } from '../file/assessment-file.ts';
import { verifyClosing, type ClosingCheck } from '../file/closing.ts';
import type { IsOver } from '../../kit/bytes/inflating.ts';
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

/** What came of one file, or of one within an archive. Plain data, so that it can come from a worker. */
export type Opened =
  | {
      readonly kind: 'read';
      readonly name: string;
      readonly assessment: Assessment;
      /** The criteria that a workbook changed since it was exported; null for any other file. */
      readonly changed: readonly string[] | null;
      /** True where it says that it was closed, and its content is not what was closed. */
      readonly isTampered: boolean;
    }
  | { readonly kind: 'refused'; readonly name: string; readonly why: OpeningRefusal };

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

async function readText(name: string, text: string): Promise<Opened> {
  const reading = readAssessmentFile(text);
  if (!reading.ok) return refused(name, { of: 'file', refusal: reading.refusal });
  const { assessment } = reading;
  const isTampered =
    assessment.closing !== null && (await verifyClosing(assessmentToFile(assessment))).kind !== 'unchanged';
  return { kind: 'read', name, assessment, changed: null, isTampered };
}

/**
 * Reads the entries of an archive from one on. After MAX_AT_ONCE it says where to go on, so that whoever reads it may
 * begin there with an empty memory.
 */
async function* readArchive(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  { isOver, from = 0 }: OpeningInput,
): AsyncGenerator<Opened | More> {
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
    if (content.ok) yield await readText(within, content.text);
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
  /** The present instant. */
  readonly now: string;
  readonly isOver: IsOver;
  /** Where to go on with an archive of which some was read. */
  readonly from?: number;
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
  if (/\.xlsx$/i.test(name)) {
    const { readWorkbook } = await part(() => import('../workbook/workbook-reader.ts'));
    const reading = await readWorkbook(bytes, input.sections, input.now, input.isOver);
    if (reading.ok) {
      yield { kind: 'read', name, assessment: reading.assessment, changed: reading.changed, isTampered: false };
    } else if (reading.refusal.kind === 'tooLong') yield refused(name, { of: 'unfinished' });
    else yield refused(name, { of: 'workbook', refusal: reading.refusal });
    return;
  }
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || /\.zip$/i.test(name)) yield* readArchive(name, bytes, input);
  else yield await readText(name, new TextDecoder().decode(bytes));
}

/** What a file says of itself, and whether it is as it was when it was closed. */
export type ClosingReading =
  | { readonly ok: true; readonly header: AssessmentHeader; readonly check: ClosingCheck }
  | { readonly ok: false; readonly why: OpeningRefusal };

/**
 * Takes a file; gives whether it is the one that was closed. The digest is over all of it, whatever its plan says: what
 * `openFile` would refuse can be checked.
 */
export async function checkFile(file: OpenedFile): Promise<ClosingReading> {
  const bytes = await bytesOf(file);
  if (!(bytes instanceof Uint8Array)) return { ok: false, why: { of: 'file', refusal: bytes } };
  const text = new TextDecoder().decode(bytes);
  const reading = readAssessmentText(text);
  if (!reading.ok) return { ok: false, why: { of: 'file', refusal: reading.refusal } };
  const { answers: _answers, documents: _documents, ...header } = reading.assessment;
  return { ok: true, header, check: await verifyClosing(JSON.parse(text.replace(/^\uFEFF/, ''))) };
}
