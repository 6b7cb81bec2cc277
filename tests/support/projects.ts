import { header, ID, store, stored } from './assessment.ts';
import { putRecords } from './database.ts';
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
  await putRecords(page, { documents: given.map((each, position) => ({ ...each, assessmentId: ID, position })) });
}

/** The projects as they lie in the browser's database, in the form of the file, by id. */
export async function storedProjects(page: Page): Promise<Record<string, Record<string, unknown>>> {
  const { documents } = await stored(page);
  return Object.fromEntries(
    documents.filter(({ kind }) => kind === 'project').map(({ id, record }) => [id, record as Record<string, unknown>]),
  );
}

/** Opens the page of the projects, at a place of it where one is given, and waits until it is ready. */
export async function openProjects(page: Page, fragment = ''): Promise<void> {
  await page.goto(`/autoevaluacion/proyectos/?id=${ID}${fragment}`);
  await page.locator('gel-projects [data-body]:visible').waitFor();
}
