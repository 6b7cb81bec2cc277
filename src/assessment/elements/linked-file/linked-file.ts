import type { LinkedState } from '../../copy/copy-line.ts';
import type { Assessment } from '../../domain/assessment.ts';
import { assessmentFileName, assessmentToText } from '../../file/assessment-file.ts';
import { MAX_FILE_BYTES, readAssessmentText } from '../../file/assessment-record.ts';
import { decodeText } from '../../../kit/bytes/encoding.ts';
import { sha256Of } from '../../../kit/bytes/sha256.ts';
import type { AssessmentStore } from '../../storage/assessment-store.ts';
import { copyRecord, noteCopy } from '../../storage/copies.ts';
import type { LinkedCopy } from '../../storage/database.ts';
import { keep, listKept } from '../../storage/kept.ts';

/** What Chromium has and the standard library of TypeScript does not know yet. */
interface PermissionHandle extends FileSystemFileHandle {
  queryPermission(options: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(options: { mode: 'readwrite' }): Promise<PermissionState>;
}
interface PickerWindow {
  showSaveFilePicker(options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle>;
}

/** Only one tab writes a file at a time. */
function alone<T>(id: string, work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request(`gel-archivo-${id}`, work) : work();
}

/** How long a file that is empty, gone or busy is given each time, in milliseconds: synchronising takes a moment. */
const RESTS_MS = [500, 1500, 3000];

/** What lies in a file. */
interface Content {
  readonly text: string;
  /** True where another program has saved it with other letters: what it says is a guess. */
  readonly isGuess: boolean;
  /** What it says, as `digestOf`; null where it holds nothing. */
  readonly digest: string | null;
  /** `lastModified` of the file, in milliseconds. */
  readonly modified: number;
}

/**
 * The digest of what a file says, and not of how it stands there: another end of line, a mark of UTF-8 or other spaces
 * make it no other assessment. What holds none is its text.
 */
function digestOf(text: string): Promise<string> {
  const reading = readAssessmentText(text);
  return sha256Of(reading.ok ? assessmentToText(reading.assessment) : text);
}

/** Reads a file. Throws DOMException where the disk or the browser refuses. */
async function contentOf(handle: FileSystemFileHandle): Promise<Content> {
  const file = await handle.getFile();
  const { lastModified: modified, size } = file;
  if (size === 0) return { text: '', isGuess: false, digest: null, modified };
  // Beyond what is read it says nothing of ours; its size tells it from others of the kind.
  if (size > MAX_FILE_BYTES) return { text: '', isGuess: false, digest: await sha256Of(String(size)), modified };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const decoded = decodeText(bytes);
  // What is no text holds no assessment; its bytes tell it from others, whatever letters they would be.
  const text = decoded?.text ?? new TextDecoder('windows-1252').decode(bytes);
  return { text, isGuess: decoded?.encoding === 'windows-1252', digest: await digestOf(text), modified };
}

/**
 * Keeps aside the assessment of a file, if it holds one and it is not the one given, whatever its plan says: it is about to
 * be written over. Gives its number, or null.
 */
async function keepContent(store: AssessmentStore, text: string, than: Assessment | null): Promise<number | null> {
  const reading = readAssessmentText(text);
  if (!reading.ok || (than && assessmentToText(reading.assessment) === assessmentToText(than))) return null;
  return keep(store, reading.assessment, 'received', new Date().toISOString());
}

/** Takes what the disk or the browser threw; gives how it then stands with the file. */
function troubleOf(error: DOMException | TypeError, fileName: string): LinkedState {
  if (error.name === 'NotFoundError') return { kind: 'gone', fileName };
  // Windows does not let a file be replaced that another program has open; a file that is being written cannot be read.
  if (error.name === 'NoModificationAllowedError' || error.name === 'NotReadableError') {
    return { kind: 'locked', fileName };
  }
  return { kind: 'failed', fileName };
}

async function write(
  store: AssessmentStore,
  assessment: Assessment,
  handle: FileSystemFileHandle,
): Promise<LinkedState> {
  const text = assessmentToText(assessment);
  // The browser writes beside the file and puts it in its place when it is closed: a cut never leaves half a file.
  const writable = await handle.createWritable();
  try {
    await writable.write(text);
    await writable.close();
  } catch (error) {
    // What was written beside it goes away; a stream that has already failed has nothing left to give up.
    await writable.abort().catch(() => undefined);
    throw error;
  }
  const at = new Date().toISOString();
  const { lastModified } = await handle.getFile();
  await noteLeft(store, assessment, handle, { at, modified: lastModified, digest: await digestOf(text) });
  return { kind: 'upToDate', fileName: handle.name, at };
}

/** Notes that the linked file holds an assessment as it is now: since when, and how the file then was. */
async function noteLeft(
  store: AssessmentStore,
  { id, revision }: Assessment,
  handle: FileSystemFileHandle,
  { at, modified, digest }: { at: string; modified: number; digest: string },
): Promise<void> {
  await noteCopy(store, id, {
    at,
    revision,
    fileName: handle.name,
    handle,
    fileModified: modified,
    fileRevision: revision,
    said: { digest, modified },
    outside: null,
  });
}

/** True where the file says what it said when this browser left it, whatever its date. */
function isAsLeft({ said, fileModified }: LinkedCopy, { digest, modified }: Content): boolean {
  // An earlier version of this page noted the date alone.
  return said?.modified === fileModified ? digest === said.digest : modified === fileModified;
}

/** Brings the linked file up to date once; null where no file is linked or the assessment is gone. */
async function bringUpToDate(store: AssessmentStore, id: string, over: boolean): Promise<LinkedState | null> {
  const record = await copyRecord(store, id);
  if (!record?.handle) return null;
  const handle = record.handle as PermissionHandle;
  const fileName = handle.name;
  try {
    if ((await handle.queryPermission({ mode: 'readwrite' })) !== 'granted')
      return { kind: 'needsPermission', fileName };
    const loaded = await store.load(id);
    if (!loaded) return null;
    const { assessment } = loaded;
    const content = await contentOf(handle);
    if (content.digest === null) return over ? await write(store, assessment, handle) : { kind: 'empty', fileName };
    const { digest, modified } = content;
    const saysTheSame = digest === (await digestOf(assessmentToText(assessment)));
    if (saysTheSame && !content.isGuess) {
      const at = new Date(modified).toISOString();
      const isNoted = record.fileRevision === assessment.revision && record.said?.digest === digest;
      if (!isNoted || record.fileModified !== modified)
        await noteLeft(store, assessment, handle, { at, modified, digest });
      return { kind: 'upToDate', fileName, at };
    }
    // The same with other letters is put right again.
    const isOurs = saysTheSame || isAsLeft(record, content);
    if (!isOurs && !over) return { kind: 'changedOutside', fileName };
    if (!isOurs && !isKept(record, content)) await keepContent(store, content.text, assessment);
    return await write(store, assessment, handle);
  } catch (error) {
    // The disk is full or gone, the file was moved, the browser said no: told on the page, and tried again later.
    if (error instanceof DOMException || error instanceof TypeError) return troubleOf(error, fileName);
    throw error;
  }
}

/** True where what the file holds was already kept aside, to be merged. */
function isKept({ outside }: LinkedCopy, { digest, modified }: Content): boolean {
  if (!outside) return false;
  return outside.digest === undefined ? outside.modified === modified : outside.digest === digest;
}

/**
 * Brings the linked file up to date with what is stored. `over` writes even where somebody else changed it: what they
 * wrote is kept aside first. A file that is empty, gone or busy is given a moment, unless the person has asked to write
 * over it. Gives null where no file is linked or the assessment is gone. Never throws for what the disk or the browser
 * refuses.
 */
export async function updateLinked(
  store: AssessmentStore,
  id: string,
  { over }: { over: boolean },
): Promise<LinkedState | null> {
  return alone(id, async () => {
    let state = await bringUpToDate(store, id, over);
    for (const rest of over ? [] : RESTS_MS) {
      if (state?.kind !== 'empty' && state?.kind !== 'gone' && state?.kind !== 'locked') break;
      await new Promise((resolve) => setTimeout(resolve, rest));
      state = await bringUpToDate(store, id, over);
    }
    return state;
  });
}

/**
 * Lets the person choose the file that is to be kept up to date, and writes it. What the file held, if it was an
 * assessment, is kept aside first. Gives null where the person chose none.
 */
export async function chooseFile(store: AssessmentStore, assessment: Assessment): Promise<LinkedState | null> {
  let handle: FileSystemFileHandle;
  try {
    handle = await (window as unknown as PickerWindow).showSaveFilePicker({
      suggestedName: assessmentFileName(assessment),
      types: [{ description: 'Autoevaluación', accept: { 'application/json': ['.json'] } }],
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    if (error instanceof DOMException) return { kind: 'failed', fileName: assessmentFileName(assessment) };
    throw error;
  }
  try {
    const { text } = await contentOf(handle);
    await keepContent(store, text, assessment);
    return await alone(assessment.id, () => write(store, assessment, handle));
  } catch (error) {
    if (error instanceof DOMException) return troubleOf(error, handle.name);
    throw error;
  }
}

/** Asks the browser for its permission again, which needs the person's own click, and goes on writing. */
export async function resumeLinked(store: AssessmentStore, id: string): Promise<LinkedState | null> {
  const record = await copyRecord(store, id);
  if (!record?.handle) return null;
  await (record.handle as PermissionHandle).requestPermission({ mode: 'readwrite' });
  return updateLinked(store, id, { over: false });
}

/**
 * Keeps aside what somebody else wrote into the file, to be merged; the file is not written over before it is. Gives its
 * number, or null where the file cannot be read or holds no assessment.
 */
export async function keepOutsideChange(store: AssessmentStore, id: string): Promise<number | null> {
  const record = await copyRecord(store, id);
  if (!record?.handle) return null;
  try {
    const content = await contentOf(record.handle);
    const { outside } = record;
    if (outside && isKept(record, content) && (await listKept(store)).some(({ key }) => key === outside.key)) {
      return outside.key;
    }
    // It is merged only once the person has seen how its letters were read: the list shows that.
    const key = content.isGuess ? null : await keepContent(store, content.text, null);
    if (key === null || content.digest === null) return null;
    await noteCopy(store, id, { outside: { key, modified: content.modified, digest: content.digest } });
    return key;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Stops keeping a file up to date; the file itself stays as it is. */
export async function unlink(store: AssessmentStore, id: string): Promise<void> {
  await noteCopy(store, id, { handle: null, fileRevision: null, said: null, outside: null });
}
