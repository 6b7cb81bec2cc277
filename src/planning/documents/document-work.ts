import { NO_DOCUMENTS } from '../../assessment/domain/assessment.ts';
import type { Planning } from '../domain/planning.ts';
import { documentBytes, type FileRequest } from './document-bytes.ts';
import type { WorkerMessage } from './document-worker.ts';
import { NoWorker, startWorker } from '../../kit/browser/own-worker.ts';

export type { FileRequest } from './document-bytes.ts';

/**
 * What a workbook reads of a planning, so that little is copied into the worker: without answers and records, and with
 * what each phase reaches at its deadline alone.
 */
function slim(planning: Planning): Planning {
  const { assessment, outlook } = planning;
  return {
    ...planning,
    assessment: { ...assessment, answers: {}, documents: NO_DOCUMENTS },
    outlook: { ...outlook, phases: outlook.phases.map((phase) => ({ ...phase, points: [] })) },
    late: [],
  };
}

function inWorker(worker: Worker, request: FileRequest): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    let isReady = false;
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.kind === 'ready') {
        isReady = true;
        worker.postMessage(request);
      } else if (data.kind === 'made') resolve(data.bytes);
      else reject(data.kind === 'failed' ? new Error(data.message) : new NoWorker());
    });
    worker.addEventListener('messageerror', () => reject(new Error('The file did not come back from the worker.')));
    worker.addEventListener('error', ({ message }) =>
      reject(isReady ? new Error(message || 'The worker stopped.') : new NoWorker(message)),
    );
  });
}

/**
 * Takes what is asked for; gives the bytes of the file. The work is done in a worker, so that a large plan does not
 * freeze the page; where none can be had, on this thread. Throws where the file cannot be made, and PartMissing where
 * what writes it does not come.
 */
export async function makeFile(request: FileRequest): Promise<Uint8Array<ArrayBuffer>> {
  const own: FileRequest = request.kind === 'docx' ? request : { ...request, planning: slim(request.planning) };
  const worker = startWorker(() => new Worker(new URL('./document-worker.ts', import.meta.url), { type: 'module' }));
  if (worker === null) return documentBytes(own);
  try {
    return await inWorker(worker, own);
  } catch (reason) {
    if (!(reason instanceof NoWorker)) throw reason;
    return await documentBytes(own);
  } finally {
    worker.terminate();
  }
}
