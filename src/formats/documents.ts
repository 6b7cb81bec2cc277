import type { Documents } from '../domain/assessment.ts';
import { compareIds, EMPTY_PLAN, type Activity, type Plan, type SettledActivity } from '../domain/plan.ts';
import type { Project } from '../domain/projects.ts';
import type { FileProblem } from './assessment-file.ts';
import { documentKey, documentOfKey, type DocumentKind } from './document-key.ts';
import {
  activityFromFile,
  activityToFile,
  isSettled,
  planFromFile,
  planTextsFromFile,
  planTextsToFile,
  projectFromFile,
  projectsFromFile,
  projectToFile,
  settledToFile,
} from './plan-file.ts';
import { problemsUnder } from './raw-object.ts';

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

/** Takes the plan and the projects as a file holds them; gives everything that is wrong with them and where. */
export function documentProblems({ activities, texts, projects }: Documents): readonly FileProblem[] {
  const raw = { planDeAccion: activities, ...(texts !== null && { planGeneral: texts }), proyectos: projects };
  const [plan, list] = [planFromFile(raw), projectsFromFile(raw)];
  return [...(plan.ok ? [] : plan.problems), ...(list.ok ? [] : list.problems)];
}

/**
 * Takes the plan and the projects as they are stored; gives them read. What cannot be read is left out and told, so
 * that one damaged record takes nothing else with it.
 */
export function readDocuments({ activities, texts, projects }: Documents): Planned {
  const damage: DocumentDamage[] = [];
  const open: Activity[] = [];
  const settled: SettledActivity[] = [];
  for (const [id, raw] of Object.entries(activities).sort(([a], [b]) => compareIds(a, b))) {
    const decoded = activityFromFile(id, raw);
    if (!decoded.ok) damage.push({ kind: 'activity', id, problems: decoded.problems, raw });
    else if (isSettled(decoded.value)) settled.push(decoded.value);
    else open.push(decoded.value);
  }
  const general = texts === null ? { ok: true as const, value: EMPTY_PLAN.texts } : planTextsFromFile(texts);
  if (!general.ok) damage.push({ kind: 'texts', id: '', problems: general.problems, raw: texts });
  const list = projects.flatMap((raw, index): Project[] => {
    const decoded = projectFromFile(raw);
    if (decoded.ok) return [decoded.value];
    damage.push({ kind: 'project', id: projectIdOf(raw) ?? `?${index}`, problems: decoded.problems, raw });
    return [];
  });
  return {
    plan: { texts: general.ok ? general.value : EMPTY_PLAN.texts, activities: open, settled },
    projects: list,
    damage,
  };
}

/** The id of a project as it came, or null where it has none. */
export function projectIdOf(raw: unknown): string | null {
  return typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string' ? raw.id : null;
}

/** Takes the plan and the projects; gives them as a file holds them. */
export function writeDocuments(plan: Plan, projects: readonly Project[]): Documents {
  const records = documentRecords(plan, projects);
  const texts = records.get('texts:') ?? {};
  return {
    activities: Object.fromEntries(
      [...plan.activities.map(({ id }) => id), ...plan.settled.map(({ activity }) => activity.id)]
        .sort(compareIds)
        .map((id) => [id, records.get(documentKey('activity', id))]),
    ),
    texts: Object.keys(texts as object).length > 0 ? texts : null,
    projects: projects.map(projectToFile),
  };
}

/** The plan and the projects as records, by `documentKey`. The texts have one even where they are empty. */
export function documentRecords(plan: Plan, projects: readonly Project[]): Map<string, unknown> {
  return new Map<string, unknown>([
    ...plan.activities.map((activity) => [documentKey('activity', activity.id), activityToFile(activity)] as const),
    ...plan.settled.map((each) => [documentKey('activity', each.activity.id), settledToFile(each)] as const),
    [documentKey('texts', ''), planTextsToFile(plan.texts)] as const,
    ...projects.map((project) => [documentKey('project', project.id), projectToFile(project)] as const),
  ]);
}

/** Puts problems of a damaged record below its place in the file: `planDeAccion.INF-01.fechaFin`. */
export function placeOfDamage({ kind, id, problems }: DocumentDamage): readonly FileProblem[] {
  const place = kind === 'activity' ? `planDeAccion.${id}` : kind === 'texts' ? 'planGeneral' : `proyectos (${id})`;
  return problemsUnder(place, problems);
}

/** True where a record can be read. Takes its `documentKey`, and the record as a file holds it. */
export function isReadable(key: string, raw: unknown): boolean {
  const { kind, id } = documentOfKey(key);
  if (kind === 'activity') return activityFromFile(id, raw).ok;
  return kind === 'texts' ? planTextsFromFile(raw).ok : projectFromFile(raw).ok;
}
