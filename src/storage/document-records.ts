import type { Documents } from '../domain/assessment.ts';
import { documentsFromFile } from '../formats/assessment-file.ts';
import type { StoredDocument } from './database.ts';

/** The keys of the assessment file that hold the plan and the projects. */
const KEYS = ['planDeAccion', 'planGeneral', 'proyectos'];

/** Takes the plan and the projects of an assessment; gives them as the database holds them, one record each. */
export function documentsToRecords(assessmentId: string, { activities, texts, projects }: Documents): StoredDocument[] {
  const used = new Set<string>();
  return [
    ...Object.entries(activities).map(([id, record]): StoredDocument => ({
      assessmentId,
      kind: 'activity',
      id,
      position: 0,
      record,
    })),
    ...(texts === null ? [] : [{ assessmentId, kind: 'texts', id: '', position: 0, record: texts } as const]),
    ...projects.map((record, position): StoredDocument => {
      const own = idOf(record);
      // A list that this browser did not write may name one twice, or not at all: each still needs a place of its own.
      const id = own === null || used.has(own) ? `${own ?? ''}#${position}` : own;
      used.add(id);
      return { assessmentId, kind: 'project', id, position, record };
    }),
  ];
}

function idOf(record: unknown): string | null {
  return typeof record === 'object' && record !== null && 'id' in record && typeof record.id === 'string'
    ? record.id
    : null;
}

/** Takes the records of one assessment; gives its plan and its projects, as they came. */
export function recordsToDocuments(records: readonly StoredDocument[]): Documents {
  const of = (kind: StoredDocument['kind']): StoredDocument[] => records.filter((each) => each.kind === kind);
  return {
    activities: Object.fromEntries(of('activity').map(({ id, record }) => [id, record])),
    texts: of('texts')[0]?.record ?? null,
    projects: of('project')
      .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
      .map(({ record }) => record),
  };
}

/** What the step to version 3 needs of the two stores. */
interface HeaderStore {
  getAll(): Promise<({ id: string } & Record<string, unknown>)[]>;
  put(header: { id: string } & Record<string, unknown>): Promise<unknown>;
}
interface DocumentStore {
  put(record: StoredDocument): Promise<unknown>;
}

/**
 * Moves the plan and the projects of each header into records of their own. What has not even the outer form of one
 * stays in its header, as it was, under a name that nothing takes for a plan.
 */
export async function moveDocuments(headers: HeaderStore, documents: DocumentStore): Promise<void> {
  for (const header of await headers.getAll()) {
    if (!KEYS.some((key) => Object.hasOwn(header, key))) continue;
    const decoded = documentsFromFile(header);
    if (decoded.ok) for (const record of documentsToRecords(header.id, decoded.value)) await documents.put(record);
    const rest = Object.entries(header).flatMap(([key, value]): [string, unknown][] => {
      if (!KEYS.includes(key)) return [[key, value]];
      return decoded.ok ? [] : [[`${key}-ilegible`, value]];
    });
    await headers.put(Object.fromEntries(rest) as { id: string } & Record<string, unknown>);
  }
}
