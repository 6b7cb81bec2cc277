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

/** What becomes of a record that two tabs changed. */
export interface JoinedRecord {
  readonly record: unknown;
  /** True where both changed one key in different ways: then mine stands, and the other has to be kept elsewhere. */
  readonly isClash: boolean;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Takes a record as this tab last saw it (undefined where there was none), as it is to be now, and as another tab has
 * stored it meanwhile; gives what both wanted, key by key.
 */
export function joinRecords(seen: unknown, mine: unknown, stored: unknown): JoinedRecord {
  if (same(seen, stored) || same(mine, stored)) return { record: mine, isClash: false };
  if (same(seen, mine)) return { record: stored, isClash: false };
  const [before, own, other] = [fieldsOf(seen), fieldsOf(mine), fieldsOf(stored)];
  const joined = new Map<string, unknown>();
  let isClash = false;
  for (const key of new Set([...own.keys(), ...other.keys()])) {
    const [was, here, there] = [before.get(key), own.get(key), other.get(key)];
    const hasMine = !same(was, here);
    if (hasMine && !same(was, there) && !same(here, there)) isClash = true;
    const value = hasMine ? here : there;
    if (value !== undefined) joined.set(key, value);
  }
  return { record: Object.fromEntries(joined), isClash };
}

/**
 * Takes a record as this tab last saw it, as it wrote it, and as another tab had stored it meanwhile; gives what the
 * other one wrote where both wrote: undefined where it had left a field blank. This alone is missing from what was joined.
 */
export function clashingFields(seen: unknown, mine: unknown, stored: unknown): Readonly<Record<string, unknown>> {
  const [before, own, other] = [fieldsOf(seen), fieldsOf(mine), fieldsOf(stored)];
  const keys = [...new Set([...before.keys(), ...own.keys(), ...other.keys()])].filter((key) => {
    const [was, here, there] = [before.get(key), own.get(key), other.get(key)];
    return !same(was, here) && !same(was, there) && !same(here, there);
  });
  return Object.fromEntries(keys.map((key) => [key, other.get(key)]));
}

function fieldsOf(record: unknown): Map<string, unknown> {
  return new Map(typeof record === 'object' && record !== null ? Object.entries(record) : []);
}
