import type { SectionId } from '../../instrument/schemas/criterion.ts';
import type { Confidence } from '../../instrument/schemas/provenance.ts';
import { activitiesByCriterion, type Activity, type Plan, type PlanTexts } from './plan.ts';
import { planRows, type PlanRow } from './plan-rows.ts';
import { projectsOf, resourceKinds, type Project, type ResourceKind } from './projects.ts';
import { fallsShort } from '../../assessment/domain/answer.ts';
import type { Results, SectionResult } from '../../assessment/domain/results.ts';
import type { OpenCriterion, Outlook } from './what-if.ts';

/** One thing that is missing, and where it is filled in. */
export type Gap =
  | { readonly kind: 'criterion'; readonly criterionId: string }
  | {
      readonly kind: 'activity';
      readonly activityId: string;
      /** `resources`: neither technology, nor an amount (0 says that it costs nothing), nor a project. */
      readonly field: 'activity' | 'goal' | 'office' | 'position' | 'end' | 'lateReason' | 'resources';
    }
  /** The activity ends before it starts. */
  | { readonly kind: 'activityDates'; readonly activityId: string }
  | { readonly kind: 'text'; readonly field: Exclude<keyof PlanTexts, 'extra'> }
  | {
      readonly kind: 'project';
      readonly projectId: string;
      readonly field: 'kinds' | 'targets' | 'phases' | ResourceKind;
    }
  /** There is none, so that what is asked of each has nothing to stand on. */
  | { readonly kind: 'noActivities' | 'noProjects' }
  /** This criterion keeps its phase from its goal even with all done. */
  | {
      readonly kind: 'goal';
      readonly phaseId: SectionId;
      readonly criterionId: string;
      readonly why: OpenCriterion['why'];
      /** The activity without an end that keeps it open; null where the reason is another. */
      readonly activityId: string | null;
    }
  /** The plan takes the phase to its goal, but only after a deadline that had not passed at the cut-off date. */
  | {
      readonly kind: 'goalLate';
      readonly phaseId: SectionId;
      readonly deadline: string;
      readonly reachedOn: string;
      /** An activity that ends on the day on which the phase reaches its goal. */
      readonly activityId: string;
    };

export type CheckItemId =
  | 'procedures'
  | 'citizenService'
  | 'mechanisms'
  | 'resources'
  | 'criteria'
  | 'activityMechanisms'
  | 'activityResponsible'
  | 'activityEnds'
  | 'activityResources'
  | `goal-${SectionId}`
  | 'projects'
  | 'projectScope'
  | 'projectPhases'
  | 'projectResources';

/** One thing that the circular asks for. */
export interface CheckItem {
  readonly id: CheckItemId;
  /** The numeral of the circular that asks for it. */
  readonly numeral: 1 | 2;
  /** The place of those words on the circular's page. */
  readonly anchor: string;
  /** The words of the circular on which it rests, letter by letter. */
  readonly words: string;
  /** `circular` where those words say it; `inferido` where it is this site's reading of them. */
  readonly confidence: Extract<Confidence, 'circular' | 'inferido'>;
  /** Empty where it is satisfied. */
  readonly gaps: readonly Gap[];
}

/** The plan and the projects held against the circular. */
export interface PlanCheck {
  /** Those of numeral 1, then those of numeral 2. */
  readonly items: readonly CheckItem[];
  readonly satisfied: number;
  readonly total: number;
}

/** Takes the check and a numeral; gives how many of its items are satisfied: where one of the two documents stands. */
export function countOf(check: PlanCheck, numeral: CheckItem['numeral']): Pick<PlanCheck, 'satisfied' | 'total'> {
  const items = check.items.filter((item) => item.numeral === numeral);
  return { satisfied: items.filter(({ gaps }) => gaps.length === 0).length, total: items.length };
}

type Demand = Omit<CheckItem, 'gaps'>;

const MEANS = 'deberá establecer los mecanismos y recursos apropiados';
const MEANS_FOR_GOALS = `${MEANS} para el cumplimiento de las metas de las diferentes fases`;

const one = { numeral: 1, anchor: 'numeral-1' } as const;
const two = { numeral: 2, anchor: 'numeral-2' } as const;

