import { expect, type Page } from '@playwright/test';
import { readVersions } from '../../scripts/read-content.ts';
import { putRecords, readRecords } from './database.ts';

export const ID = '0f0c8a0e-6d0b-4b7e-9a35-2f1a4c1f9f10';
const NOW = '2009-10-15T21:40:12.512Z';

/** A stored header in the form of the file: the Instituto Nacional de Salud at 15 October 2009. */
export const header = {
  formato: 'gel-autoevaluacion',
  versionFormato: 1,
  id: ID,
  instrumento: { id: 'decreto-1151-2008', version: readVersions().at(-1)?.version ?? '' },
  entidad: { nombre: 'Instituto Nacional de Salud', sigla: 'INS', nit: '899999403-4', orden: 'nacional' },
  fechaCorte: '2009-10-15',
  creada: NOW,
  modificada: NOW,
  revision: 0,
};

export const evaluated = (...cumplidas: string[]) => ({ tipo: 'evaluada', cumplidas, modificada: NOW });
export const notApplicable = (justificacion: string) => ({ tipo: 'no-aplica', justificacion, modificada: NOW });

/** The header of another assessment of this browser, told from the first by its id and what else is given. */
export const anotherHeader = (id: string, change: Partial<typeof header> & { etiqueta?: string } = {}) => ({
  ...header,
  id,
  ...change,
});

/** Puts an assessment into the browser's database as it would lie there, well formed or not. */
export async function store(
  page: Page,
  answers: Record<string, unknown>,
  stored: unknown = header,
  documents: FiledDocuments = {},
): Promise<void> {
  // A page of the same site that runs nothing.
  await page.goto('/robots.txt');
  await putAssessment(page, answers, stored, documents);
}

/** Puts an assessment into the database from whatever page of the site is open. */
export async function putAssessment(
  page: Page,
  answers: Record<string, unknown>,
  stored: unknown,
  { planDeAccion = {}, planGeneral, proyectos = [] }: FiledDocuments = {},
): Promise<void> {
  const assessmentId = idOf(stored);
  const documents: StoredDocument[] = [
    ...Object.entries(planDeAccion).map(([id, record]): StoredDocument => ({
      assessmentId,
      kind: 'activity',
      id,
      position: 0,
      record,
    })),
    ...(planGeneral === undefined
      ? []
      : [{ assessmentId, kind: 'texts', id: '', position: 0, record: planGeneral } as const]),
    ...proyectos.map((record, position): StoredDocument => ({
      assessmentId,
      kind: 'project',
      id: record.id,
      position,
      record,
    })),
  ];
  await putRecords(page, {
    assessments: [stored],
    answers: Object.entries(answers).map(([criterionId, answer]) => ({ assessmentId, criterionId, answer })),
    documents,
  });
}

function idOf(stored: unknown): string {
  return typeof stored === 'object' && stored !== null && 'id' in stored && typeof stored.id === 'string'
    ? stored.id
    : ID;
}

/** What is kept aside, as it lies in the database. */
export interface StoredKept {
  assessmentId: string;
  reason: 'deleted' | 'replaced' | 'merged' | 'received';
  file: { revision: number; respuestas: Record<string, unknown>; cierre?: unknown } & FiledDocuments;
}

/** A record of the plan or the projects, as it lies in the database. */
export interface StoredDocument {
  assessmentId: string;
  kind: 'activity' | 'texts' | 'project';
  id: string;
  position: number;
  record: unknown;
}

/** The plan and the projects as the file holds them. */
export interface FiledDocuments {
  planDeAccion?: Record<string, unknown>;
  planGeneral?: unknown;
  proyectos?: { id: string }[];
}

/** Everything that lies in the browser's database, as it is. */
export async function stored(page: Page): Promise<
  Record<'assessments' | 'answers' | 'quarantine' | 'copies', unknown[]> & {
    documents: StoredDocument[];
    kept: StoredKept[];
  }
> {
  const all = await readRecords(page);
  return { ...all, documents: all.documents as StoredDocument[], kept: all.kept as StoredKept[] };
}

/** Opens a page of the assessment and waits until it is ready for the person. */
export async function openQuestionnaire(page: Page, phase: string): Promise<void> {
  await page.goto(`/autoevaluacion/${phase}/?id=${ID}`);
  await page.locator('[data-summary]').waitFor();
}

/** Makes a tab miss every notice of the others, as it would while the computer sleeps. Before it opens its page. */
export async function makeDeaf(page: Page): Promise<void> {
  await page.addInitScript(() => {
    class DeafChannel extends EventTarget {
      postMessage(): void {}
      close(): void {}
    }
    Object.assign(window, { BroadcastChannel: DeafChannel });
  });
}

/** Opens the assessment in this tab and in a second one of the same browser, which it gives, both at one phase. */
export async function openTwoTabs(page: Page, phase: string): Promise<Page> {
  const other = await page.context().newPage();
  await openQuestionnaire(page, phase);
  await openQuestionnaire(other, phase);
  return other;
}

/** Opens the list and waits for its first card. */
export async function openList(page: Page): Promise<void> {
  await page.goto('/autoevaluacion/');
  await page.locator('section[data-assessment]').first().waitFor();
}

/** Presses an action of «Más acciones» of a card, which the list may be drawing anew at that moment. */
export async function cardAction(page: Page, action: string, card = 0): Promise<void> {
  const section = page.locator('section[data-assessment]').nth(card);
  const button = section.locator(`[data-${action}]`);
  await expect(async () => {
    await section.locator('details').evaluate((details: HTMLDetailsElement) => (details.open = true));
    await button.click({ timeout: 2_000 });
  }).toPass();
}

/** From now on the browser refuses what this page writes into a store of the database: its disk is full. */
export async function fillDisk(page: Page, storeName: string): Promise<void> {
  await page.evaluate((name) => {
    for (const method of ['put', 'add'] as const) {
      const write = IDBObjectStore.prototype[method];
      IDBObjectStore.prototype[method] = function (...args) {
        if (this.name === name && !(window as unknown as { hasSpace?: boolean }).hasSpace) {
          throw new DOMException('full', 'QuotaExceededError');
        }
        return write.apply(this, args);
      };
    }
  }, storeName);
}

/** There is space again. */
export async function freeDisk(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { hasSpace: true }));
}

/** Everything that is stored, as a text to be compared: what a refusal must not change. */
export async function everything(page: Page): Promise<string> {
  return JSON.stringify(await stored(page));
}
