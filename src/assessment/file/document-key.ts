import { freeProjectId } from '../domain/project-id.ts';
import { under } from '../../kit/bytes/raw-object.ts';

/** What kind of record of the plan or the projects it is: the plan's texts are one record, whose id is ''. */
export type DocumentKind = 'activity' | 'texts' | 'project';

/** The name of a record among those of its assessment: `activity:INF-01`, `texts:`, `project:P-01`. */
export function documentKey(kind: DocumentKind, id: string): string {
  return `${kind}:${id}`;
}

/** Takes a name that `documentKey` gave; gives its two parts. */
export function documentOfKey(key: string): { kind: DocumentKind; id: string } {
  const at = key.indexOf(':');
  return { kind: key.slice(0, at) as DocumentKind, id: key.slice(at + 1) };
}

/** The id of a project as it came, or null where it has none. */
export function projectIdOf(raw: unknown): string | null {
  const id = under(raw, 'id');
  return typeof id === 'string' ? id : null;
}

/**
 * Takes projects as they came; gives each that has no key `id` the next free id, because files of version 1 may hold
 * some without. The others stay the same objects.
 */
export function withProjectIds(projects: readonly unknown[]): readonly unknown[] {
  const used = new Set(projects.flatMap((project) => projectIdOf(project) ?? []));
  return projects.map((project) => {
    const isNameless =
      typeof project === 'object' && project !== null && !Array.isArray(project) && !Object.hasOwn(project, 'id');
    if (!isNameless) return project;
    const id = freeProjectId(used);
    used.add(id);
    return { id, ...project };
  });
}
