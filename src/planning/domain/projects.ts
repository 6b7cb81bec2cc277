import { isPhase, type Section } from '../../instrument/instrument.ts';
import type { Cents } from '../../kit/values/money.ts';
import { projectFields } from '../fields/project-fields.ts';
import { blankValues, type PlainValues } from './field-values.ts';
import { compareIds } from './plan.ts';
import { freeProjectId } from '../../assessment/domain/project-id.ts';

const keysOf = <Key extends string>(options: Readonly<Record<Key, unknown>>): readonly Key[] =>
  Object.keys(options) as Key[];

/** What a project does, in the circular's own order (circular 000062, numeral 2). */
type ProjectKind = keyof typeof projectFields.kinds.options;
export const projectKinds = keysOf(projectFields.kinds.options);

/** What a project acts on, in the circular's own order (numeral 2). */
type ProjectTarget = keyof typeof projectFields.targets.options;
export const projectTargets = keysOf(projectFields.targets.options);

/** The technological resources that the circular names (numeral 2). */
export type ResourceKind = keyof typeof projectFields.resources.options;
export const resourceKinds = keysOf(projectFields.resources.options);

/** What a project assigns of one kind of resource. */
export interface Resource {
  readonly description: string;
  /** Null where nobody has said so yet; 0n says that the project needs none or that it costs nothing. */
  readonly amount: Cents | null;
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** What a person writes of a project (`planning/fields/project-fields`). Texts are '' where not given. */
export interface ProjectFields extends PlainValues<typeof projectFields> {
  readonly kinds: readonly ProjectKind[];
  readonly targets: readonly ProjectTarget[];
  readonly phases: readonly string[];
  readonly criteria: readonly string[];
  readonly resources: Readonly<Record<ResourceKind, Resource>> & {
    readonly extra?: Readonly<Record<string, unknown>>;
  };
  readonly activities: readonly string[];
}

/** A proyecto de sistemas de información. */
export interface Project extends ProjectFields {
  /** `P-01`: permanent. */
  readonly id: string;
  /** Keys of the file that this version does not know: kept and written back. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

const NOTHING: Resource = { description: '', amount: null };

/** Gives a project with nothing in it and the next free id. */
export function newProject(projects: readonly Project[], fields: Partial<ProjectFields> = {}): Project {
  return {
    id: freeProjectId(new Set(projects.map(({ id }) => id)), projects.length + 1),
    ...blankValues(projectFields),
    kinds: [],
    targets: [],
    phases: [],
    criteria: [],
    resources: { hardware: NOTHING, software: NOTHING, communications: NOTHING },
    activities: [],
    ...fields,
  };
}

/** Puts a project in, or in the place of the one with its id. */
export function withProject(projects: readonly Project[], project: Project): Project[] {
  return [...projects.filter(({ id }) => id !== project.id), project].sort((a, b) => compareIds(a.id, b.id));
}

/** Takes a project out. */
export function withoutProject(projects: readonly Project[], id: string): Project[] {
  return projects.filter((project) => project.id !== id);
}

/** The projects that support an activity. */
export function projectsOf(projects: readonly Project[], activityId: string): Project[] {
  return projects.filter(({ activities }) => activities.includes(activityId));
}

/** Says which projects support an activity: these, and no other. */
export function withActivityLinks(
  projects: readonly Project[],
  activityId: string,
  projectIds: readonly string[],
): Project[] {
  return projects.map((project) => {
    const others = project.activities.filter((id) => id !== activityId);
    if (!projectIds.includes(project.id)) return { ...project, activities: others };
    return { ...project, activities: [...others, activityId].sort(compareIds) };
  });
}

/** Takes an activity that was deleted out of every project. One that was archived keeps its links. */
export function withoutActivityLinks(projects: readonly Project[], activityId: string): Project[] {
  return withActivityLinks(projects, activityId, []);
}

/**
 * What a person should look at in a project; the circular's own demands are in `planning/domain/plan-check`. `noCriteria`: it
 * names no criterion. `criterionOutsidePhases`: it names one of a phase that it does not name. `unknownCriterion`,
 * `unknownPhase`, `unknownActivity`: the instrument or the plan does not have it.
 */
export type ProjectProblem =
  | { readonly kind: 'endsBeforeStart' | 'noCriteria' }
  | { readonly kind: 'criterionOutsidePhases'; readonly criterionId: string; readonly phaseId: string }
  | { readonly kind: 'unknownCriterion' | 'unknownPhase' | 'unknownActivity'; readonly id: string };

/** Takes a project, the instrument's sections and the ids of the plan's activities (its trace included). */
export function projectProblems(
  project: Project,
  sections: readonly Pick<Section, 'id' | 'criteria' | 'deadlines'>[],
  activityIds: ReadonlySet<string>,
): ProjectProblem[] {
  const sectionOf = new Map(sections.flatMap((section) => section.criteria.map(({ id }) => [id, section] as const)));
  const phases = new Set<string>(sections.filter(isPhase).map(({ id }) => id));
  const { start, end } = project;
  return [
    ...(start !== '' && end !== '' && end < start ? [{ kind: 'endsBeforeStart' } as const] : []),
    ...(project.criteria.length === 0 ? [{ kind: 'noCriteria' } as const] : []),
    ...project.phases.filter((id) => !phases.has(id)).map((id) => ({ kind: 'unknownPhase', id }) as const),
    ...project.criteria.flatMap((criterionId): ProjectProblem[] => {
      const section = sectionOf.get(criterionId);
      if (section === undefined) return [{ kind: 'unknownCriterion', id: criterionId }];
      // The preparatory actions are no phase: a project that serves them has none to name.
      return !isPhase(section) || project.phases.includes(section.id)
        ? []
        : [{ kind: 'criterionOutsidePhases', criterionId, phaseId: section.id }];
    }),
    ...project.activities.filter((id) => !activityIds.has(id)).map((id) => ({ kind: 'unknownActivity', id }) as const),
  ];
}

/** What some projects cost together. */
export interface ProjectSum {
  readonly projects: number;
  readonly amounts: Readonly<Record<ResourceKind, Cents>>;
  /** The three resources together. */
  readonly total: Cents;
  /** Amounts that nobody has given yet: the sums are floors while it is not 0. */
  readonly unstated: number;
  /** How many of them each resource lacks. */
  readonly missing: Readonly<Record<ResourceKind, number>>;
}

/** What the projects cost, in several ways. */
export interface ProjectTotals {
  /** Each project once. */
  readonly all: ProjectSum;
  /** One row for each phase, in the instrument's order. */
  readonly byPhase: readonly { readonly phaseId: string; readonly sum: ProjectSum }[];
  /** Projects that name no phase of the instrument: they are in no row of `byPhase`. */
  readonly withoutPhase: ProjectSum;
  /** One row for each kind, in the circular's order. */
  readonly byKind: readonly { readonly kind: ProjectKind; readonly sum: ProjectSum }[];
  readonly withoutKind: ProjectSum;
}

/** Takes any projects; gives their sum. */
export function sumOf(projects: readonly Project[]): ProjectSum {
  const given = (kind: ResourceKind): Cents =>
    projects.reduce((sum, { resources }) => sum + (resources[kind].amount ?? 0n), 0n);
  const lacking = (kind: ResourceKind): number =>
    projects.filter(({ resources }) => resources[kind].amount === null).length;
  const each = <Value>(of: (kind: ResourceKind) => Value): Record<ResourceKind, Value> => ({
    hardware: of('hardware'),
    software: of('software'),
    communications: of('communications'),
  });
  const amounts = each(given);
  const missing = each(lacking);
  return {
    projects: projects.length,
    amounts,
    total: amounts.hardware + amounts.software + amounts.communications,
    unstated: missing.hardware + missing.software + missing.communications,
    missing,
  };
}

/**
 * Takes the projects and the instrument's sections; gives the totals by phase, kind and resource. A project that
 * serves several phases counts whole in the row of each, because nobody has divided its cost, and once in `all`: the
 * rows may add up to more than the total, and whoever shows them says so. The same holds of its kinds.
 */
export function projectTotals(
  projects: readonly Project[],
  sections: readonly Pick<Section, 'id' | 'deadlines'>[],
): ProjectTotals {
  const phaseIds = sections.filter(isPhase).map(({ id }) => id);
  return {
    all: sumOf(projects),
    byPhase: phaseIds.map((phaseId) => ({
      phaseId,
      sum: sumOf(projects.filter(({ phases }) => phases.includes(phaseId))),
    })),
    withoutPhase: sumOf(projects.filter(({ phases }) => !phaseIds.some((id) => phases.includes(id)))),
    byKind: projectKinds.map((kind) => ({ kind, sum: sumOf(projects.filter(({ kinds }) => kinds.includes(kind))) })),
    withoutKind: sumOf(projects.filter(({ kinds }) => kinds.length === 0)),
  };
}
