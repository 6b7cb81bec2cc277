import { documentBytes, type FileRequest } from './document-bytes.ts';

/** What the worker says: that it runs, then what became of the file. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'made'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly message: string };

function say(message: WorkerMessage, transfer: Transferable[] = []): void {
  globalThis.postMessage(message, { transfer });
}

globalThis.addEventListener('message', ({ data }: MessageEvent<FileRequest>) => {
  documentBytes(data).then(
    (bytes) => say({ kind: 'made', bytes }, [bytes.buffer]),
    (reason: unknown) => say({ kind: 'failed', message: reason instanceof Error ? reason.message : String(reason) }),
  );
});
say({ kind: 'ready' });
