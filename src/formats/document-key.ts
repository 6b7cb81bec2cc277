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
