import type { Documents } from '../../assessment/domain/assessment.ts';
import { compareIds, EMPTY_PLAN, isArchived, type Activity, type Plan, type ArchivedActivity } from '../domain/plan.ts';
import type { Project } from '../domain/projects.ts';
import type { FileProblem } from '../../kit/bytes/raw-object.ts';
import { MAX_PROBLEMS } from '../../assessment/file/assessment-record.ts';
import { documentKey, projectIdOf, withProjectIds, type DocumentKind } from '../../assessment/file/document-key.ts';
import {
  activityFromFile,
  planFromFile,
  planTextsFromFile,
  projectFromFile,
  projectsFromFile,
  REPEATED_PROJECT,
} from './plan-reading.ts';
import { activityToFile, planTextsToFile, projectToFile, archivedToFile } from './plan-writing.ts';

/** A record of the plan or the projects that cannot be read: kept as it is, and left out. */
export interface DocumentDamage {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly problems: readonly FileProblem[];
  readonly raw: unknown;
}

/** The plan and the projects of an assessment, read. */
export interface Planned {
  readonly plan: Plan;
  readonly projects: readonly Project[];
  readonly damage: readonly DocumentDamage[];
}

/** Takes the plan and the projects as a file holds them; gives what is wrong with them and where, `MAX_PROBLEMS` or a little more. */
export function documentProblems({ activities, texts, projects }: Documents): readonly FileProblem[] {
  const raw = { planDeAccion: activities, ...(texts !== null && { planGeneral: texts }), proyectos: projects };
  const plan = planFromFile(raw);
  const problems = plan.ok ? [] : plan.problems;
  if (problems.length >= MAX_PROBLEMS) return problems;
  const list = projectsFromFile(raw);
  return list.ok ? problems : [...problems, ...list.problems];
}

/**
 * Takes the plan and the projects as they are stored; gives them read. What cannot be read is left out and told, so
 * that one damaged record takes nothing else with it.
 */
export function readDocuments({ activities, texts, projects }: Documents): Planned {
  const damage: DocumentDamage[] = [];
  const open: Activity[] = [];
  const archived: ArchivedActivity[] = [];
  for (const [id, raw] of Object.entries(activities).sort(([a], [b]) => compareIds(a, b))) {
    const decoded = activityFromFile(id, raw);
    if (!decoded.ok) damage.push({ kind: 'activity', id, problems: decoded.problems, raw });
    else if (isArchived(decoded.value)) archived.push(decoded.value);
    else open.push(decoded.value);
  }
  const general = texts === null ? { ok: true as const, value: EMPTY_PLAN.texts } : planTextsFromFile(texts);
  if (!general.ok) damage.push({ kind: 'texts', id: '', problems: general.problems, raw: texts });
  const ids = new Set<string>();
  const list = withProjectIds(projects).flatMap((named, index): Project[] => {
    const decoded = projectFromFile(named);
    const isRepeated = decoded.ok && ids.has(decoded.value.id);
    if (decoded.ok && !isRepeated) {
      ids.add(decoded.value.id);
      return [decoded.value];
    }
    const raw = projects[index];
    const problems = decoded.ok ? [{ path: 'id', expected: REPEATED_PROJECT }] : decoded.problems;
    damage.push({ kind: 'project', id: projectIdOf(raw) ?? `?${index}`, problems, raw });
    return [];
  });
  return {
    plan: { texts: general.ok ? general.value : EMPTY_PLAN.texts, activities: open, archived },
    projects: list,
    damage,
  };
}

/** True where a record of the plan or the projects can be read. */
export function isReadable(kind: DocumentKind, id: string, raw: unknown): boolean {
  if (kind === 'texts') return planTextsFromFile(raw).ok;
  return kind === 'project' ? projectFromFile(raw).ok : activityFromFile(id, raw).ok;
}

/** Takes the plan and the projects; gives them as a file holds them. */
export function writeDocuments(plan: Plan, projects: readonly Project[]): Documents {
  const records = documentRecords(plan, projects);
  const texts = records.get('texts:') ?? {};
  return {
    activities: Object.fromEntries(
      [...plan.activities.map(({ id }) => id), ...plan.archived.map(({ activity }) => activity.id)]
        .sort(compareIds)
        .map((id) => [id, records.get(documentKey('activity', id))]),
    ),
    texts: Object.keys(texts).length > 0 ? texts : null,
    projects: projects.map(projectToFile),
  };
}

