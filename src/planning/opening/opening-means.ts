import type { OpeningMeans } from '../../assessment/opening/file-opener.ts';
import { part } from '../../kit/browser/part.ts';

/** What opens a file whole: its assessment, its plan and its projects. The pages that open files hand it to their elements. */
export const openingMeans: OpeningMeans = {
  startWorker: () => new Worker(new URL('./file-opening-worker.ts', import.meta.url), { type: 'module' }),
  bringReader: async () => (await part(() => import('../file/assessment-reader.ts'))).readAssessmentFile,
};
