import { describe, expect, it } from 'vitest';
import { placeOfGap, planFragment, planPlace, projectFragment, projectPlace } from './places.ts';

describe('a place of the plan or the projects', () => {
  it('comes back from its fragment', () => {
    for (const place of [
      { kind: 'activity', id: 'INF-01-2', field: 'end' },
      { kind: 'activity', id: 'X/9 ñ', field: null },
      { kind: 'criterion', id: 'DEM-13' },
      { kind: 'text', field: 'mechanisms' },
      { kind: 'proposals' },
    ] as const) {
      expect(planPlace(`#${planFragment(place)}`)).toEqual(place);
    }
    for (const place of [{ kind: 'project', id: 'P-01', field: 'hardware' }, { kind: 'new' }] as const) {
      expect(projectPlace(projectFragment(place))).toEqual(place);
    }
  });

  it('is none where the fragment names nothing', () => {
    for (const fragment of ['', '#', '#otra/cosa', '#actividad/', '#actividad/%E0%A4%A']) {
      expect([planPlace(fragment), projectPlace(fragment)]).toEqual([null, null]);
    }
  });

  it('is where what is missing is filled in', () => {
    expect(placeOfGap({ kind: 'activity', activityId: 'INF-01', field: 'resources' })).toEqual({
      page: 'plan',
      fragment: 'actividad/INF-01/technology',
    });
    expect(
      placeOfGap({ kind: 'goal', phaseId: 'informacion', criterionId: 'INF-02', why: 'pending', activityId: null }),
    ).toEqual({
      page: 'question',
      phaseId: 'informacion',
      criterionId: 'INF-02',
    });
    // What keeps a phase from its goal in time is the end of an activity: the one that the link opens.
    const end = { page: 'plan', fragment: 'actividad/INF-02-2/end' };
    expect(
      placeOfGap({
        kind: 'goal',
        phaseId: 'informacion',
        criterionId: 'INF-02',
        why: 'noEnd',
        activityId: 'INF-02-2',
      }),
    ).toEqual(end);
    expect(
      placeOfGap({
        kind: 'goalLate',
        phaseId: 'informacion',
        deadline: '2010-06-01',
        reachedOn: '2010-06-02',
        activityId: 'INF-02-2',
      }),
    ).toEqual(end);
    expect(placeOfGap({ kind: 'noProjects' })).toEqual({ page: 'projects', fragment: 'nuevo' });
  });
});