/** The plan and the projects as records, by `documentKey`. The texts have one even where they are empty. */
export function documentRecords(plan: Plan, projects: readonly Project[]): Map<string, unknown> {
  return new Map<string, unknown>([
    ...plan.activities.map((activity) => [documentKey('activity', activity.id), activityToFile(activity)] as const),
    ...plan.archived.map((each) => [documentKey('activity', each.activity.id), archivedToFile(each)] as const),
    [documentKey('texts', ''), planTextsToFile(plan.texts)] as const,
    ...projects.map((project) => [documentKey('project', project.id), projectToFile(project)] as const),
  ]);
}

/**
 * Puts what could not be read back beside what is written, so that a copy in a file holds it too. What has taken its
 * place since stands.
 */
export function withDamage(documents: Documents, damage: readonly DocumentDamage[]): Documents {
  const rawOf = (kind: DocumentKind): DocumentDamage[] => damage.filter((each) => each.kind === kind);
  const ids = new Set(documents.projects.map(projectIdOf));
  return {
    activities: {
      ...Object.fromEntries(rawOf('activity').map(({ id, raw }) => [id, raw])),
      ...documents.activities,
    },
    texts: documents.texts ?? rawOf('texts')[0]?.raw ?? null,
    projects: [...documents.projects, ...rawOf('project').flatMap(({ id, raw }) => (ids.has(id) ? [] : [raw]))],
  };
}

/** What each part of a plan and its projects was read from. */
export function sourcesOf({ activities, texts, projects }: Documents, read: Planned): Map<object, unknown> {
  const damaged = new Set(read.damage.map(({ raw }) => raw));
  const named = withProjectIds(projects);
  const rawProjects = new Map<string | null, unknown>(
    projects.flatMap((raw, index) => (damaged.has(raw) ? [] : [[projectIdOf(named[index]), raw] as const])),
  );
  return new Map<object, unknown>([
    ...read.plan.activities.map((each) => [each, activities[each.id]] as const),
    ...read.plan.archived.map((each) => [each, activities[each.activity.id]] as const),
    [read.plan.texts, texts] as const,
    ...read.projects.map((each) => [each, rawProjects.get(each.id)] as const),
  ]);
}

/**
 * Takes the plan and the projects as they are stored and as they were read, and what takes their place; gives that as a
 * file holds it. A part that stays the very object that was read is not written anew, and what could not be read stays as
 * it is and where it is. `sources` says what other parts were read from.
 */
export function changedDocuments(
  raw: Documents,
  read: Planned,
  next: Pick<Planned, 'plan' | 'projects'>,
  sources: ReadonlyMap<object, unknown> = new Map(),
): Documents {
  const before = new Map([...sources, ...sourcesOf(raw, read)]);
  const as = <T extends object>(part: T, write: (part: T) => unknown): unknown =>
    before.has(part) ? before.get(part) : write(part);
  const { plan, projects } = next;
  const damagedIds = read.damage.flatMap(({ kind, id }) => (kind === 'activity' ? [id] : []));
  const isTextDamaged = read.damage.some(({ kind }) => kind === 'texts');
  const texts = isTextDamaged ? raw.texts : as(plan.texts, planTextsToFile);
  const list = projects.map((each) => as(each, projectToFile));
  const damaged = new Set(read.damage.map((each) => each.raw));
  for (const [index, each] of raw.projects.entries()) if (damaged.has(each)) list.splice(index, 0, each);
  return {
    activities: Object.fromEntries([
      ...plan.activities.map((each) => [each.id, as(each, activityToFile)] as const),
      ...plan.archived.map((each) => [each.activity.id, as(each, archivedToFile)] as const),
      ...damagedIds.map((id) => [id, raw.activities[id]] as const),
    ]),
    texts: typeof texts === 'object' && texts !== null && Object.keys(texts).length === 0 ? null : texts,
    projects: list,
  };
}
