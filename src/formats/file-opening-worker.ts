import type { Section } from '../domain/instrument.ts';
import { PartMissing } from '../part.ts';
import { checkFile, openFile, type ClosingReading, type Opened } from './file-opening.ts';

/** What the worker is told: once, the instrument; then a file at a time, and how long it may take, in milliseconds. */
export type OpeningRequest =
  | { readonly kind: 'begin'; readonly sections: readonly Section[] }
  | { readonly kind: 'open'; readonly file: File; readonly milliseconds: number }
  | { readonly kind: 'check'; readonly file: File };

/** What the worker says: that it runs; what a file brings, one after another; that there is no more of it. */
export type OpeningAnswer =
  | { readonly kind: 'ready' | 'done' }
  | { readonly kind: 'opened'; readonly opened: Opened }
  | { readonly kind: 'checked'; readonly reading: ClosingReading }
  | { readonly kind: 'failed'; readonly message: string }
  /** A part of the program did not come into the worker. */
  | { readonly kind: 'missing' };

function say(answer: OpeningAnswer): void {
  globalThis.postMessage(answer);
}

let sections: readonly Section[] = [];

async function answer(request: OpeningRequest): Promise<void> {
  switch (request.kind) {
    case 'begin':
      ({ sections } = request);
      return;
    case 'open': {
      const until = performance.now() + request.milliseconds;
      const input = { sections, now: new Date().toISOString(), isOver: () => performance.now() > until };
      for await (const opened of openFile(request.file, input)) say({ kind: 'opened', opened });
      return say({ kind: 'done' });
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
