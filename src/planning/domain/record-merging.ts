import { activityFields } from '../fields/activity-fields.ts';
import { fieldsOf, plainFieldsOf, type Catalogue, type KeyOf } from '../fields/field.ts';
import { projectFields } from '../fields/project-fields.ts';
import { blankOf, type PlainValues } from './field-values.ts';
import { isInTrace, type Activity, type PlanRecord, type Progress } from './plan.ts';
import { resourceKinds, type Project, type Resource, type ResourceKind } from './projects.ts';

/**
 * Two records of the plan or the projects that may say the same: joined field by field, so that nothing of either is
 * lost. Each `join…` gives null where both say something different in one place: then both records have to stay. It gives
 * the first record itself, the very object, where the second adds nothing to it.
 */

/** The most that a joined record may hold, in rows. */
export interface JoinLimits {
  readonly progress: number;
  readonly links: number;
}

type Extra = Readonly<Record<string, unknown>> | undefined;
interface HasExtra {
  readonly extra?: Readonly<Record<string, unknown>>;
}

export function activityOf(record: PlanRecord): Activity {
  return isInTrace(record) ? record.activity : record;
}

/** True where the two say the same, whatever they are called. */
export function saySame<T>(join: (a: T, b: T) => T | null, a: T, b: T): boolean {
  return join(a, b) === a && join(b, a) === b;
}

/** Two values of which one may be blank; null where they differ. */
function joinValues<T>(a: T, b: T, blank: T): { readonly value: T } | null {
  if (a === b || b === blank) return { value: a };
  return a === blank ? { value: b } : null;
}

/** Puts the fields that differ from those of the record in it; where none does, the record itself comes back. */
function withChanges<T extends object>(record: T, fields: Partial<T>): T {
  const changed = Object.entries(fields).filter(([key, value]) => value !== record[key as keyof T]);
  return changed.length === 0 ? record : { ...record, ...Object.fromEntries(changed) };
}

/** The fields of one value, each blank on one side at least or the same on both. */
function joinPlain<Fields extends Catalogue, T extends PlainValues<Fields>>(
  fields: Fields,
  a: T,
  b: T,
): Partial<T> | null {
  const joined: Partial<T> = {};
  for (const [key, field] of plainFieldsOf(fields)) {
    const value = joinValues<T[typeof key] | '' | null>(a[key], b[key], blankOf(field));
    if (value === null) return null;
    joined[key] = value.value as T[typeof key];
  }
  return joined;
}

/** What this version does not know, key by key. */
function joinExtra(a: Extra, b: Extra): { readonly value: Extra } | null {
  if (a === undefined || b === undefined) return { value: a ?? b };
  const added = Object.entries(b).filter(([key]) => !Object.hasOwn(a, key));
  const clashes = Object.entries(b).some(
    ([key, value]) => Object.hasOwn(a, key) && JSON.stringify(a[key]) !== JSON.stringify(value),
  );
  if (clashes) return null;
  return { value: added.length === 0 ? a : Object.fromEntries([...Object.entries(a), ...added]) };
}

/** `fields` and what this version does not know, in the place of what the record has. Null where the latter clashes. */
function withJoinedExtra<T extends HasExtra>(a: T, b: T, fields: Partial<T>): T | null {
  const extra = joinExtra(a.extra, b.extra);
  if (extra === null) return null;
  return withChanges(a, { ...fields, ...(extra.value !== undefined && { extra: extra.value }) });
}

/** Two lists whose order says nothing. Of two that hold the same, the same one whichever comes first. */
function joinLists<T extends string>(a: readonly T[], b: readonly T[]): { readonly value: readonly T[] } | null {
  if (b.length === 0) return { value: a };
  if (a.length === 0) return { value: b };
  const sorted = (list: readonly T[]): string => JSON.stringify([...list].sort());
  if (sorted(a) !== sorted(b)) return null;
  return { value: JSON.stringify(a) <= JSON.stringify(b) ? a : b };
}

