import type { Section } from '../../instrument/instrument.ts';
import type { ReadAssessmentText } from '../file/assessment-record.ts';
import { PartMissing } from '../../kit/browser/part.ts';
import type { EarlierVersions } from '../../instrument/earlier-version.ts';
import { checkFile, MAX_AT_ONCE, openFile, type ClosingReading, type Opened, type OpenedFile } from './file-opening.ts';

/** What the worker is told: once, the instrument and where its earlier versions are; then files, and how long each may take, in milliseconds. */
export type OpeningRequest =
  | { readonly kind: 'begin'; readonly sections: readonly Section[]; readonly earlier: EarlierVersions }
  /** `from`: where to go on with the first of them. */
  | { readonly kind: 'open'; readonly files: readonly File[]; readonly from: number; readonly milliseconds: number }
  | { readonly kind: 'check'; readonly file: File };

/** What the worker says. */
export type OpeningAnswer =
  | { readonly kind: 'ready' }
  /** What the file that is being read brings, or some of it. */
  | { readonly kind: 'opened'; readonly opened: readonly Opened[] }
  /** That is all of it. `isSpent`: its memory is full; whoever asked goes on with the next file in another worker. */
  | { readonly kind: 'done'; readonly opened: readonly Opened[]; readonly isSpent: boolean }
  /** There is more in it from this entry on, for another worker. */
  | { readonly kind: 'more'; readonly opened: readonly Opened[]; readonly from: number }
  | { readonly kind: 'checked'; readonly reading: ClosingReading }
  | { readonly kind: 'failed'; readonly message: string }
  /** A part of the program did not come into the worker. */
  | { readonly kind: 'missing' };

/** How long what a file brings waits for more of it before it is told, in milliseconds. */
const GATHERED = 50;
/** Files up to this size are fetched while the one before them is read, in bytes. */
const SMALL = 1024 * 1024;

function say(answer: OpeningAnswer): void {
  globalThis.postMessage(answer);
}

/**
 * Makes a worker of the thread on which it is called: it opens the files that it is asked to, and says what they bring.
 * Takes what reads the text of a file.
 */
export function serveOpening(read: ReadAssessmentText): void {
  let [sections, earlier]: [readonly Section[], EarlierVersions] = [[], {}];
  /** How much was read so far, in bytes: what is thrown away of it may lie in the memory for long. */
  let spent = 0;

  /** Reads one file and tells what it brings. Gives false where the rest is for another worker. */
  async function open(file: OpenedFile, from: number, milliseconds: number): Promise<boolean> {
    let told = performance.now();
    const until = told + milliseconds;
    let opened: Opened[] = [];
    const input = {
      sections,
      earlier,
      read,
      now: new Date().toISOString(),
      isOver: () => performance.now() > until,
      from,
    };
    for await (const each of openFile(file, input)) {
      if (each.kind === 'more') {
        say({ kind: 'more', opened, from: each.from });
        return false;
      }
      opened.push(each);
      if (performance.now() - told < GATHERED) continue;
      say({ kind: 'opened', opened });
      [told, opened] = [performance.now(), []];
    }
    // A workbook is in the memory many times over, and so is what an archive held.
    spent += /\.json$/i.test(file.name) ? file.size : 20 * file.size;
    const isSpent = spent > MAX_AT_ONCE;
    say({ kind: 'done', opened, isSpent });
    return !isSpent;
  }

  /** A file whose content is already on its way. */
  function fetched(file: File): OpenedFile {
    if (file.size > SMALL) return file;
    const content = file.arrayBuffer();
    // Whoever reads it hears of what goes wrong; until then nobody does.
    content.catch(() => undefined);
    return { name: file.name, size: file.size, arrayBuffer: () => content };
  }

  async function answer(request: OpeningRequest): Promise<void> {
    switch (request.kind) {
      case 'begin':
        ({ sections, earlier } = request);
        return;
      case 'open': {
        const [first, ...others] = request.files;
        let [next, from] = [first && fetched(first), request.from];
        for (const file of [...others, undefined]) {
          const present = next;
          next = file && fetched(file);
          if (!present || !(await open(present, from, request.milliseconds))) return;
          from = 0;
        }
        return;
      }
      case 'check':
        return say({ kind: 'checked', reading: await checkFile(request.file) });
    }
  }

  globalThis.addEventListener('message', ({ data }: MessageEvent<OpeningRequest>) => {
    answer(data).catch((reason: unknown) =>
      say(
        reason instanceof PartMissing
          ? { kind: 'missing' }
          : { kind: 'failed', message: reason instanceof Error ? reason.message : String(reason) },
      ),
    );
  });
  say({ kind: 'ready' });
}
