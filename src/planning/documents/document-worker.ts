import { PartMissing } from '../../kit/browser/part.ts';
import { documentBytes, type FileRequest } from './document-bytes.ts';

/** What the worker says: that it runs, then what became of the file; `missing` where what writes it did not come. */
export type WorkerMessage =
  | { readonly kind: 'ready' | 'missing' }
  | { readonly kind: 'made'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly message: string };

function say(message: WorkerMessage, transfer: Transferable[] = []): void {
  globalThis.postMessage(message, { transfer });
}

globalThis.addEventListener('message', ({ data }: MessageEvent<FileRequest>) => {
  documentBytes(data).then(
    (bytes) => say({ kind: 'made', bytes }, [bytes.buffer]),
    (reason: unknown) =>
      say(
        reason instanceof PartMissing
          ? { kind: 'missing' }
          : { kind: 'failed', message: reason instanceof Error ? reason.message : String(reason) },
      ),
  );
});
say({ kind: 'ready' });
