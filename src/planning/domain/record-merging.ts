import { activityFields } from '../fields/activity-fields.ts';
import { fieldsOf, plainFieldsOf, type Catalogue, type KeyOf } from '../fields/field.ts';
import { projectFields } from '../fields/project-fields.ts';
import { blankOf, type PlainValues } from './field-values.ts';
import { isArchived, type Activity, type PlanRecord, type Progress } from './plan.ts';
import { resourceKinds, type Project, type Resource, type ResourceKind } from './projects.ts';

/**
 * Two records of the plan or the projects that may say the same: merged field by field, so that nothing of either is
 * lost. Each `merge…` gives null where both say something different in one place: then both records have to stay. It gives
 * the first record itself, the very object, where the second adds nothing to it.
 */

/** The most that a merged record may hold, in rows. */
export interface MergedRowLimits {
  readonly progress: number;
  readonly links: number;
}

type Extra = Readonly<Record<string, unknown>> | undefined;
interface HasExtra {
  readonly extra?: Readonly<Record<string, unknown>>;
}

export function activityOf(record: PlanRecord): Activity {
  return isArchived(record) ? record.activity : record;
}

/** True where the two say the same, whatever they are called. */
export function saySame<T>(merge: (a: T, b: T) => T | null, a: T, b: T): boolean {
  return merge(a, b) === a && merge(b, a) === b;
}

/** Two values of which one may be blank; null where they differ. */
function mergeValues<T>(a: T, b: T, blank: T): { readonly value: T } | null {
  if (a === b || b === blank) return { value: a };
  return a === blank ? { value: b } : null;
}

/** Puts the fields that differ from those of the record in it; where none does, the record itself comes back. */
function withChanges<T extends object>(record: T, fields: Partial<T>): T {
  const changed = Object.entries(fields).filter(([key, value]) => value !== record[key as keyof T]);
  return changed.length === 0 ? record : { ...record, ...Object.fromEntries(changed) };
}

/** The fields of one value, each blank on one side at least or the same on both. */
function mergePlain<Fields extends Catalogue, T extends PlainValues<Fields>>(
  fields: Fields,
  a: T,
  b: T,
): Partial<T> | null {
  const merged: Partial<T> = {};
  for (const [key, field] of plainFieldsOf(fields)) {
    const value = mergeValues<T[typeof key] | '' | null>(a[key], b[key], blankOf(field));
    if (value === null) return null;
    merged[key] = value.value as T[typeof key];
  }
  return merged;
}

/** What this version does not know, key by key. */
function mergeExtra(a: Extra, b: Extra): { readonly value: Extra } | null {
  if (a === undefined || b === undefined) return { value: a ?? b };
  const added = Object.entries(b).filter(([key]) => !Object.hasOwn(a, key));
  const clashes = Object.entries(b).some(
    ([key, value]) => Object.hasOwn(a, key) && JSON.stringify(a[key]) !== JSON.stringify(value),
  );
  if (clashes) return null;
  return { value: added.length === 0 ? a : Object.fromEntries([...Object.entries(a), ...added]) };
}

/** `fields` and what this version does not know, in the place of what the record has. Null where the latter clashes. */
function withMergedExtra<T extends HasExtra>(a: T, b: T, fields: Partial<T>): T | null {
  const extra = mergeExtra(a.extra, b.extra);
  if (extra === null) return null;
  return withChanges(a, { ...fields, ...(extra.value !== undefined && { extra: extra.value }) });
}

/** Two lists whose order says nothing. Of two that hold the same, the same one whichever comes first. */
function mergeLists<T extends string>(a: readonly T[], b: readonly T[]): { readonly value: readonly T[] } | null {
  if (b.length === 0) return { value: a };
  if (a.length === 0) return { value: b };
  const sorted = (list: readonly T[]): string => JSON.stringify([...list].sort());
  if (sorted(a) !== sorted(b)) return null;
  return { value: JSON.stringify(a) <= JSON.stringify(b) ? a : b };
}