const demands = {
  procedures: {
    id: 'procedures',
    ...one,
    words: 'el cuál debe estar acorde con la racionalización de trámites',
    confidence: 'circular',
  },
  citizenService: {
    id: 'citizenService',
    ...one,
    words: 'debe estar acorde con la racionalización de trámites y el Programa Nacional de Atención al Ciudadano',
    confidence: 'circular',
  },
  mechanisms: { id: 'mechanisms', ...one, words: MEANS, confidence: 'circular' },
  resources: { id: 'resources', ...one, words: MEANS, confidence: 'circular' },
  criteria: { id: 'criteria', ...one, words: MEANS_FOR_GOALS, confidence: 'inferido' },
  activityMechanisms: { id: 'activityMechanisms', ...one, words: MEANS_FOR_GOALS, confidence: 'inferido' },
  activityResponsible: { id: 'activityResponsible', ...one, words: MEANS_FOR_GOALS, confidence: 'inferido' },
  activityEnds: { id: 'activityEnds', ...one, words: MEANS_FOR_GOALS, confidence: 'inferido' },
  activityResources: { id: 'activityResources', ...one, words: MEANS_FOR_GOALS, confidence: 'inferido' },
  projects: {
    id: 'projects',
    ...two,
    words: 'los Proyectos de Sistemas de Información - vigencia 2010',
    confidence: 'circular',
  },
  projectScope: {
    id: 'projectScope',
    ...two,
    words:
      'para la adquisición, reposición, actualización, integración, mantenimiento y sostenimiento de sistemas de información, equipos de procesamiento de datos, programas informáticos y comunicación de datos',
    confidence: 'circular',
  },
  projectPhases: {
    id: 'projectPhases',
    ...two,
    words:
      'Estos Proyectos deberán establecer en forma explícita el cumplimiento de las fases de la estrategia de Gobierno en Línea',
    confidence: 'circular',
  },
  projectResources: {
    id: 'projectResources',
    ...two,
    words: 'la asignación de recursos tecnológicos (hardware, software y comunicaciones) para su cumplimiento',
    confidence: 'circular',
  },
} as const satisfies Record<string, Demand>;

const goalWords: Readonly<Record<SectionId, string | null>> = {
  preparacion: null,
  informacion: 'Fase de información cumplida al 100%',
  interaccion: 'Fase de interacción cumplida al 100%',
  transaccion: 'Fase de transacción cumplida 100%',
  transformacion: 'Fase de transformación para cumplir al 100% en la vigencia 2010 - junio.',
  democracia: 'Fase de e-democracia para cumplir al 100% en la vigencia 2010 - diciembre.',
};

function isBlank(text: string): boolean {
  return text.trim() === '';
}

type ActivityField = Extract<Gap, { kind: 'activity' }>['field'];

function activityGaps(
  { activity }: PlanRow,
  fields: readonly (ActivityField & ('activity' | 'goal' | 'office' | 'position'))[],
): Gap[] {
  return fields
    .filter((field) => isBlank(activity[field]))
    .map((field) => ({ kind: 'activity', activityId: activity.id, field }));
}

function endGaps({ activity, problems }: PlanRow): Gap[] {
  const gap = (field: ActivityField): Gap => ({ kind: 'activity', activityId: activity.id, field });
  if (activity.end === '') return [gap('end')];
  return [
    ...(problems.includes('endsBeforeStart') ? [{ kind: 'activityDates', activityId: activity.id } as const] : []),
    ...(problems.includes('endsAfterDeadline') && isBlank(activity.lateReason) ? [gap('lateReason')] : []),
  ];
}

function resourceGaps({ activity }: PlanRow, projects: readonly Project[]): Gap[] {
  const hasResources =
    !isBlank(activity.technology) || activity.amount !== null || projectsOf(projects, activity.id).length > 0;
  return hasResources ? [] : [{ kind: 'activity', activityId: activity.id, field: 'resources' }];
}

function projectGaps(
  projects: readonly Project[],
  gapsIn: (project: Project) => Extract<Gap, { kind: 'project' }>['field'][],
): Gap[] {
  if (projects.length === 0) return [{ kind: 'noProjects' }];
  return projects.flatMap((project) =>
    gapsIn(project).map((field): Gap => ({ kind: 'project', projectId: project.id, field })),
  );
}

/**
 * The goal of one phase under the plan. Where its deadline had not passed at the cut-off date it must be reached by
 * it. Where it had, no plan can keep it any more: then the plan must reach the goal at all, and the reason for each
 * later end is asked for in `activityEnds`.
 */
