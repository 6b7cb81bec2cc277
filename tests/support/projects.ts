import { header, ID, store } from './assessment.ts';
import type { Page } from './test.ts';

/** A record of the plan or the projects, in the form of the file. */
interface GivenDocument {
  readonly kind: 'activity' | 'project';
  readonly id: string;
  readonly record: object;
}

/** An activity of the plan with its text and what else is given. */
export const anActivity = (id: string, actividad: string, rest: object = {}): GivenDocument => ({
  kind: 'activity',
  id,
  record: { actividad, ...rest },
});

/** A project with its id and what else is given. */
export const aProject = (id: string, rest: object = {}): GivenDocument => ({
  kind: 'project',
  id,
  record: { id, ...rest },
});

/** Puts an assessment with these records of its plan and its projects into the browser's database. */
export async function storeWithDocuments(
  page: Page,
  given: readonly GivenDocument[],
  stored: unknown = header,
): Promise<void> {
  await store(page, {}, stored);
  await page.evaluate(
    async ({ given, assessmentId }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('gel-autoevaluaciones');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const transaction = database.transaction('documents', 'readwrite');
      given.forEach((each, position) => transaction.objectStore('documents').put({ ...each, assessmentId, position }));
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onerror = () => reject(transaction.error);
      });
      database.close();
    },
    { given, assessmentId: ID },
  );
}

/** The projects as they lie in the browser's database, in the form of the file, by id. */
export async function storedProjects(page: Page): Promise<Record<string, Record<string, unknown>>> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('gel-autoevaluaciones');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const all = await new Promise<{ kind: string; id: string; record: Record<string, unknown> }[]>(
      (resolve, reject) => {
        const request = database.transaction('documents').objectStore('documents').getAll();
        request.onsuccess = () => resolve(request.result as never);
        request.onerror = () => reject(request.error);
      },
    );
    database.close();
    return Object.fromEntries(all.filter(({ kind }) => kind === 'project').map(({ id, record }) => [id, record]));
  });
}

/** Opens the page of the projects, at a place of it where one is given, and waits until it is ready. */
export async function openProjects(page: Page, fragment = ''): Promise<void> {
  await page.goto(`/autoevaluacion/proyectos/?id=${ID}${fragment}`);
  await page.locator('gel-projects [data-body]:visible').waitFor();
}
