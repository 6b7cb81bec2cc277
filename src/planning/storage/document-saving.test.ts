import { beforeEach, describe, expect, it } from 'vitest';
import { freshBrowser, putInMemory, recordsOf } from '../../../tests/support/memory-browser.ts';
import { anAssessment, ID, LATER, NOW } from '../../../tests/builders/stored-assessment.ts';
import { AssessmentStore } from '../../assessment/storage/assessment-store.ts';
import { saveDocuments } from './document-saving.ts';

let tab: AssessmentStore;
let otherTab: AssessmentStore;
beforeEach(async () => {
  freshBrowser();
  tab = await AssessmentStore.open();
  otherTab = await AssessmentStore.open();
  await tab.create(anAssessment);
});

const { activities, projects } = anAssessment.documents;
/** Everything of the plan as both tabs saw it when they opened. */
const seen: ReadonlyMap<string, unknown> = new Map([
  ...Object.entries(activities).map(([id, record]) => [`activity:${id}`, record] as const),
  ...projects.map((record) => [`project:${(record as { id: string }).id}`, record] as const),
  ['texts:', anAssessment.documents.texts],
]);
const activity = (change: object) => ({ ...(activities['INF-01'] as object), ...change });
const save = (changes: Record<string, unknown>, was = seen, isGiven?: (key: string) => boolean) =>
  saveDocuments(tab, ID, changes, was, LATER, isGiven);
const saveInOther = (changes: Record<string, unknown>) => saveDocuments(otherTab, ID, changes, seen, NOW);
const loaded = async () => (await (await AssessmentStore.open()).load(ID))?.assessment ?? anAssessment;
const documents = async () => (await loaded()).documents;
const quarantine = async () => (await recordsOf()).quarantine;

describe('a record of the plan', () => {
  it('is in the database with one revision more, and nothing else has changed', async () => {
    const record = activity({ cargo: 'Asesor' });
    const result = await save({ 'activity:INF-01': record, 'texts:': { recursos: 'r' }, 'activity:INF-02': { a: 1 } });
    expect(result).toMatchObject({ revision: 42, conflicts: new Map(), renamed: new Map() });
    expect([...result.stored]).toEqual([
      ['activity:INF-01', record],
      ['texts:', { recursos: 'r' }],
      ['activity:INF-02', { a: 1 }],
    ]);
    expect(await loaded()).toEqual({
      ...anAssessment,
      modified: LATER,
      revision: 42,
      documents: {
        activities: { ...activities, 'INF-01': record, 'INF-02': { a: 1 } },
        texts: { recursos: 'r' },
        projects,
      },
    });
    expect(await quarantine()).toEqual([]);
  });

  it('is taken away, and comes back in its place', async () => {
    const { stored } = await save({ 'activity:INF-01': null, 'project:P-01': null });
    expect([...stored.values()]).toEqual([null, null]);
    const { 'INF-01': record, ...others } = activities;
    expect(await documents()).toMatchObject({ activities: others, projects: [projects[1]] });
    await save({ 'activity:INF-01': record }, new Map());
    expect((await documents()).activities).toEqual(activities);
  });

  it('stands beside what another tab writes: in another record, and in other fields of the same', async () => {
    await saveInOther({ 'activity:INF-01': activity({ cargo: 'Asesor' }), 'activity:PRE-01': null });
    const { conflicts, stored } = await save({ 'activity:INF-01': activity({ oficina: 'Sistemas' }) });
    const both = activity({ cargo: 'Asesor', oficina: 'Sistemas' });
    expect([conflicts.size, stored.get('activity:INF-01')]).toEqual([0, both]);
    expect((await documents()).activities['INF-01']).toEqual(both);
    expect((await documents()).activities['PRE-01']).toBeUndefined();
    expect(await quarantine()).toEqual([]);
  });

  it('is in conflict with another tab’s where both wrote one field: that one is given back and set aside', async () => {
    const theirs = activity({ cargo: 'De la otra' });
    await saveInOther({ 'activity:INF-01': theirs });
    const mine = activity({ cargo: 'De esta' });
    const { conflicts } = await save({ 'activity:INF-01': mine });
    expect([...conflicts]).toEqual([['activity:INF-01', theirs]]);
    expect((await documents()).activities['INF-01']).toEqual(mine);
    const aside = { assessmentId: ID, criterionId: 'activity:INF-01', found: LATER, raw: theirs };
    expect(await quarantine()).toEqual([aside]);
  });

  it('that another tab has changed is not taken away, and one that it has taken away stays where this one writes it', async () => {
    await saveInOther({ 'activity:PRE-01': null });
    const written = { ...(activities['PRE-01'] as object), cargo: 'De esta' };
    await save({ 'activity:PRE-01': written });
    expect((await documents()).activities['PRE-01']).toEqual(written);
    const theirs = activity({ cargo: 'De la otra' });
    await saveInOther({ 'activity:INF-01': theirs });
    expect((await save({ 'activity:INF-01': null })).stored.get('activity:INF-01')).toEqual(theirs);
    expect((await documents()).activities['INF-01']).toEqual(theirs);
  });

  it('takes the place of one that cannot be read, which is set aside as it was, also where it is taken away', async () => {
    const damaged = (id: string) => ({ assessmentId: ID, kind: 'activity', id, position: 0, record: 'dañada' });
    await putInMemory({ documents: [damaged('INF-01'), damaged('PRE-01')] });
    const { conflicts } = await save({ 'activity:INF-01': activity({}), 'activity:PRE-01': null });
    expect(conflicts.size).toBe(0);
    expect((await documents()).activities).toMatchObject({ 'INF-01': activities['INF-01'] });
    expect(await quarantine()).toMatchObject([
      { criterionId: 'activity:INF-01', raw: 'dañada' },
      { criterionId: 'activity:PRE-01', raw: 'dañada' },
    ]);
  });
});