/** The ids of both. */
function mergeLinks(a: readonly string[], b: readonly string[]): readonly string[] {
  if (b.length === 0 || JSON.stringify(a) === JSON.stringify(b)) return a;
  if (a.length === 0) return b;
  const all = [...new Set([...a, ...b])].sort();
  return JSON.stringify(all) === JSON.stringify(a) ? a : all;
}

function mergeProgress(a: readonly Progress[], b: readonly Progress[], maximum: number): readonly Progress[] | null {
  const byDate = new Map(a.map((entry) => [entry.date, entry] as const));
  for (const entry of b) {
    const own = byDate.get(entry.date);
    const note = own && mergeValues(own.note, entry.note, '');
    if (own && (own.percent !== entry.percent || !note)) return null;
    const merged = own && note ? withMergedExtra(own, entry, { note: note.value }) : entry;
    if (merged === null) return null;
    byDate.set(entry.date, merged);
  }
  if (byDate.size > maximum) return null;
  const all = [...byDate.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
  return all.length === a.length && all.every((entry, index) => entry === a[index]) ? a : all;
}

function mergeActivities(a: Activity, b: Activity, limits: MergedRowLimits): Activity | null {
  const fields = mergePlain(activityFields, a, b);
  const criteria = mergeLists(a.criteria, b.criteria);
  if (fields === null || criteria === null) return null;
  const progress = mergeProgress(a.progress, b.progress, limits.progress);
  return progress && withMergedExtra(a, b, { ...fields, criteria: criteria.value, progress });
}

/** Merges two activities. One that has left the plan stays so only beside one that says the same. */
export function mergePlanRecords(a: PlanRecord, b: PlanRecord, limits: MergedRowLimits): PlanRecord | null {
  const merge = (one: Activity, other: Activity): Activity | null => mergeActivities(one, other, limits);
  if (!isArchived(a) && !isArchived(b)) return merge(a, b);
  if (isArchived(a) && isArchived(b)) {
    const activity = a.why === b.why && a.date === b.date ? merge(a.activity, b.activity) : null;
    return activity && withMergedExtra(a, b, { activity });
  }
  if (!saySame(merge, activityOf(a), activityOf(b))) return null;
  return isArchived(a) ? a : b;
}

function mergeResource(a: Resource, b: Resource): Resource | null {
  const description = mergeValues(a.description, b.description, '');
  const amount = mergeValues(a.amount, b.amount, null);
  return description && amount && withMergedExtra(a, b, { description: description.value, amount: amount.value });
}

function mergeResources(a: Project['resources'], b: Project['resources']): Project['resources'] | null {
  const kinds: Partial<Record<ResourceKind, Resource>> = {};
  for (const kind of resourceKinds) {
    const resource = mergeResource(a[kind], b[kind]);
    if (resource === null) return null;
    kinds[kind] = resource;
  }
  return withMergedExtra<Project['resources']>(a, b, kinds);
}

type ListKey = KeyOf<typeof projectFields, 'choices' | 'ids'>;

/** Merges two projects. The activities that they support are those of both. */
export function mergeProjects(a: Project, b: Project, limits: MergedRowLimits): Project | null {
  const fields = mergePlain(projectFields, a, b);
  if (fields === null) return null;
  const lists: Partial<Record<ListKey, readonly string[]>> = {};
  for (const [key, { kind }] of fieldsOf(projectFields)) {
    if (kind !== 'choices' && kind !== 'ids') continue;
    const list = mergeLists<string>(a[key as ListKey], b[key as ListKey]);
    if (list === null) return null;
    lists[key as ListKey] = list.value;
  }
  const resources = mergeResources(a.resources, b.resources);
  const activities = mergeLinks(a.activities, b.activities);
  if (resources === null || activities.length > limits.links) return null;
  return withMergedExtra(a, b, { ...fields, ...(lists as Partial<Project>), resources, activities });
}

/** Merges what this version does not know of two things that are always one, such as the general texts. */
export function mergeUnknown<T extends HasExtra>(a: T, b: T): T | null {
  return withMergedExtra(a, b, {});
}
