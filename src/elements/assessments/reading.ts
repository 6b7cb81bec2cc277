import { archiveRefused, fileRefused, workbookRefused } from '../../copy/files.ts';
import type { FaultMessage } from '../../copy/storage.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Instrument } from '../../domain/instrument.ts';
import { assessmentToFile } from '../../formats/assessment-file.ts';
import { readAssessmentFile } from '../../formats/assessment-reader.ts';
import { MAX_FILE_BYTES } from '../../formats/assessment-record.ts';

/** What came of one file that the person opened. */
export type Incoming =
  | {
      readonly kind: 'read';
      readonly name: string;
      readonly assessment: Assessment;
      /** The criteria that a workbook changed since it was exported; null for any other file. */
      readonly changed: readonly string[] | null;
      /** True where it says that it was closed, and its content is not what was closed. */
      readonly isTampered: boolean;
    }
  | { readonly kind: 'refused'; readonly message: FaultMessage };

async function readText(name: string, text: string): Promise<Incoming> {
  const reading = readAssessmentFile(text);
  if (!reading.ok) return { kind: 'refused', message: fileRefused(name, reading.refusal) };
  const { assessment } = reading;
  return { kind: 'read', name, assessment, changed: null, isTampered: await isTampered(assessment) };
}

async function isTampered(assessment: Assessment): Promise<boolean> {
  if (!assessment.closing) return false;
  const { verifyClosing } = await import('../../formats/closing.ts');
  return (await verifyClosing(assessmentToFile(assessment))).kind !== 'unchanged';
}

async function readArchive(name: string, bytes: Uint8Array): Promise<Incoming[]> {
  const { filesInZip } = await import('../../formats/archive.ts');
  const files = filesInZip(bytes);
  if (files === null || files.length === 0) {
    return [{ kind: 'refused', message: archiveRefused(name, files === null) }];
  }
  return Promise.all(files.map((file) => readText(`${file.name} (en ${name})`, file.text)));
}

async function readBook(name: string, bytes: Uint8Array, instrument: Instrument, root: ParentNode): Promise<Incoming> {
  const [{ readWorkbook }, { earlierSections }] = await Promise.all([
    import('../../formats/workbook-reader.ts'),
    import('../page/earlier-version.ts'),
  ]);
  // A workbook has the rows of the version with which it was made.
  const reading = await readWorkbook(bytes, new Date().toISOString(), async (version) =>
    version === instrument.version
      ? instrument.sections
      : ((await earlierSections(root, version, instrument)) ?? instrument.sections),
  );
  return reading.ok
    ? { kind: 'read', name, assessment: reading.assessment, changed: reading.changed, isTampered: false }
    : { kind: 'refused', message: workbookRefused(name, reading.refusal, instrument.version) };
}

/** Reads one file, whatever it is. Never throws for what is in it: a file that cannot be opened is a value too. */
async function readFile(file: File, instrument: Instrument, root: ParentNode): Promise<Incoming[]> {
  const { name } = file;
  if (file.size > MAX_FILE_BYTES) {
    return [{ kind: 'refused', message: fileRefused(name, { kind: 'tooLarge' }) }];
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // The disk, the network or the system kept it back: a folder dropped on the page, a file that is gone.
    if (!(error instanceof DOMException)) throw error;
    return [{ kind: 'refused', message: fileRefused(name, { kind: 'unreadable' }) }];
  }
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip && /\.xlsx$/i.test(name)) return [await readBook(name, bytes, instrument, root)];
  if (isZip) return readArchive(name, bytes);
  if (/\.xlsx$/i.test(name)) return [await readBook(name, bytes, instrument, root)];
  return [await readText(name, new TextDecoder().decode(bytes))];
}

/**
 * Reads files one after another; gives what each brings, in their order. Takes the element whose page carries where the
 * earlier versions of the instrument are.
 */
export async function readFiles(files: readonly File[], instrument: Instrument, root: ParentNode): Promise<Incoming[]> {
  const all: Incoming[] = [];
  for (const file of files) all.push(...(await readFile(file, instrument, root)));
  return all;
}
