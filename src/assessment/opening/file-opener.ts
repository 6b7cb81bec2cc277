import type { Section } from '../../instrument/instrument.ts';
import type { ClosingReading, Opened } from './file-opening.ts';
import type { EarlierVersions } from '../../instrument/earlier-version.ts';
import type { ReadAssessmentText } from '../file/assessment-record.ts';
import type { OpeningAnswer, OpeningRequest } from './serve-opening.ts';
import { NoWorker, startWorker } from '../../kit/browser/own-worker.ts';
import { part, PartMissing } from '../../kit/browser/part.ts';

export type { ClosingReading, Opened, OpeningRefusal, ReadFile } from './file-opening.ts';

/** What opens files, which the page hands in: this room does not know all that a file may hold. */
export interface OpeningMeans {
  /** Starts the worker (`serveOpening`). */
  readonly startWorker: () => Worker;
  /** Brings what reads the text of a file, where no worker can be had. Throws PartMissing. */
  readonly bringReader: () => Promise<ReadAssessmentText>;
}

/** The longest that one file may take, in milliseconds: our largest takes a second on an old machine. */
const MAX_MILLISECONDS = 10_000;
/** How much longer the worker has to say so itself, before it is ended in the middle of something, in milliseconds. */
const GRACE = 2_000;

/** A worker that runs, and what it says, in order. */
class OpeningWorker {
  readonly #worker: Worker;
  readonly #said: (OpeningAnswer | { readonly kind: 'stopped' })[] = [];
  #wake: () => void = () => undefined;
  #isReady = false;

  private constructor(worker: Worker, onReady: () => void, onFailure: (reason: NoWorker) => void) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<OpeningAnswer>) => {
      if (data.kind !== 'ready') return this.#hear(data);
      this.#isReady = true;
      onReady();
    });
    // Once it runs, it tells its own mistakes: what stops it is the browser, as where it asks for too much memory.
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (this.#isReady) this.#hear({ kind: 'stopped' });
      else onFailure(new NoWorker(event.message));
    });
    worker.addEventListener('messageerror', () => this.#hear({ kind: 'stopped' }));
  }

  #hear(answer: OpeningAnswer | { readonly kind: 'stopped' }): void {
    this.#said.push(answer);
    this.#wake();
  }

  /** Gives a worker that runs, or null where there is none to be had. */
  static async start(means: OpeningMeans): Promise<OpeningWorker | null> {
    const worker = startWorker(means.startWorker);
    if (worker === null) return null;
    try {
      return await new Promise((resolve, reject) => {
        const opening: OpeningWorker = new OpeningWorker(worker, () => resolve(opening), reject);
      });
    } catch (reason) {
      worker.terminate();
      if (!(reason instanceof NoWorker)) throw reason;
      return null;
    }
  }

  ask(request: OpeningRequest): void {
    this.#worker.postMessage(request);
  }

  /** Gives what it says next; `stopped` where it says nothing more, or nothing until this instant of `performance.now()`. */
  async next(until: number): Promise<OpeningAnswer | { readonly kind: 'stopped' }> {
    if (this.#said.length === 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(0, until - performance.now()));
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.#said.shift() ?? { kind: 'stopped' };
  }

  end(): void {
    this.#worker.terminate();
  }
}

/** What came of some of a file, or of all that was left of it. */
export interface OpeningStep {
  readonly opened: readonly Opened[];
  /** True where that is all of it: the next step is of the next file. */
  readonly isDone: boolean;
}

/** How many files are given to a worker at a time. */
const BATCH = 100;

const unfinished = (file: File): OpeningStep => ({
  opened: [{ kind: 'refused', name: file.name, why: { of: 'unfinished' } }],
  isDone: true,
});

/**
 * Opens files that a person chose, in a worker, so that nothing in them holds the page up; where no worker can be had, on
 * this thread. A file that takes too long is refused, and the worker with it; one that has read much is replaced, so that
 * its memory is given back. `end` when there are no more files.
 */
export class FileOpener {
  readonly #means: OpeningMeans;
  readonly #sections: readonly Section[];
  readonly #earlier: EarlierVersions;
  #worker: Promise<OpeningWorker | null> | undefined;

