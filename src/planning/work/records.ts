import type { Assessment } from '../../assessment/domain/assessment.ts';
import { compareIds, isArchived, type Plan } from '../domain/plan.ts';
import type { Project } from '../domain/projects.ts';
import { documentKey, documentOfKey } from '../../assessment/file/document-key.ts';
import { documentRecords } from '../file/documents.ts';
import { activityFromFile, planTextsFromFile, projectFromFile } from '../file/plan-reading.ts';

/** The plan and the projects, as a person works on them. */
export interface Work {
  readonly plan: Plan;
  readonly projects: readonly Project[];
}

/** What each record is made of, by `documentKey`. What was not changed is the same object as before. */
export function partsOf({ plan, projects }: Work): Map<string, object> {
  return new Map<string, object>([
    ...plan.activities.map((activity) => [documentKey('activity', activity.id), activity] as const),
    ...plan.archived.map((archived) => [documentKey('activity', archived.activity.id), archived] as const),
    [documentKey('texts', ''), plan.texts] as const,
    ...projects.map((project) => [documentKey('project', project.id), project] as const),
  ]);
}

/** The records that differ between two states, as a file holds them; null where one is gone. */
export function changedRecords(before: Work, after: Work): [key: string, record: unknown][] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const touched = [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key));
  if (touched.length === 0) return [];
  const chosen = new Set(touched);
  const only = ({ plan, projects }: Work): Map<string, unknown> => {
    const isTouched = (kind: 'activity' | 'project', id: string): boolean => chosen.has(documentKey(kind, id));
    return documentRecords(
      {
        texts: plan.texts,
        activities: plan.activities.filter(({ id }) => isTouched('activity', id)),
        archived: plan.archived.filter(({ activity }) => isTouched('activity', activity.id)),
      },
      projects.filter(({ id }) => isTouched('project', id)),
    );
  };
  const [was, is] = [only(before), only(after)];
  return touched
    .filter((key) => JSON.stringify(was.get(key) ?? null) !== JSON.stringify(is.get(key) ?? null))
    .map((key) => [key, is.get(key) ?? null]);
}

/** Each record of an assessment as it is stored. */
export function seenOf({ documents }: Assessment): Map<string, unknown> {
  const { activities, texts, projects } = documents;
  return new Map<string, unknown>([
    ...Object.entries(activities).map(([id, record]) => [documentKey('activity', id), record] as const),
    ...(texts === null ? [] : [[documentKey('texts', ''), texts] as const]),
    ...projects.flatMap((record) => {
      const id = typeof record === 'object' && record !== null && 'id' in record ? String(record.id) : null;
      return id === null ? [] : [[documentKey('project', id), record] as const];
    }),
  ]);
}

/** Puts one record, as a file holds it, in the place of what was there under its key; null takes it away. */
export function withRecord({ plan, projects }: Work, key: string, record: unknown): Work {
  const { kind, id } = documentOfKey(key);
  if (kind === 'texts') {
    const texts = planTextsFromFile(record ?? {});
    return { plan: texts.ok ? { ...plan, texts: texts.value } : plan, projects };
  }
  if (kind === 'project') {
    const decoded = record === null ? null : projectFromFile(record);
    if (!decoded?.ok) return { plan, projects: projects.filter((project) => project.id !== id) };
    const isKnown = projects.some((project) => project.id === id);
    const replaced = projects.map((project) => (project.id === id ? decoded.value : project));
    return { plan, projects: isKnown ? replaced : [...projects, decoded.value] };
  }
  const rest = {
    ...plan,
    activities: plan.activities.filter((activity) => activity.id !== id),
    archived: plan.archived.filter(({ activity }) => activity.id !== id),
  };
  const decoded = record === null ? null : activityFromFile(id, record);
  if (!decoded?.ok) return { plan: rest, projects };
  const isTrace = isArchived(decoded.value);
  const next = isTrace
    ? { ...rest, archived: [...rest.archived, decoded.value] }
    : { ...rest, activities: [...rest.activities, decoded.value] };
  return { plan: inIdOrder(next), projects };
}

function inIdOrder(plan: Plan): Plan {
  return {
    ...plan,
    activities: [...plan.activities].sort((a, b) => compareIds(a.id, b.id)),
    archived: [...plan.archived].sort((a, b) => compareIds(a.activity.id, b.activity.id)),
  };
}