function goalGaps(
  { section, deadline, state }: SectionResult,
  outlook: Outlook,
  planned: ReadonlyMap<string, readonly Activity[]>,
): Gap[] {
  const phase = outlook.phases.find((each) => each.section.id === section.id);
  if (phase === undefined || deadline === null || state === 'achieved' || state === 'notApplicable') return [];
  if (phase.reachedOn === null) {
    return phase.open.map(({ criterionId, why }) => {
      const endless = planned.get(criterionId)?.find(({ end }) => end === '');
      return { kind: 'goal', phaseId: section.id, criterionId, why, activityId: endless?.id ?? null };
    });
  }
  const { reachedOn } = phase;
  if (state === 'overdue' || reachedOn <= deadline.date) return [];
  const last = section.criteria.flatMap(({ id }) => planned.get(id) ?? []).find(({ end }) => end === reachedOn);
  return [{ kind: 'goalLate', phaseId: section.id, deadline: deadline.date, reachedOn, activityId: last?.id ?? '' }];
}

/**
 * Takes the results of an assessment, what its plan promises (`whatIf`), the plan and the projects; gives everything
 * that numerals 1 and 2 of circular 000062 ask of their content, and what is missing. To whom and by when both are
 * handed in is not of the content and not in the list. The preparatory actions are no phase: their criteria need no
 * activity, but an activity that serves them is held to the same as the others.
 */
export function checkPlan(
  results: Pick<Results, 'sections' | 'phases'>,
  outlook: Outlook,
  plan: Plan,
  projects: readonly Project[],
): PlanCheck {
  const rows = planRows(results, plan);
  const planned = activitiesByCriterion(plan);
  const unplanned = results.phases
    .flatMap(({ score }) => score.criteria)
    .filter(({ id, status }) => fallsShort(status) && !planned.has(id));
  // Where all criteria are met there is nothing to plan, and an empty plan lacks no activity. One without an answer may
  // not be met: until it has one, an empty plan is no complete plan.
  const hasNone =
    rows.length === 0 &&
    results.phases
      .flatMap(({ score }) => score.criteria)
      .some(({ status }) => status !== 'met' && status !== 'notApplicable');
  const each = (gapsIn: (row: PlanRow) => Gap[]): Gap[] =>
    hasNone ? [{ kind: 'noActivities' }] : rows.flatMap(gapsIn);
  const text = (field: Exclude<keyof PlanTexts, 'extra'>): Gap[] =>
    isBlank(plan.texts[field]) ? [{ kind: 'text', field }] : [];
  const items: CheckItem[] = [
    { ...demands.procedures, gaps: text('procedures') },
    { ...demands.citizenService, gaps: text('citizenService') },
    { ...demands.mechanisms, gaps: text('mechanisms') },
    { ...demands.resources, gaps: text('resources') },
    {
      ...demands.criteria,
      gaps:
        hasNone && unplanned.length === 0
          ? [{ kind: 'noActivities' }]
          : unplanned.map(({ id }) => ({ kind: 'criterion', criterionId: id })),
    },
    { ...demands.activityMechanisms, gaps: each((row) => activityGaps(row, ['activity', 'goal'])) },
    { ...demands.activityResponsible, gaps: each((row) => activityGaps(row, ['office', 'position'])) },
    { ...demands.activityEnds, gaps: each(endGaps) },
    { ...demands.activityResources, gaps: each((row) => resourceGaps(row, projects)) },
    ...results.phases.flatMap((phase): CheckItem[] => {
      const { id } = phase.section;
      const words = goalWords[id];
      if (words === null) return [];
      const demand = {
        id: `goal-${id}`,
        numeral: 1,
        anchor: `numeral-1-${id}`,
        words,
        confidence: 'circular',
      } as const;
      return [{ ...demand, gaps: goalGaps(phase, outlook, planned) }];
    }),
    { ...demands.projects, gaps: projects.length === 0 ? [{ kind: 'noProjects' }] : [] },
    {
      ...demands.projectScope,
      gaps: projectGaps(projects, ({ kinds, targets }) => [
        ...(kinds.length === 0 ? (['kinds'] as const) : []),
        ...(targets.length === 0 ? (['targets'] as const) : []),
      ]),
    },
    {
      ...demands.projectPhases,
      gaps: projectGaps(projects, ({ phases }) => (phases.length === 0 ? ['phases'] : [])),
    },
    {
      ...demands.projectResources,
      gaps: projectGaps(projects, ({ resources }) =>
        resourceKinds.filter((kind) => isBlank(resources[kind].description) && resources[kind].amount === null),
      ),
    },
  ];
  return {
    items,
    satisfied: items.filter(({ gaps }) => gaps.length === 0).length,
    total: items.length,
  };
}