  /** Takes the sections of the instrument, and where its earlier versions are: a workbook is read with either. */
  constructor(means: OpeningMeans, sections: readonly Section[], earlier: EarlierVersions = {}) {
    this.#means = means;
    this.#sections = sections;
    this.#earlier = earlier;
  }

  /** Gives what files bring, in their order: a ZIP may bring several. Throws only for a mistake of ours. */
  async *open(files: readonly File[]): AsyncGenerator<OpeningStep> {
    let [at, from, left] = [0, 0, MAX_MILLISECONDS];
    while (at < files.length) {
      const worker = await this.#running();
      if (worker === null) {
        yield* this.#openHere(files.slice(at));
        return;
      }
      const batch = files.slice(at, at + BATCH);
      let begun = performance.now();
      worker.ask({ kind: 'open', files: batch, from, milliseconds: left });
      let isBusy = true;
      try {
        for (let done = 0; isBusy && done < batch.length;) {
          const answer = await worker.next(begun + left + GRACE);
          if (answer.kind === 'missing') throw new PartMissing('in the worker');
          if (answer.kind === 'failed') throw new Error(answer.message);
          if (answer.kind === 'more') {
            // Another worker goes on with it, in the time that is left for it.
            [from, left] = [answer.from, Math.max(0, left - (performance.now() - begun))];
            this.end();
            isBusy = false;
            yield { opened: answer.opened, isDone: false };
          } else if (answer.kind === 'opened') yield { opened: answer.opened, isDone: false };
          else if (answer.kind === 'done' || answer.kind === 'stopped') {
            [done, at, from, left, begun] = [done + 1, at + 1, 0, MAX_MILLISECONDS, performance.now()];
            if (answer.kind === 'stopped' || answer.isSpent) {
              this.end();
              isBusy = false;
            }
            isBusy &&= done < batch.length;
            yield answer.kind === 'done'
              ? { opened: answer.opened, isDone: true }
              : unfinished(batch[done - 1] as File);
          }
        }
      } finally {
        // It is in the middle of something that nobody waits for any longer.
        if (isBusy) this.end();
      }
    }
  }

  /** The same on this thread. */
  async *#openHere(files: readonly File[]): AsyncGenerator<OpeningStep> {
    const [{ openFile }, read] = await Promise.all([
      part(() => import('./file-opening.ts')),
      this.#means.bringReader(),
    ]);
    for (const file of files) {
      const until = performance.now() + MAX_MILLISECONDS;
      const input = {
        sections: this.#sections,
        earlier: this.#earlier,
        read,
        now: new Date().toISOString(),
        isOver: () => performance.now() > until,
      };
      for (let from: number | null = 0; from !== null;) {
        const start: number = from;
        from = null;
        for await (const each of openFile(file, { ...input, from: start })) {
          if (each.kind === 'more') ({ from } = each);
          else yield { opened: [each], isDone: false };
        }
      }
      yield { opened: [], isDone: true };
    }
  }

  /** Gives whether a file is the one that was closed. Throws only for a mistake of ours. */
  async check(file: File): Promise<ClosingReading> {
    const worker = await this.#running();
    if (worker === null) return (await part(() => import('./file-opening.ts'))).checkFile(file);
    worker.ask({ kind: 'check', file });
    const answer = await worker.next(performance.now() + MAX_MILLISECONDS);
    if (answer.kind === 'checked') return answer.reading;
    if (answer.kind === 'missing') throw new PartMissing('in the worker');
    if (answer.kind === 'failed') throw new Error(answer.message);
    this.end();
    return { ok: false, why: { of: 'unfinished' } };
  }

  #running(): Promise<OpeningWorker | null> {
    this.#worker ??= OpeningWorker.start(this.#means).then((worker) => {
      worker?.ask({ kind: 'begin', sections: this.#sections, earlier: this.#earlier });
      return worker;
    });
    return this.#worker;
  }

  /** Ends the worker; the next file would start another. */
  end(): void {
    void this.#worker?.then((worker) => worker?.end());
    this.#worker = undefined;
  }
}
