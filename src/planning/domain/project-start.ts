import { isPhase, type Section } from '../../instrument/instrument.ts';
import type { Activity } from './plan.ts';
import { projectsOf, type Project, type ProjectFields } from './projects.ts';

/** An activity of the plan from which a project can begin. */
export interface StartActivity {
  readonly activity: Activity;
  /** It names recursos tecnológicos and no project supports it yet: the first that a project is for. */
  readonly isLikely: boolean;
  /** Ids of the projects that support it already. */
  readonly projects: readonly string[];
}

/**
 * Takes the plan's activities and the projects; gives those from which a project can begin, because they name recursos
 * tecnológicos or no project supports them: first those that do both, then the others without a project, then those
 * that have one already.
 */
export function startActivities(activities: readonly Activity[], projects: readonly Project[]): StartActivity[] {
  const all = activities
    .map((activity) => ({
      activity,
      hasTechnology: activity.technology.trim() !== '',
      projects: projectsOf(projects, activity.id).map(({ id }) => id),
    }))
    .filter(({ hasTechnology, projects: own }) => hasTechnology || own.length === 0);
  const rank = (each: (typeof all)[number]): number => (each.projects.length > 0 ? 2 : each.hasTechnology ? 0 : 1);
  return all
    .sort((a, b) => rank(a) - rank(b))
    .map((each) => ({ activity: each.activity, isLikely: rank(each) === 0, projects: each.projects }));
}

/**
 * Takes the activities that a person chose and the instrument's sections; gives what a project begins with: those
 * activities, their criteria, and the phases of these in the instrument's order. From then on phases are said outright.
 */
export function projectFromActivities(
  activities: readonly Activity[],
  sections: readonly Pick<Section, 'id' | 'criteria' | 'deadlines'>[],
): Pick<ProjectFields, 'activities' | 'criteria' | 'phases'> {
  const criteria = [...new Set(activities.flatMap((activity) => activity.criteria))];
  const chosen = new Set(criteria);
  return {
    activities: activities.map(({ id }) => id),
    criteria,
    phases: sections
      .filter((section) => isPhase(section) && section.criteria.some(({ id }) => chosen.has(id)))
      .map(({ id }) => id),
  };
}
