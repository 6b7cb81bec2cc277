import { describe, expect, it } from 'vitest';
import { allSections } from '../../../tests/builders/planned-entity.ts';
import { EMPTY_PLAN, newActivity, type ActivityFields } from './plan.ts';
import { newProject } from './projects.ts';
import { projectFromActivities, startActivities } from './project-start.ts';

const anActivity = (criteria: readonly [string, ...string[]], fields: Partial<ActivityFields> = {}) =>
  newActivity(EMPTY_PLAN, criteria, fields);

describe('the activities from which a project can begin', () => {
  it('are those that name technology and have no project, then the others without one, then those that have one', () => {
    const activities = [
      anActivity(['INF-01']),
      anActivity(['INF-02'], { technology: 'Un servidor' }),
      anActivity(['INF-03'], { technology: ' ' }),
      anActivity(['INF-04'], { technology: 'Un enlace' }),
    ];
    const projects = [newProject([], { activities: ['INF-03', 'INF-04'] })];
    expect(startActivities(activities, projects)).toEqual([
      { activity: activities[1], isLikely: true, projects: [] },
      { activity: activities[0], isLikely: false, projects: [] },
      { activity: activities[3], isLikely: false, projects: ['P-01'] },
    ]);
  });
});

describe('a project that begins with activities', () => {
  it('takes their criteria once each, and their phases in order; the preparatory actions are none', () => {
    expect(
      projectFromActivities(
        [anActivity(['TRA-01', 'PRE-01']), anActivity(['INF-02', 'TRA-01', 'XXX-01'])],
        allSections(3),
      ),
    ).toEqual({
      activities: ['TRA-01', 'INF-02'],
      criteria: ['TRA-01', 'PRE-01', 'INF-02', 'XXX-01'],
      phases: ['informacion', 'transaccion'],
    });
  });
});
