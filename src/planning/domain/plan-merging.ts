import {
  compareIds,
  criterionOfId,
  isArchived,
  type Activity,
  type Plan,
  type PlanRecord,
  type PlanTexts,
  type ArchivedActivity,
} from './plan.ts';
import { freeProjectId } from '../../assessment/domain/project-id.ts';
import type { Project } from './projects.ts';
import {
  activityOf,
  mergePlanRecords,
  mergeProjects,
  mergeUnknown,
  saySame,
  type MergedRowLimits,
} from './record-merging.ts';

/** The plan and the projects of one assessment. */
export interface PlanAndProjects {
  readonly plan: Plan;
  readonly projects: readonly Project[];
}

/** What became of a record: `both` where the two sides say different things and both stay. */
export interface MergedRecord {
  readonly kind: 'equal' | 'mine' | 'theirs' | 'joined' | 'both';
  /** Its id in the result; of `both`, mine. */
  readonly id: string;
  /** Of `both`: the id under which theirs came in. */
  readonly theirId?: string;
}

export type TextField = Exclude<keyof PlanTexts, 'extra'>;

/** What of theirs did not fit in and is not in the result. */
export type LeftOut =
  | { readonly kind: 'activities' | 'projects' | 'unknownTexts' }
  /** Both together would be longer than a text may be. */
  | { readonly kind: 'text'; readonly field: TextField };

/** The plan and the projects of two assessments as one, and how they came together. */
export interface PlanMerge extends PlanAndProjects {
  readonly activities: readonly MergedRecord[];
  readonly projectRecords: readonly MergedRecord[];
  /** General texts that are other than mine were: taken from the other or merged. */
  readonly texts: readonly { readonly field: TextField; readonly kind: 'theirs' | 'joined' }[];
  readonly leftOut: readonly LeftOut[];
}

/** The most that the result may hold. */
export interface MergeLimits extends MergedRowLimits {
  readonly activities: number;
  readonly projects: number;
  /** Characters of a general text. */
  readonly text: number;
}

/** Ids that are given to records that could not be read: nothing may take their place. */
export interface TakenIds {
  readonly activities: ReadonlySet<string>;
  readonly projects: ReadonlySet<string>;
}

/** What the merging of a list of records asks of them. */
interface Kind<T> {
  readonly idOf: (record: T) => string;
  readonly merge: (a: T, b: T) => T | null;
  readonly renamed: (record: T, id: string) => T;
  readonly freeId: (used: ReadonlySet<string>, id: string) => string;
  /** Only records of one family can say the same: they alone are held against each other when their ids differ. */
  readonly familyOf: (record: T) => string;
}

interface MergedList<T> {
  readonly records: readonly T[];
  readonly items: readonly MergedRecord[];
  /** Theirs → the id under which it now is. */
  readonly names: ReadonlyMap<string, string>;
}

/** A suffix of a long id must fit into what an id may be. */
const LONGEST_BASE = 70;