/** The ids of both. */
function joinLinks(a: readonly string[], b: readonly string[]): readonly string[] {
  if (b.length === 0 || JSON.stringify(a) === JSON.stringify(b)) return a;
  if (a.length === 0) return b;
  const all = [...new Set([...a, ...b])].sort();
  return JSON.stringify(all) === JSON.stringify(a) ? a : all;
}

function joinProgress(a: readonly Progress[], b: readonly Progress[], maximum: number): readonly Progress[] | null {
  const byDate = new Map(a.map((entry) => [entry.date, entry] as const));
  for (const entry of b) {
    const own = byDate.get(entry.date);
    const note = own && joinValues(own.note, entry.note, '');
    if (own && (own.percent !== entry.percent || !note)) return null;
    const joined = own && note ? withJoinedExtra(own, entry, { note: note.value }) : entry;
    if (joined === null) return null;
    byDate.set(entry.date, joined);
  }
  if (byDate.size > maximum) return null;
  const all = [...byDate.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
  return all.length === a.length && all.every((entry, index) => entry === a[index]) ? a : all;
}

function joinActivities(a: Activity, b: Activity, limits: JoinLimits): Activity | null {
  const fields = joinPlain(activityFields, a, b);
  const criteria = joinLists(a.criteria, b.criteria);
  if (fields === null || criteria === null) return null;
  const progress = joinProgress(a.progress, b.progress, limits.progress);
  return progress && withJoinedExtra(a, b, { ...fields, criteria: criteria.value, progress });
}

/** Joins two activities. One that has left the plan stays so only beside one that says the same. */
export function joinPlanRecords(a: PlanRecord, b: PlanRecord, limits: JoinLimits): PlanRecord | null {
  const join = (one: Activity, other: Activity): Activity | null => joinActivities(one, other, limits);
  if (!isInTrace(a) && !isInTrace(b)) return join(a, b);
  if (isInTrace(a) && isInTrace(b)) {
    const activity = a.why === b.why && a.date === b.date ? join(a.activity, b.activity) : null;
    return activity && withJoinedExtra(a, b, { activity });
  }
  if (!saySame(join, activityOf(a), activityOf(b))) return null;
  return isInTrace(a) ? a : b;
}

function joinResource(a: Resource, b: Resource): Resource | null {
  const description = joinValues(a.description, b.description, '');
  const amount = joinValues(a.amount, b.amount, null);
  return description && amount && withJoinedExtra(a, b, { description: description.value, amount: amount.value });
}

function joinResources(a: Project['resources'], b: Project['resources']): Project['resources'] | null {
  const kinds: Partial<Record<ResourceKind, Resource>> = {};
  for (const kind of resourceKinds) {
    const resource = joinResource(a[kind], b[kind]);
    if (resource === null) return null;
    kinds[kind] = resource;
  }
  return withJoinedExtra<Project['resources']>(a, b, kinds);
}

type ListKey = KeyOf<typeof projectFields, 'choices' | 'ids'>;

/** Joins two projects. The activities that they support are those of both. */
export function joinProjects(a: Project, b: Project, limits: JoinLimits): Project | null {
  const fields = joinPlain(projectFields, a, b);
  if (fields === null) return null;
  const lists: Partial<Record<ListKey, readonly string[]>> = {};
  for (const [key, { kind }] of fieldsOf(projectFields)) {
    if (kind !== 'choices' && kind !== 'ids') continue;
    const list = joinLists<string>(a[key as ListKey], b[key as ListKey]);
    if (list === null) return null;
    lists[key as ListKey] = list.value;
  }
  const resources = joinResources(a.resources, b.resources);
  const activities = joinLinks(a.activities, b.activities);
  if (resources === null || activities.length > limits.links) return null;
  return withJoinedExtra(a, b, { ...fields, ...(lists as Partial<Project>), resources, activities });
}

/** Joins what this version does not know of two things that are always one, such as the general texts. */
export function joinUnknown<T extends HasExtra>(a: T, b: T): T | null {
  return withJoinedExtra(a, b, {});
}
