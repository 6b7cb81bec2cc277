import type { Documents } from '../domain/assessment.ts';
import { documentsFromFile } from '../file/assessment-file.ts';
import { projectIdOf, withProjectIds, type DocumentKind } from '../file/document-key.ts';

/** One activity, one project, or the general texts of a plan, so that two tabs on two rows never write over each other. */
export interface StoredDocument {
  assessmentId: string;
  kind: DocumentKind;
  /** The activity's or the project's id; '' for the texts. */
  id: string;
  /** The place of a project in its list. */
  position: number;
  /** In the form of the file, as it came: unknown until it has been read with the schema. */
  record: unknown;
}

/** The keys of the assessment file that hold the plan and the projects. */
const KEYS = ['planDeAccion', 'planGeneral', 'proyectos'];

/**
 * Takes the plan and the projects of an assessment; gives them as the database holds them, one record each. In an open
 * version a project that came without an id gets one, by which it is stored from then on; a closed one stays to the
 * letter what was closed.
 */
export function documentsToRecords(
  assessmentId: string,
  { activities, texts, projects }: Documents,
  isClosed: boolean,
): StoredDocument[] {
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
    ...(isClosed ? projects : withProjectIds(projects)).map((record, position): StoredDocument => {
      const own = projectIdOf(record);
      // A list that this browser did not write may name one twice, or not at all: each still needs a place of its own.
      let id = own ?? `#${position}`;
      while (used.has(id)) id += `#${position}`;
      used.add(id);
      return { assessmentId, kind: 'project', id, position, record };
    }),
  ];
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
 * Moves the plan and the projects of each header into records of their own. A key that has not even the outer form of
 * its kind stays in its header, as it was, under a name that nothing takes for a plan.
 */
export async function moveDocuments(headers: HeaderStore, documents: DocumentStore): Promise<void> {
  for (const header of await headers.getAll()) {
    if (!KEYS.some((key) => Object.hasOwn(header, key))) continue;
    const moved: Record<string, unknown> = {};
    const rest: [string, unknown][] = [];
    for (const [key, value] of Object.entries(header)) {
      if (!KEYS.includes(key)) rest.push([key, value]);
      else if (documentsFromFile({ [key]: value }).ok) moved[key] = value;
      else rest.push([`${key}-ilegible`, value]);
    }
    const decoded = documentsFromFile(moved);
    const records = decoded.ok ? documentsToRecords(header.id, decoded.value, Object.hasOwn(header, 'cierre')) : [];
    for (const record of records) await documents.put(record);
    await headers.put(Object.fromEntries(rest) as { id: string } & Record<string, unknown>);
  }
}
