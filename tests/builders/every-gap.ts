import type { Gap } from '../../src/planning/domain/plan-check.ts';

type Of<Kind extends Gap['kind']> = Extract<Gap, { kind: Kind }>;

/** Each way in which something can be missing, named by what tells it from the others: a field, a reason. */
export type Way =
  | `activity.${Of<'activity'>['field']}`
  | `text.${Of<'text'>['field']}`
  | `project.${Of<'project'>['field']}`
  | `goal.${Of<'goal'>['why']}`
  | Exclude<Gap['kind'], 'activity' | 'text' | 'project' | 'goal'>;

/** Takes something that is missing; gives which way of missing it is. */
export function wayOf(gap: Gap): Way {
  switch (gap.kind) {
    case 'activity':
      return `activity.${gap.field}`;
    case 'text':
      return `text.${gap.field}`;
    case 'project':
      return `project.${gap.field}`;
    case 'goal':
      return `goal.${gap.why}`;
    default:
      return gap.kind;
  }
}

const activity = (field: Of<'activity'>['field']): Gap => ({ kind: 'activity', activityId: 'INF-07', field });
const project = (field: Of<'project'>['field']): Gap => ({ kind: 'project', projectId: 'P-02', field });
const goal = (why: Of<'goal'>['why']): Gap => ({
  kind: 'goal',
  phaseId: 'democracia',
  criterionId: 'DEM-03',
  why,
  activityId: why === 'noEnd' ? 'DEM-03-2' : null,
});

/** One of each: the type holds that none is left out. */
export const everyGap: Readonly<Record<Way, Gap>> = {
  criterion: { kind: 'criterion', criterionId: 'INF-07' },
  'activity.activity': activity('activity'),
  'activity.goal': activity('goal'),
  'activity.office': activity('office'),
  'activity.position': activity('position'),
  'activity.end': activity('end'),
  'activity.lateReason': activity('lateReason'),
  'activity.resources': activity('resources'),
  activityDates: { kind: 'activityDates', activityId: 'INF-07' },
  'text.procedures': { kind: 'text', field: 'procedures' },
  'text.citizenService': { kind: 'text', field: 'citizenService' },
  'text.mechanisms': { kind: 'text', field: 'mechanisms' },
  'text.resources': { kind: 'text', field: 'resources' },
  'project.kinds': project('kinds'),
  'project.targets': project('targets'),
  'project.phases': project('phases'),
  'project.hardware': project('hardware'),
  'project.software': project('software'),
  'project.communications': project('communications'),
  noActivities: { kind: 'noActivities' },
  noProjects: { kind: 'noProjects' },
  'goal.pending': goal('pending'),
  'goal.noActivity': goal('noActivity'),
  'goal.noEnd': goal('noEnd'),
  'goal.endPassed': goal('endPassed'),
  goalLate: {
    kind: 'goalLate',
    phaseId: 'transaccion',
    deadline: '2009-12-01',
    reachedOn: '2010-06-01',
    activityId: 'TRA-02',
  },
};