function freeActivityId(used: ReadonlySet<string>, id: string): string {
  const base = criterionOfId(id).slice(0, LONGEST_BASE);
  if (!used.has(base)) return base;
  let number = 2;
  while (used.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

/**
 * Merges two lists by id. A record of theirs that says something different from mine under its id is first looked for
 * among mine, because an earlier merge may have brought it in; otherwise it comes in under the next free id.
 */
function mergeLists<T>(
  mine: readonly T[],
  theirs: readonly T[],
  taken: ReadonlySet<string>,
  { idOf, merge, renamed, freeId, familyOf }: Kind<T>,
): MergedList<T> {
  const result = new Map(mine.map((record) => [idOf(record), record] as const));
  const kinds = new Map<string, MergedRecord>(mine.map((record) => [idOf(record), { kind: 'mine', id: idOf(record) }]));
  const names = new Map<string, string>();
  const clashing: T[] = [];
  const alone: T[] = [];
  for (const record of theirs) {
    const id = idOf(record);
    const before = result.get(id);
    if (before === undefined) {
      if (taken.has(id)) clashing.push(record);
      else alone.push(record);
      continue;
    }
    const merged = merge(before, record);
    if (merged === null) {
      clashing.push(record);
      continue;
    }
    result.set(id, merged);
    kinds.set(id, { kind: saySame(merge, before, record) ? 'equal' : merged === before ? 'mine' : 'joined', id });
  }
  const clashingIds = new Set(clashing.map(idOf));
  const own = (id: string): T => result.get(id) as T;
  const families = new Map<string, string[]>();
  const familyFor = (record: T): string[] => {
    const name = familyOf(record);
    const family = families.get(name) ?? [];
    families.set(name, family);
    return family;
  };
  for (const id of [...result.keys()].sort(compareIds)) familyFor(own(id)).push(id);
  const used = new Set([...result.keys(), ...taken, ...theirs.map(idOf)]);
  const add = (record: T, id: string): void => {
    result.set(id, renamed(record, id));
    used.add(id);
    familyFor(record).push(id);
  };
  for (const record of alone) {
    const id = idOf(record);
    // Where the other side merged the two before, it has mine under another id: only a clash says so.
    const known = familyFor(record).find((each) => clashingIds.has(each) && saySame(merge, own(each), record));
    if (known !== undefined) {
      names.set(id, known);
      kinds.set(known, { kind: 'equal', id: known });
      continue;
    }
    add(record, id);
    kinds.set(id, { kind: 'theirs', id });
  }
  for (const record of clashing) {
    const id = idOf(record);
    // What says the same, or else what says all of it and more.
    const known =
      familyFor(record).find((each) => saySame(merge, own(each), record)) ??
      familyFor(record).find((each) => merge(own(each), record) === own(each));
    const name = known ?? freeId(used, id);
    names.set(id, name);
    if (known === undefined) {
      add(record, name);
      if (kinds.has(id)) kinds.set(id, { kind: 'both', id, theirId: name });
      else kinds.set(name, { kind: 'theirs', id: name });
    } else if (kinds.get(known)?.kind === 'mine') kinds.set(known, { kind: 'equal', id: known });
  }
  const isGrown = result.size > mine.length;
  const records = [...result.values()];
  return {
    records: isGrown ? records.sort((a, b) => compareIds(idOf(a), idOf(b))) : records,
    items: [...kinds.values()].sort((a, b) => compareIds(a.id, b.id)),
    names,
  };
}

const TEXT_FIELDS = ['procedures', 'citizenService', 'mechanisms', 'resources'] as const satisfies TextField[];

function mergeTexts(
  mine: PlanTexts,
  theirs: PlanTexts,
  maximum: number,
): Pick<PlanMerge, 'texts' | 'leftOut'> & {
  readonly value: PlanTexts;
} {
  const texts: PlanMerge['texts'][number][] = [];
  const leftOut: LeftOut[] = [];
  const merged = mergeUnknown(mine, theirs);
  if (merged === null) leftOut.push({ kind: 'unknownTexts' });
  let value = merged ?? mine;
  for (const field of TEXT_FIELDS) {
    const [a, b] = [mine[field], theirs[field]];
    if (a.includes(b)) continue;
    const text = b.includes(a) ? b : `${a}\n\n${b}`;
    if ([...text].length > maximum) {
      leftOut.push({ kind: 'text', field });
      continue;
    }
    value = { ...value, [field]: text };
    texts.push({ field, kind: a === '' ? 'theirs' : 'joined' });
  }
  return { value, texts, leftOut };
}

/** The project with its links to activities as they are called in the result. */
function withNames(project: Project, names: ReadonlyMap<string, string>): Project {
  if (!project.activities.some((id) => (names.get(id) ?? id) !== id)) return project;
  return { ...project, activities: [...new Set(project.activities.map((id) => names.get(id) ?? id))] };
}

/**
 * Takes the plan and the projects of two assessments; gives them as one. Nothing that either says is lost: what is blank
 * on one side takes the other, and what is different in both stays twice. Merging twice changes nothing more. What does
 * not fit within the limits is named in `leftOut`, and mine is kept. Records of mine that stay as they were are the very
 * objects that were given.
 */
export function mergePlans(
  mine: PlanAndProjects,
  theirs: PlanAndProjects,
  limits: MergeLimits,
  taken: TakenIds = { activities: new Set(), projects: new Set() },
): PlanMerge {
  const recordsOf = ({ plan }: PlanAndProjects): PlanRecord[] => [...plan.activities, ...plan.archived];
  const rows = mergeLists<PlanRecord>(recordsOf(mine), recordsOf(theirs), taken.activities, {
    idOf: (record) => activityOf(record).id,
    merge: (a, b) => mergePlanRecords(a, b, limits),
    renamed: withId,
    freeId: freeActivityId,
    familyOf: (record) => JSON.stringify([...activityOf(record).criteria].sort()),
  });
  const hasRoom = rows.records.length + taken.activities.size <= limits.activities;
  const named = hasRoom ? theirs.projects.map((project) => withNames(project, rows.names)) : [];
  const list = mergeLists<Project>(mine.projects, named, taken.projects, {
    idOf: ({ id }) => id,
    merge: (a, b) => mergeProjects(a, b, limits),
    renamed: (project, id) => (project.id === id ? project : { ...project, id }),
    freeId: (used) => freeProjectId(used),
    familyOf: () => '',
  });
  const hasProjectRoom = list.records.length + taken.projects.size <= limits.projects;
  const texts = mergeTexts(mine.plan.texts, theirs.plan.texts, limits.text);
  const { activities, archived } = hasRoom ? split(rows.records) : mine.plan;
  return {
    plan: { texts: texts.value, activities, archived },
    projects: hasProjectRoom ? list.records : mine.projects,
    activities: hasRoom ? rows.items : [],
    projectRecords: hasRoom && hasProjectRoom ? list.items : [],
    texts: texts.texts,
    leftOut: [
      ...texts.leftOut,
      ...(hasRoom ? [] : [{ kind: 'activities' } as const]),
      ...(hasProjectRoom && (hasRoom || theirs.projects.length === 0) ? [] : [{ kind: 'projects' } as const]),
    ],
  };
}

function withId(record: PlanRecord, id: string): PlanRecord {
  if (activityOf(record).id === id) return record;
  return isArchived(record) ? { ...record, activity: { ...record.activity, id } } : { ...record, id };
}

function split(records: readonly PlanRecord[]): { activities: Activity[]; archived: ArchivedActivity[] } {
  const activities = records.filter((record): record is Activity => !isArchived(record));
  return {
    activities: activities.sort((a, b) => compareIds(a.id, b.id)),
    archived: records.filter(isArchived).sort((a, b) => compareIds(a.activity.id, b.activity.id)),
  };
}
