import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSections } from '../../../tests/builders/planned-entity.ts';
import { somePlan, someProjects } from '../../../tests/builders/random-plan.ts';
import { mergePlans, type MergeLimits, type PlanAndProjects, type PlanMerge } from './plan-merging.ts';
import { BLANK_FIELDS, EMPTY_PLAN, type Activity } from './plan.ts';
import { newProject, type Project } from './projects.ts';
import { activityFields } from '../fields/activity-fields.ts';
import { plainFieldsOf, type Catalogue } from '../fields/field.ts';
import { projectFields } from '../fields/project-fields.ts';

const LIMITS: MergeLimits = { activities: 2000, projects: 500, text: 5000, progress: 100, links: 2000 };
const NOTHING: PlanAndProjects = { plan: EMPTY_PLAN, projects: [] };
const merge = (mine: PlanAndProjects, theirs: PlanAndProjects): PlanMerge => mergePlans(mine, theirs, LIMITS);

function anActivity(id: string, fields: Partial<Activity> = {}): Activity {
  return { id, criteria: [/^[A-Z]+-\d+/.exec(id)?.[0] ?? id], ...BLANK_FIELDS, progress: [], ...fields };
}

function withRows(...activities: Activity[]): PlanAndProjects {
  return { plan: { ...EMPTY_PLAN, activities }, projects: [] };
}

const rows = ({ plan }: PlanAndProjects): [string, string][] =>
  plan.activities.map(({ id, activity }) => [id, activity]);

/** The documents as text, projects by id, to be compared. */
function asText({ plan, projects }: PlanAndProjects): string {
  const byId = projects.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify([plan, byId], (_, value: unknown) => (typeof value === 'bigint' ? `${value} c` : value));
}

/** Every text that somebody wrote, wherever it stands. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? [String(value)] : [];
  return Object.entries(value).flatMap(([key, child]) => (key === 'id' || key === 'activities' ? [] : textsIn(child)));
}

const sections = allSections(1);
const some = fc
  .tuple(somePlan(sections), someProjects(sections))
  .map(([plan, projects]): PlanAndProjects => ({ plan, projects }));

/** The fields that are texts of some length, so that one field more is tried too. */
const textsOf = (fields: Catalogue): string[] =>
  plainFieldsOf(fields).flatMap(([key, { kind }]) => (kind === 'text' || kind === 'line' ? [key] : []));
const [activityTexts, projectTexts] = [textsOf(activityFields), textsOf(projectFields)];
const oneOf = (keys: readonly string[], number: number): string => keys[number % keys.length] ?? '';

/** Two states of one plan: each side changed some fields of some rows, or blanked or took away some. */
const someTwo = fc
  .tuple(some, fc.infiniteStream(fc.nat(7)), fc.infiniteStream(fc.nat(7)))
  .map(([{ plan, projects }, one, other]): [PlanAndProjects, PlanAndProjects] => {
    const side = (dice: IterableIterator<number>): PlanAndProjects => {
      const next = (): number => dice.next().value as number;
      const row = (each: Activity): Activity[] => {
        const change: Partial<Activity>[] = [
          {},
          { goal: '' },
          { office: '', amount: null },
          { progress: [] },
          { [oneOf(activityTexts, 8 * next() + next())]: `Cambió ${next()}` },
          { end: '2010-03-01' },
        ];
        const chosen = next();
        return chosen === 7 ? [] : [{ ...each, ...change[chosen] }];
      };
      const project = (each: Project): Project[] => {
        const change: Partial<Project>[] = [
          {},
          { name: '' },
          { activities: ['INF-01'] },
          { [oneOf(projectTexts, 8 * next() + next())]: `Fuente ${next()}` },
        ];
        const chosen = next();
        return chosen === 7 ? [] : [{ ...each, ...change[chosen] }];
      };
      const archived = plan.archived.flatMap((each) => row(each.activity).map((activity) => ({ ...each, activity })));
      return {
        plan: { ...plan, activities: plan.activities.flatMap(row), archived },
        projects: projects.flatMap(project),
      };
    };
    return [side(one), side(other)];
  });

