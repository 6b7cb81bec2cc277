import { describe, expect, it } from 'vitest';
import { goldenAssessment, goldenInstrument } from '../../../tests/builders/golden-assessment.ts';
import { recordPart } from '../../assessment/copy/record-parts.ts';
import { showPesos } from '../../kit/values/money.ts';
import { longDate } from '../../kit/words/dates.ts';
import { planParts } from '../copy/record-parts.ts';
import { activityCells } from '../documents/plan-activity-cells.ts';
import { planColumns, projectColumns } from '../documents/plan-table.ts';
import { projectsDocument } from '../documents/projects-document.ts';
import { blankOf } from '../domain/field-values.ts';
import { EMPTY_PLAN, newActivity } from '../domain/plan.ts';
import { planningOf } from '../domain/planning.ts';
import { newProject } from '../domain/projects.ts';
import { mergePlanRecords, mergeProjects } from '../domain/record-merging.ts';
import { projectFacts } from '../elements/projects/facts.ts';
import { documentsJsonSchema } from '../file/json-schema.ts';
import { activityFromFile, projectFromFile } from '../file/plan-reading.ts';
import { activityToFile, projectToFile } from '../file/plan-writing.ts';
import { activityFields } from './activity-fields.ts';
import { fieldsOf, limitOf, plainFieldsOf, type Catalogue, type PlainField } from './field.ts';
import { PLAN_LIMITS } from './limits.ts';
import { projectFields } from './project-fields.ts';

/** A value of each kind, and how people read it. */
function sampleOf({ kind, label }: PlainField): { value: string | bigint; shown: string } {
  if (kind === 'date') return { value: '2010-02-03', shown: longDate('2010-02-03') };
  if (kind === 'amount') return { value: 123_456_750n, shown: showPesos(123_456_750n) };
  return { value: `Lo que dice «${label}»`, shown: `Lo que dice «${label}»` };
}

/** Another value than the sample. */
const otherThan = (field: PlainField): string | bigint =>
  field.kind === 'date' ? '2010-03-04' : field.kind === 'amount' ? 0n : 'Lo que dice otra persona';

/** A text that no field of this kind takes, or the longest that it takes and one sign more. */
const wrongFor = (field: PlainField): string =>
  field.kind === 'text' || field.kind === 'line' ? 'x'.repeat(limitOf(field) + 1) : '31/01/2010';

const { sections } = goldenInstrument;
const cellTexts = (model: ReturnType<typeof projectsDocument>): string => JSON.stringify(model.blocks);

describe.each<[string, Catalogue]>([
  ['an activity', activityFields],
  ['a project', projectFields],
])('the fields of %s', (_, fields) => {
  it('have each a key of the file and a name of their own', () => {
    const all = fieldsOf(fields).map(([, field]) => field);
    expect(new Set(all.map(({ file }) => file)).size).toBe(all.length);
    expect(new Set(all.map(({ label }) => label)).size).toBe(all.length);
    // These hold what is in no catalogue.
    for (const { file } of all) expect(['id', 'avances', 'retirada', 'extra']).not.toContain(file);
  });
});

describe.each(plainFieldsOf(activityFields))('the field %s of an activity', (key, field) => {
  const { value, shown } = sampleOf(field);
  const activity = newActivity(EMPTY_PLAN, ['INF-01'], { [key]: value });
  const planning = planningOf(goldenInstrument, goldenAssessment, { ...EMPTY_PLAN, activities: [activity] }, []);

  it('goes to the file and comes back, and is absent there where it is blank', () => {
    const file = activityToFile(activity);
    expect(Object.keys(file)).toEqual([field.file]);
    expect(activityFromFile('INF-01', file)).toEqual({ ok: true, value: activity });
    expect(activityToFile({ ...activity, [key]: blankOf(field) })).toEqual({});
  });

  it('is refused where it is wrong, and named where it is damaged', () => {
    const read = activityFromFile('INF-01', { [field.file]: wrongFor(field) });
    expect(read).toMatchObject({ ok: false, problems: [{ path: field.file }] });
    expect(recordPart('activity', [field.file], planParts).name).toBe(field.label);
  });

  it('is kept in a merge with one that says nothing, and parts two that say different things', () => {
    const blank = { ...activity, [key]: blankOf(field) };
    const merge = (a: typeof activity, b: typeof activity) => mergePlanRecords(a, b, PLAN_LIMITS);
    expect([merge(activity, blank), merge(blank, activity)]).toEqual([activity, activity]);
    expect(merge(activity, { ...activity, [key]: otherThan(field) })).toBeNull();
  });

  it('is in the table, in the document and in the published JSON Schema', () => {
    const column = planColumns(planning).find(({ heading }) => heading === field.label);
    expect(Object.values(column?.cell(planning.rows[0]!) ?? {})).toContain(value);
    expect(activityCells(planning.rows[0]!, planning).join('\n')).toContain(shown);
    expect(documentsJsonSchema.descriptions[`planDeAccion.*.${field.file}`]).toBeTypeOf('string');
    expect(documentsJsonSchema.properties['planDeAccion']?.additionalProperties).toHaveProperty([
      'properties',
      field.file,
    ]);
  });
});

describe.each(plainFieldsOf(projectFields))('the field %s of a project', (key, field) => {
  const { value, shown } = sampleOf(field);
  const project = newProject([], { [key]: value });
  const planning = planningOf(goldenInstrument, goldenAssessment, EMPTY_PLAN, [project]);

  it('goes to the file and comes back, and is absent there where it is blank', () => {
    const file = projectToFile(project);
    expect(Object.keys(file)).toEqual(['id', field.file]);
    expect(projectFromFile(file)).toEqual({ ok: true, value: project });
    expect(projectToFile({ ...project, [key]: blankOf(field) })).toEqual({ id: 'P-01' });
  });

  it('is refused where it is wrong, and named where it is damaged', () => {
    const read = projectFromFile({ id: 'P-01', [field.file]: wrongFor(field) });
    expect(read).toMatchObject({ ok: false, problems: [{ path: field.file }] });
    expect(recordPart('project', [field.file], planParts).name).toBe(field.label);
  });

  it('is kept in a merge with one that says nothing, and parts two that say different things', () => {
    const blank = { ...project, [key]: blankOf(field) };
    const merge = (a: typeof project, b: typeof project) => mergeProjects(a, b, PLAN_LIMITS);
    expect([merge(project, blank), merge(blank, project)]).toEqual([project, project]);
    expect(merge(project, { ...project, [key]: otherThan(field) })).toBeNull();
  });

  it('is in the table, in the document, in what a closed version shows and in the published JSON Schema', () => {
    const cells = projectColumns(planning).flatMap(({ cell }) => Object.values(cell(project)));
    expect(cells).toContain(value);
    expect(cellTexts(projectsDocument(planning))).toContain(shown);
    expect(projectFacts(project, sections, EMPTY_PLAN).flat().join('\n')).toContain(shown);
    expect(documentsJsonSchema.descriptions[`proyectos.*.${field.file}`]).toBeTypeOf('string');
    expect(documentsJsonSchema.properties['proyectos']?.items).toHaveProperty(['properties', field.file]);
  });
});
