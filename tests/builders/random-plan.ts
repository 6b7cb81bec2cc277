import fc from 'fast-check';
import type { Section } from '../../src/instrument/instrument.ts';
import { MAX_CENTS, type Cents } from '../../src/kit/values/money.ts';
import { EMPTY_PLAN, newActivity, withActivities, type Activity, type Plan } from '../../src/planning/domain/plan.ts';
import { newProject, projectKinds, projectTargets, type Project } from '../../src/planning/domain/projects.ts';
import type { PlainValues } from '../../src/planning/domain/field-values.ts';
import { activityFields } from '../../src/planning/fields/activity-fields.ts';
import { limitOf, plainFieldsOf, type Catalogue, type PlainField } from '../../src/planning/fields/field.ts';
import { projectFields } from '../../src/planning/fields/project-fields.ts';
import { someText } from './random-assessment.ts';

const text = (maximum: number): fc.Arbitrary<string> => someText(maximum).map((value) => value.slice(0, maximum));

/** Days around the circular's own; now and then none. */
export const someDay: fc.Arbitrary<string> = fc
  .integer({ min: Date.UTC(2009, 8, 1), max: Date.UTC(2011, 0, 1) })
  .map((milliseconds) => new Date(milliseconds).toISOString().slice(0, 10));
const someOptionalDay = fc.option(someDay, { nil: '' });

const someAmount: fc.Arbitrary<Cents | null> = fc.option(fc.bigInt({ min: 0n, max: MAX_CENTS }));

const someExtra: fc.Arbitrary<{ extra?: Record<string, unknown> }> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  fc.constant({ extra: { color: 'azul', lista: [1, { a: null }] } }),
  fc.constant({ extra: JSON.parse('{ "__proto__": { "x": 1 }, "constructor": 7 }') as Record<string, unknown> }),
);

// Functions and no constants, so that the builder of assessments, which this one reads, can read it too.
function someValue(field: PlainField): fc.Arbitrary<string | Cents | null> {
  if (field.kind === 'date') return someOptionalDay;
  return field.kind === 'amount' ? someAmount : text(limitOf(field));
}

/** Any values for every field of one value that a catalogue has: a field more is tried without a change here. */
function someValues<Fields extends Catalogue>(fields: Fields): fc.Arbitrary<PlainValues<Fields>> {
  const values = plainFieldsOf(fields).map(([key, field]) => [key, someValue(field)] as const);
  return fc.record(Object.fromEntries(values)) as unknown as fc.Arbitrary<PlainValues<Fields>>;
}

function someProgress() {
  return fc
    .uniqueArray(fc.record({ date: someDay, percent: fc.integer({ min: 0, max: 100 }), note: text(5000) }), {
      maxLength: 3,
      selector: ({ date }) => date,
    })
    .chain((entries) => fc.tuple(...entries.map((entry) => someExtra.map((extra) => ({ ...entry, ...extra })))))
    .map((entries) => [...entries].sort((a, b) => (a.date < b.date ? -1 : 1)));
}

/** Any plan for these sections: rows for one criterion or several, some of another version, some in the trace. */
export function somePlan(sections: readonly Pick<Section, 'criteria'>[]): fc.Arbitrary<Plan> {
  const ids = [...sections.flatMap(({ criteria }) => criteria.map(({ id }) => id)), 'XXX-99'];
  const row = fc.record({
    criteria: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
    fields: someValues(activityFields),
    progress: someProgress(),
    extra: someExtra,
    archived: fc.option(
      fc
        .record({ why: fc.constantFrom('met' as const, 'notApplicable' as const), date: someDay })
        .chain((trace) => someExtra.map((extra) => ({ ...trace, ...extra }))),
      { freq: 5 },
    ),
  });
  return fc
    .record({
      rows: fc.array(row, { maxLength: 8 }),
      texts: fc.record({
        procedures: text(5000),
        citizenService: text(5000),
        mechanisms: text(5000),
        resources: text(5000),
      }),
      extra: someExtra,
    })
    .map(({ rows, texts, extra }) => {
      const traces = new Map<Activity['id'], (typeof rows)[number]['archived']>();
      let plan: Plan = { ...EMPTY_PLAN, texts: { ...texts, ...extra } };
      for (const { criteria, fields, progress, extra: own, archived } of rows) {
        const activity = { ...newActivity(plan, criteria as [string, ...string[]], fields), progress, ...own };
        traces.set(activity.id, archived);
        plan = withActivities(plan, [activity]);
      }
      return {
        ...plan,
        activities: plan.activities.filter(({ id }) => !traces.get(id)),
        archived: plan.activities.flatMap((activity) => {
          const trace = traces.get(activity.id);
          return trace ? [{ activity, ...trace }] : [];
        }),
      };
    });
}

/** Any list of projects for these sections. */
export function someProjects(sections: readonly Pick<Section, 'id' | 'criteria'>[]): fc.Arbitrary<Project[]> {
  const resource = fc
    .record({ description: text(5000), amount: someAmount })
    .chain((given) => someExtra.map((extra) => ({ ...given, ...extra })));
  const ids = sections.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  const lists = fc.record({
    kinds: fc.subarray([...projectKinds]),
    targets: fc.subarray([...projectTargets]),
    phases: fc.subarray<string>([...sections.map(({ id }) => id), 'otra']),
    criteria: fc.subarray(ids),
    resources: fc
      .record({ hardware: resource, software: resource, communications: resource })
      .chain((given) => someExtra.map((extra) => ({ ...given, ...extra }))),
    activities: fc.subarray([...ids, 'INF-01-2']),
  });
  const fields = fc.tuple(someValues(projectFields), lists).map(([values, given]) => ({ ...values, ...given }));
  return fc
    .array(
      fields.chain((given) => someExtra.map((extra) => ({ ...given, ...extra }))),
      { maxLength: 5 },
    )
    .map((list) =>
      list.reduce<Project[]>((projects, given) => [...projects, { ...newProject(projects), ...given }], []),
    );
}