describe('merging two plans', () => {
  it('changes nothing where both are the same, and gives the very records back', () => {
    fc.assert(
      fc.property(some, (mine) => {
        const merged = merge(mine, structuredClone(mine));
        expect(merged.plan.activities.every((each, index) => each === mine.plan.activities[index])).toBe(true);
        expect(asText(merged)).toBe(asText(mine));
        expect(merged.leftOut).toEqual([]);
        for (const { kind } of [...merged.activities, ...merged.projectRecords]) expect(kind).toBe('equal');
      }),
    );
  });

  it('changes nothing more the second time, whichever way round', () => {
    fc.assert(
      fc.property(fc.oneof(someTwo, fc.tuple(some, some)), ([mine, theirs]) => {
        const once = merge(mine, theirs);
        expect(asText(merge(once, theirs))).toBe(asText(once));
        expect(asText(merge(once, mine))).toBe(asText(once));
      }),
      { numRuns: 300 },
    );
  });

  it('loses no text and no amount of either side', () => {
    fc.assert(
      fc.property(fc.oneof(someTwo, fc.tuple(some, some)), ([mine, theirs]) => {
        const merged = merge(mine, theirs);
        const inResult = textsIn([merged.plan, merged.projects]);
        const isKept = (text: string): boolean => inResult.some((each) => each === text || each.includes(text));
        const given = textsIn([mine.plan, mine.projects, theirs.plan, theirs.projects]);
        const leftOut = merged.leftOut.length > 0;
        expect(leftOut ? [] : given.filter((text) => !isKept(text))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same whichever is mine, where nothing clashes', () => {
    let compared = 0;
    fc.assert(
      fc.property(someTwo, ([mine, theirs]) => {
        const [merged, turned] = [merge(mine, theirs), merge(theirs, mine)];
        const items = [...merged.activities, ...merged.projectRecords];
        if (items.some(({ kind }) => kind === 'both')) return;
        compared += 1;
        expect(asText(merged)).toBe(asText(turned));
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it('takes what only the other has, and joins what one left blank', () => {
    const mine = withRows(anActivity('INF-01', { activity: 'Publicar', office: 'Planeación' }));
    const theirs = withRows(
      anActivity('INF-01', { activity: 'Publicar', goal: 'Una página', amount: 0n }),
      anActivity('INF-02', { activity: 'Revisar' }),
    );
    const merged = merge(mine, theirs);
    expect(merged.plan.activities).toEqual([
      anActivity('INF-01', { activity: 'Publicar', office: 'Planeación', goal: 'Una página', amount: 0n }),
      anActivity('INF-02', { activity: 'Revisar' }),
    ]);
    expect(merged.activities).toEqual([
      { kind: 'joined', id: 'INF-01' },
      { kind: 'theirs', id: 'INF-02' },
    ]);
  });

  it('keeps both where they differ, under an id that neither has given, and the projects follow', () => {
    const mine: PlanAndProjects = {
      ...withRows(anActivity('INF-01', { activity: 'A' }), anActivity('INF-01-3', { activity: 'C' })),
      projects: [newProject([], { name: 'Portal', activities: ['INF-01'] })],
    };
    const theirs: PlanAndProjects = {
      ...withRows(anActivity('INF-01', { activity: 'B' }), anActivity('INF-01-2', { activity: 'D' })),
      projects: [
        newProject([], { name: 'Portal', activities: ['INF-01'] }),
        newProject([{ id: 'P-01' } as Project], { name: 'Correo', activities: ['INF-01', 'INF-01-2'] }),
      ],
    };
    const merged = merge(mine, theirs);
    expect(rows(merged)).toEqual([
      ['INF-01', 'A'],
      ['INF-01-2', 'D'],
      ['INF-01-3', 'C'],
      ['INF-01-4', 'B'],
    ]);
    expect(merged.activities).toContainEqual({ kind: 'both', id: 'INF-01', theirId: 'INF-01-4' });
    expect(merged.projects.map(({ name, activities }) => [name, activities])).toEqual([
      ['Portal', ['INF-01', 'INF-01-4']],
      ['Correo', ['INF-01-4', 'INF-01-2']],
    ]);
  });

  it('does not grow when two colleagues merge each other’s files again and again', () => {
    const [a, b] = [
      withRows(anActivity('INF-01', { activity: 'A' })),
      withRows(anActivity('INF-01', { activity: 'B' })),
    ];
    const first = merge(a, b);
    const second = merge(b, first);
    const third = merge(first, second);
    const fourth = merge(second, third);
    for (const each of [first, second, third, fourth]) {
      expect(each.plan.activities.map(({ activity }) => activity).sort()).toEqual(['A', 'B']);
    }
  });

  it('joins the progress by date; two that differ on one date keep both rows', () => {
    const at = (date: string, percent: number, note = '') => ({ date, percent, note });
    const row = (...progress: Activity['progress']): PlanAndProjects => withRows(anActivity('INF-01', { progress }));
    const merged = merge(row(at('2009-10-31', 20)), row(at('2009-10-31', 20, 'Va'), at('2009-12-31', 60)));
    expect(merged.plan.activities[0]?.progress).toEqual([at('2009-10-31', 20, 'Va'), at('2009-12-31', 60)]);
    expect(merge(row(at('2009-10-31', 20)), row(at('2009-10-31', 30))).plan.activities).toHaveLength(2);
  });

  it('lets an activity leave the plan where one side says so and both say the same, and keeps both otherwise', () => {
    const activity = anActivity('INF-01', { activity: 'Publicar' });
    const left = { activity, why: 'met' as const, date: '2009-12-31' };
    const archived: PlanAndProjects = { plan: { ...EMPTY_PLAN, archived: [left] }, projects: [] };
    for (const merged of [merge(withRows(activity), archived), merge(archived, withRows(activity))]) {
      expect(merged.plan).toEqual(archived.plan);
    }
    const both = merge(withRows({ ...activity, goal: 'Una' }), archived);
    expect(rows(both)).toEqual([['INF-01', 'Publicar']]);
    expect(both.plan.archived.map((each) => each.activity.id)).toEqual(['INF-01-2']);
  });

  it('joins the general texts with a blank line unless one holds the other; what is too long stays out and is named', () => {
    const texts = (mechanisms: string): PlanAndProjects => ({
      ...NOTHING,
      plan: { ...EMPTY_PLAN, texts: { ...EMPTY_PLAN.texts, mechanisms } },
    });
    const mechanisms = (a: string, b: string): string => merge(texts(a), texts(b)).plan.texts.mechanisms;
    expect(mechanisms('', 'b')).toBe('b');
    expect(mechanisms('Comité', 'Comité mensual')).toBe('Comité mensual');
    expect(mechanisms('a', 'b')).toBe('a\n\nb');
    const long = merge(texts('a'.repeat(3000)), texts('b'.repeat(3000)));
    expect(long.plan.texts.mechanisms).toBe('a'.repeat(3000));
    expect(long.leftOut).toEqual([{ kind: 'text', field: 'mechanisms' }]);
    // To the last letter that fits, with the blank line between them.
    expect(mechanisms('a'.repeat(2499), 'b'.repeat(2499))).toHaveLength(5000);
    expect(mechanisms('a'.repeat(2499), 'b'.repeat(2500))).toHaveLength(2499);
  });

  it('gives no damaged record’s id away', () => {
    const taken = { activities: new Set(['INF-01', 'INF-01-2']), projects: new Set(['P-01']) };
    const theirs = { ...withRows(anActivity('INF-01', { activity: 'B' })), projects: [newProject([], { name: 'x' })] };
    const once = mergePlans(NOTHING, theirs, LIMITS, taken);
    expect(rows(once)).toEqual([['INF-01-3', 'B']]);
    expect(once.projects.map(({ id }) => id)).toEqual(['P-02']);
    expect(asText(mergePlans(once, theirs, LIMITS, taken))).toBe(asText(once));
  });

  it('brings nothing in that would not fit, and says so; to the last place it does', () => {
    const many = (letter: string): PlanAndProjects =>
      withRows(...Array.from({ length: 6 }, (_, index) => anActivity(`${letter}-${index}`)));
    const both = (limits: Partial<MergeLimits>): PlanMerge =>
      mergePlans(many('A'), { ...many('B'), projects: [newProject([])] }, { ...LIMITS, ...limits });
    expect(both({ activities: 11 }).plan).toEqual(many('A').plan);
    expect(both({ activities: 11 }).leftOut).toEqual([{ kind: 'activities' }, { kind: 'projects' }]);
    expect(both({ projects: 0 }).leftOut).toEqual([{ kind: 'projects' }]);
    const merged = both({ activities: 12, projects: 1 });
    expect([merged.plan.activities.length, merged.projects.length, merged.leftOut]).toEqual([12, 1, []]);
  });

  it('makes one of two records as long as their progress and their links fit, and keeps both where they do not', () => {
    const progress = (day: string) => ({ progress: [{ date: `2009-11-${day}`, percent: 10, note: '' }] });
    const side = (day: string, linked: string): PlanAndProjects => ({
      ...withRows(anActivity('INF-01', { activity: 'Publicar', ...progress(day) })),
      projects: [newProject([], { name: 'Red', activities: [linked] })],
    });
    const counted = (limit: number): number[] => {
      const { plan, projects } = mergePlans(side('01', 'INF-01'), side('02', 'INF-02'), {
        ...LIMITS,
        progress: limit,
        links: limit,
      });
      return [plan.activities.length, projects.length];
    };
    expect([counted(2), counted(1)]).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});
