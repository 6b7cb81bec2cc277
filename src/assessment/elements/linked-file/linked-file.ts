import type { LinkedState } from '../../copy/copies.ts';
import type { Assessment } from '../../domain/assessment.ts';
import { assessmentFileName, assessmentToText } from '../../file/assessment-file.ts';
import { readAssessmentFile } from '../../file/assessment-reader.ts';
import { MAX_FILE_BYTES } from '../../file/assessment-record.ts';
import type { AssessmentStore } from '../../storage/assessment-store.ts';
import { copyRecord, noteCopy } from '../../storage/copies.ts';
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

/** Keeps aside the assessment that a file holds, if it holds one and it is not the one given. Gives its number, or null. */
async function keepContent(store: AssessmentStore, file: File, than: Assessment | null): Promise<number | null> {
  if (file.size > MAX_FILE_BYTES) return null;
  const reading = readAssessmentFile(await file.text());
  if (!reading.ok || (than && assessmentToText(reading.assessment) === assessmentToText(than))) return null;
  return keep(store, reading.assessment, 'received', new Date().toISOString());
}

async function write(
  store: AssessmentStore,
  assessment: Assessment,
  handle: FileSystemFileHandle,
): Promise<LinkedState> {
  // The browser writes beside the file and puts it in its place when it is closed: a cut never leaves half a file.
  const writable = await handle.createWritable();
  await writable.write(assessmentToText(assessment));
  await writable.close();
  const at = new Date().toISOString();
  const { lastModified } = await handle.getFile();
  await noteCopy(store, assessment.id, {
    at,
    revision: assessment.revision,
    fileName: handle.name,
    handle,
    fileModified: lastModified,
    fileRevision: assessment.revision,
    outside: null,
  });
  return { kind: 'upToDate', fileName: handle.name, at };
}

/**
 * Brings the linked file up to date with what is stored. `over` writes even where somebody else changed it: what they
 * wrote is kept aside first. Gives null where no file is linked or the assessment is gone. Never throws for what the disk or the browser refuses.
 */
export async function updateLinked(
  store: AssessmentStore,
  id: string,
  options: { over: boolean },
): Promise<LinkedState | null> {
  return alone(id, async () => {
    const record = await copyRecord(store, id);
    if (!record?.handle) return null;
    const handle = record.handle as PermissionHandle;
    const fileName = handle.name;
    try {
      if ((await handle.queryPermission({ mode: 'readwrite' })) !== 'granted')
        return { kind: 'needsPermission', fileName };
      const loaded = await store.load(id);
      if (!loaded) return null;
      const file = await handle.getFile();
      const isOurs = file.lastModified === record.fileModified;
      if (!isOurs && !options.over) return { kind: 'changedOutside', fileName };
      if (isOurs && record.at && record.fileRevision === loaded.assessment.revision) {
        return { kind: 'upToDate', fileName, at: new Date(file.lastModified).toISOString() };
      }
      if (!isOurs && file.lastModified !== record.outside?.modified) await keepContent(store, file, loaded.assessment);
      return await write(store, loaded.assessment, handle);
    } catch (error) {
      // The disk is full or gone, the file was moved, the browser said no: told on the page, and tried again later.
      if (error instanceof DOMException || error instanceof TypeError) return { kind: 'failed', fileName };
      throw error;
    }
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
    await keepContent(store, await handle.getFile(), assessment);
    return await alone(assessment.id, () => write(store, assessment, handle));
  } catch (error) {
    if (error instanceof DOMException) return { kind: 'failed', fileName: handle.name };
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
    const file = await record.handle.getFile();
    const { outside } = record;
    if (outside?.modified === file.lastModified && (await listKept(store)).some(({ key }) => key === outside.key)) {
      return outside.key;
    }
    const key = await keepContent(store, file, null);
    if (key !== null) await noteCopy(store, id, { outside: { key, modified: file.lastModified } });
    return key;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Stops keeping a file up to date; the file itself stays as it is. */
export async function unlink(store: AssessmentStore, id: string): Promise<void> {
  await noteCopy(store, id, { handle: null, fileRevision: null, outside: null });
}