describe('a new record whose id another tab has given meanwhile', () => {
  it('gets the next free one, which nobody else has given either: two things do not become one', async () => {
    await saveInOther({ 'activity:TRA-01': { actividad: 'De la otra' } });
    const mine = { actividad: 'De esta' };
    const { renamed, stored, conflicts } = await save(
      { 'activity:TRA-01': mine, 'activity:TRA-01-3': { actividad: 'Otra de esta' } },
      seen,
      (key) => key === 'activity:TRA-01-2',
    );
    expect([...renamed]).toEqual([['activity:TRA-01', 'activity:TRA-01-4']]);
    expect(stored.get('activity:TRA-01')).toEqual({ actividad: 'De la otra' });
    expect(conflicts.size).toBe(0);
    expect((await documents()).activities).toEqual({
      ...activities,
      'TRA-01': { actividad: 'De la otra' },
      'TRA-01-3': { actividad: 'Otra de esta' },
      'TRA-01-4': mine,
    });
  });

  it('gets one also where neither has been worded yet; what both have worded alike is one thing', async () => {
    const proposal = { actividad: 'Publicar' };
    await saveInOther({ 'activity:TRA-01': {}, 'activity:TRA-02': proposal });
    const { renamed } = await save({ 'activity:TRA-01': {}, 'activity:TRA-02': proposal });
    expect([...renamed]).toEqual([['activity:TRA-01', 'activity:TRA-01-2']]);
    expect(Object.keys((await documents()).activities)).toHaveLength(Object.keys(activities).length + 3);
  });

  it('holds it as its own where it is a project, and stands after the last in the list', async () => {
    await saveInOther({ 'project:P-03': { id: 'P-03', nombre: 'De la otra' } });
    const { renamed } = await save({ 'project:P-03': { id: 'P-03', nombre: 'De esta' } });
    expect([...renamed]).toEqual([['project:P-03', 'project:P-04']]);
    expect((await documents()).projects).toEqual([
      ...projects,
      { id: 'P-03', nombre: 'De la otra' },
      { id: 'P-04', nombre: 'De esta' },
    ]);
  });
});

it('a new project stands after the last of the list, whatever its id', async () => {
  for (const id of ['P-09', 'P-03']) await save({ [`project:${id}`]: { id } });
  expect((await documents()).projects).toEqual([...projects, { id: 'P-09' }, { id: 'P-03' }]);
});

it('a project keeps its place where it is changed, and the texts of two tabs are one record', async () => {
  const changed = { ...(projects[0] as object), nombre: 'Otro' };
  await save({ 'project:P-01': changed });
  expect((await documents()).projects).toEqual([changed, projects[1]]);
  const texts = { ...(anAssessment.documents.texts as object), recursos: 'De la otra' };
  await saveInOther({ 'texts:': texts });
  const { renamed, conflicts } = await save({ 'texts:': { recursos: 'De esta' } }, new Map());
  expect([renamed.size, [...conflicts]]).toEqual([0, [['texts:', texts]]]);
});
