import type { Documents } from '../../assessment/domain/assessment.ts';
import { mergePlans, type LeftOut, type PlanMerge } from '../domain/plan-merging.ts';
import { PLAN_LIMITS } from '../fields/limits.ts';
import { projectIdOf } from '../../assessment/file/document-key.ts';
import { changedDocuments, readDocuments, sourcesOf, type DocumentDamage, type Planned } from './documents.ts';

/** The plan and the projects of two assessments as one, as a file holds them, and how they came together. */
export interface DocumentsMerge {
  readonly documents: Documents;
  readonly merge: PlanMerge;
  /** What of theirs is not in the result; `damaged`: what could not be read and whose place is taken. */
  readonly leftOut: readonly (LeftOut | { readonly kind: 'damaged' })[];
}

const idsOf = (damage: readonly DocumentDamage[], kind: DocumentDamage['kind']): string[] =>
  damage.flatMap((each) => (each.kind === kind ? [each.id] : []));

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Takes the plan and the projects of two assessments as they are stored; gives them as one (`mergePlans`). What of mine
 * does not change and what cannot be read stays to the letter; what cannot be read of theirs comes along where its place
 * is free.
 */
export function mergeDocuments(mine: Documents, theirs: Documents): DocumentsMerge {
  const [own, other] = [readDocuments(mine), readDocuments(theirs)];
  const both = [...own.damage, ...other.damage];
  const merge = mergePlans(
    own,
    other,
    { ...PLAN_LIMITS },
    { activities: new Set(idsOf(both, 'activity')), projects: new Set(idsOf(both, 'project')) },
  );
  const merged = changedDocuments(mine, own, merge, sourcesOf(theirs, other));
  const { documents, isWhole } = withDamaged(merged, other);
  const isTextLost = own.damage.some(({ kind }) => kind === 'texts') && theirs.texts !== null;
  const isLost = !isWhole || (isTextLost && !isSame(mine.texts, theirs.texts));
  return { documents, merge, leftOut: [...merge.leftOut, ...(isLost ? [{ kind: 'damaged' } as const] : [])] };
}

/** Puts what could not be read of theirs in the places that are free. */
function withDamaged(merged: Documents, { damage }: Planned): { documents: Documents; isWhole: boolean } {
  const activities = new Map(Object.entries(merged.activities));
  const projects = [...merged.projects];
  let { texts } = merged;
  let isWhole = true;
  for (const { kind, id, raw } of damage) {
    const present = kind === 'activity' ? [activities.get(id)] : kind === 'texts' ? [texts] : projects;
    if (present.some((each) => isSame(each, raw))) continue;
    if (kind === 'activity' && !activities.has(id)) activities.set(id, raw);
    else if (kind === 'texts' && texts === null) texts = raw;
    else if (kind === 'project' && !projects.some((each) => projectIdOf(each) === id)) projects.push(raw);
    else isWhole = false;
  }
  return { documents: { activities: Object.fromEntries(activities), texts, projects }, isWhole };
}
