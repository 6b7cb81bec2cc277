import { beforeEach, describe, expect, it } from 'vitest';
import { freshBrowser, putInMemory, recordsOf } from '../../../tests/support/memory-browser.ts';
import { anAssessment, another, ID, LATER, NEW_ID, noted, NOW } from '../../../tests/builders/stored-assessment.ts';
import { assessmentToFile } from '../file/assessment-file.ts';
import { close, verifyClosing } from '../file/closing.ts';
import { AssessmentStore, type Written } from './assessment-store.ts';
import { rawRecords } from './raw-records.ts';
import { saveAnswers } from './answer-saving.ts';
import { listKept, removeAssessment } from './kept.ts';
import { addCopy } from './adding.ts';
import { closeAssessment } from './closing.ts';
import { replaceAssessment } from './replacing.ts';
import { saveEntity, saveInstrument, saveLabel, saveProfile } from './header-saving.ts';

/** A tab has a store of its own: two of them are two connections to one database. */
let tab: AssessmentStore;
let otherTab: AssessmentStore;

beforeEach(async () => {
  freshBrowser();
  tab = await AssessmentStore.open();
  otherTab = await AssessmentStore.open();
  await tab.create(anAssessment);
});

const loaded = async (id = ID) => (await otherTab.load(id))?.assessment ?? null;
const headerOf = async (id = ID) => {
  const { answers: _answers, documents: _documents, ...header } = (await loaded(id)) ?? anAssessment;
  return header;
};
const { answers: _answers, documents: _documents, ...before } = anAssessment;

describe('an assessment in the database', () => {
  it('comes back in another tab as it was stored, every answer, record and unknown key of it', async () => {
    expect(await otherTab.load(ID)).toEqual({ assessment: anAssessment, damage: [] });
    expect(await otherTab.load(NEW_ID)).toBeNull();
  });

  it('keeps apart what belongs to another one', async () => {
    await tab.create(another);
    expect(await loaded(another.id)).toEqual(another);
    expect(await loaded()).toEqual(anAssessment);
    await removeAssessment(tab, another.id, NOW);
    expect(await loaded()).toEqual(anAssessment);
  });

  it('is listed, the last changed first', async () => {
    await tab.create(another);
    const ids = async () => (await otherTab.list()).headers.map(({ id }) => id);
    expect(await ids()).toEqual([another.id, ID]);
    await saveLabel(tab, ID, 'Otra', NOW);
    expect(await ids()).toEqual([ID, another.id]);
  });

  it('is not stored over one of the same id, and nothing of it is there', async () => {
    const second = { ...another, id: ID };
    await expect(tab.create(second)).rejects.toMatchObject({ fault: 'failed', cause: { name: 'ConstraintError' } });
    expect(await loaded()).toEqual(anAssessment);
  });
});

describe('what cannot be read', () => {
  it('is told with its place and its content, and everything else comes', async () => {
    const damaged = { tipo: 'evaluada', cumplidas: 'todas', modificada: NOW };
    const broken = { id: 'otra', entidad: 7 };
    await putInMemory({
      assessments: [broken],
      answers: [{ assessmentId: ID, criterionId: 'INF-02', answer: damaged }],
    });
    const { 'INF-02': _gone, ...answers } = anAssessment.answers;
    const { assessment, damage } = (await tab.load(ID)) ?? {};
    expect(assessment).toEqual({ ...anAssessment, answers });
    expect(damage).toMatchObject([{ assessmentId: ID, criterionId: 'INF-02', raw: damaged }]);
    expect(damage?.[0]?.problems.length).toBeGreaterThan(0);
    const list = await tab.list();
    expect(list.headers).toEqual([before]);
    expect(list.damage).toMatchObject([{ assessmentId: 'otra', criterionId: null, raw: broken }]);
    expect(await tab.load('otra')).toBeNull();
  });

  it('is in the copy of everything that is stored, as it lies there', async () => {
    const answer = { assessmentId: ID, criterionId: 'INF-02', answer: 'dañada' };
    const aside = { assessmentId: ID, criterionId: 'INF-03', found: NOW, raw: 'apartada' };
    await tab.create(another);
    await putInMemory({ answers: [answer], quarantine: [aside, { ...aside, assessmentId: another.id }] });
    const all = await recordsOf();
    const own = (records: unknown[]) =>
      (records as { assessmentId: string }[]).filter((each) => each.assessmentId === ID);
    expect(await rawRecords(tab, ID)).toEqual({
      autoevaluacion: all.assessments.find((each) => (each as { id: string }).id === ID),
      respuestas: own(all.answers),
      documentos: own(all.documents),
      apartadas: [aside],
    });
    expect(own(all.answers)).toContainEqual(answer);
    expect(await rawRecords(tab, 'ninguna')).toMatchObject({ autoevaluacion: null, respuestas: [], apartadas: [] });
  });
});

describe('what is changed of the header', () => {
  it('leaves everything else as it was, with one revision more', async () => {
    const entity = { ...another.entity, contact: { ...another.entity.contact, name: 'Ana' } };
    expect(await saveEntity(tab, ID, { entity, cutoffDate: '2009-11-30' }, NOW)).toBe(42);
    expect(await headerOf()).toEqual({ ...before, entity, cutoffDate: '2009-11-30', modified: NOW, revision: 42 });
    await saveLabel(tab, ID, 'Otra', LATER);
    expect(await saveInstrument(tab, ID, { id: 'decreto-1151-2008', version: '2027.1' }, LATER)).toBe(44);
    expect(await loaded()).toEqual({
      ...anAssessment,
      entity,
      cutoffDate: '2009-11-30',
      label: 'Otra',
      // What the file says beside it stays.
      instrument: { ...before.instrument, version: '2027.1' },
      modified: LATER,
      revision: 44,
    });
  });

  it('keeps what this version does not know of the entity', async () => {
    const entity = {
      ...another.entity,
      extra: { color: 'azul' },
      contact: { ...another.entity.contact, extra: { ext: 5 } },
    };
    await tab.create({ ...another, entity });
    const { extra: _one, ...known } = entity;
    const { extra: _two, ...contact } = entity.contact;
    await saveEntity(tab, another.id, { entity: { ...known, acronym: 'S', contact }, cutoffDate: '2009-11-30' }, NOW);
    expect((await loaded(another.id))?.entity).toEqual({ ...entity, acronym: 'S' });
  });

  it('stands beside what another tab answers to the profile', async () => {
    await Promise.all([saveProfile(tab, ID, { pagos: true }, NOW), saveProfile(otherTab, ID, { sedes: true }, NOW)]);
    expect(await headerOf()).toMatchObject({ profile: { tramites: true, sedes: true, pagos: true }, revision: 43 });
  });
});

describe('an assessment that comes from a file', () => {
  const file = { fileName: 'sena.gel.json', at: NOW };

  it('is stored under its own id, and the file is a copy of it', async () => {
    expect(await addCopy(tab, another, NEW_ID, file)).toEqual({ id: another.id, isCopy: false });
    expect(await loaded(another.id)).toEqual(another);
    expect((await recordsOf()).copies).toMatchObject([{ assessmentId: another.id, ...file, revision: 1 }]);
  });

  it('comes in open and under the new id where its own is taken; the file is no copy of that', async () => {
    const closed = await close(anAssessment, { date: '2009-10-31', responsible: 'Planeación' });
    expect(await addCopy(tab, closed, NEW_ID, file)).toEqual({ id: NEW_ID, isCopy: true });
    expect(await loaded(NEW_ID)).toEqual({ ...anAssessment, id: NEW_ID });
    expect(await loaded()).toEqual(anAssessment);
    expect((await recordsOf()).copies).toEqual([]);
  });
});

describe('an assessment that is replaced', () => {
  const next = { ...another, id: ID, revision: 7 };
  const replace = (assessment = next, seenRevision = 41) =>
    replaceAssessment(tab, assessment, { seenRevision, reason: 'replaced', now: NOW });

  it('has nothing of the one before, one revision more, and that one is kept whole', async () => {
    const key = await replace();
    expect(await loaded()).toEqual({ ...next, revision: 42, modified: NOW });
    expect(await listKept(otherTab)).toEqual([{ key, reason: 'replaced', at: NOW, assessment: anAssessment }]);
  });

  it('stays as it is where another tab has changed it since: nothing is kept either', async () => {
    await saveLabel(otherTab, ID, 'Otra', NOW);
    expect(await replace()).toBeNull();
    expect(await loaded()).toEqual({ ...anAssessment, label: 'Otra', modified: NOW, revision: 42 });
    expect(await listKept(otherTab)).toEqual([]);
  });

  it('is to the letter what was closed, where a closed version takes its place', async () => {
    const closed = await close(next, { date: '2009-10-31', responsible: 'Planeación' });
    await replace(closed);
    expect(await loaded()).toEqual(closed);
  });

  it('leaves what of it could not be read set aside, because the kept one does not have it', async () => {
    await putInMemory({ answers: [{ assessmentId: ID, criterionId: 'INF-02', answer: 'dañada' }] });
    await replace();
    const aside = { assessmentId: ID, criterionId: 'INF-02', found: NOW, raw: 'dañada' };
    expect((await recordsOf()).quarantine).toEqual([aside]);
    expect((await recordsOf()).answers).toHaveLength(1);
  });
});

it('a deleted assessment leaves no record behind but the kept one, and the copies it had in files', async () => {
  await addCopy(tab, another, NEW_ID, { fileName: 'sena.gel.json', at: NOW });
  const key = await removeAssessment(tab, another.id, LATER);
  await removeAssessment(tab, ID, LATER);
  expect(await otherTab.list()).toEqual({ headers: [], damage: [] });
  const { assessments, answers, documents, copies } = await recordsOf();
  expect([assessments, answers, documents]).toEqual([[], [], []]);
  expect(copies).toMatchObject([{ assessmentId: another.id }]);
  const kept = await listKept(tab);
  expect(kept.map(({ reason, at, assessment }) => [reason, at, assessment])).toEqual([
    ['deleted', LATER, anAssessment],
    ['deleted', LATER, another],
  ]);
  expect(kept[1]?.key).toBe(key);
});

describe('a version that is closed', () => {
  const closing = { date: '2009-10-31', responsible: 'Planeación' };
  const closedNext = () => close({ ...anAssessment, modified: NOW, revision: 42 }, closing);

  it('is stored to the letter: its digest verifies on what comes back', async () => {
    const closed = await closedNext();
    expect(await closeAssessment(tab, closed, 41)).toBe(true);
    expect(await loaded()).toEqual(closed);
    const back = assessmentToFile((await loaded()) ?? anAssessment);
    expect((await verifyClosing(back)).kind).toBe('unchanged');
  });

  it('is not closed where another tab has changed it since its digest was taken', async () => {
    const closed = await closedNext();
    await saveLabel(otherTab, ID, 'Otra', NOW);
    expect(await closeAssessment(tab, closed, 41)).toBe(false);
    expect((await loaded())?.closing).toBeNull();
  });

  it('refuses every change, of whatever tab, and stays to the letter', async () => {
    const closed = await closedNext();
    await closeAssessment(tab, closed, 41);
    const changes: readonly ((store: AssessmentStore) => Promise<unknown>)[] = [
      (store) => saveAnswers(store, ID, { 'INF-02': noted('Tarde.') }, new Map(), LATER),
      (store) => saveEntity(store, ID, another, LATER),
      (store) => saveLabel(store, ID, 'Tarde', LATER),
      (store) => saveProfile(store, ID, { pagos: true }, LATER),
      (store) => saveInstrument(store, ID, { id: 'x', version: 'y' }, LATER),
      (store) => store.change(ID, LATER, () => Promise.resolve()),
      (store) => closeAssessment(store, closed, 42),
    ];
    for (const change of changes) {
      for (const store of [tab, otherTab]) await expect(change(store)).rejects.toMatchObject({ fault: 'closed' });
    }
    expect(await loaded()).toEqual(closed);
  });
});

it('what is gone in another tab, or has a damaged header, refuses every change and comes back by none', async () => {
  await removeAssessment(otherTab, ID, NOW);
  await putInMemory({ assessments: [{ id: 'otra', entidad: 7 }] });
  for (const id of [ID, 'otra']) {
    for (const change of [
      () => saveAnswers(tab, id, { 'INF-02': noted('Tarde.') }, new Map(), LATER),
      () => saveEntity(tab, id, another, LATER),
      () => removeAssessment(tab, id, LATER),
      () => replaceAssessment(tab, { ...another, id }, { seenRevision: 41, reason: 'merged', now: LATER }),
      () => closeAssessment(tab, { ...another, id }, 41),
    ]) {
      await expect(change()).rejects.toMatchObject({ fault: 'gone' });
    }
  }
  const { assessments, answers, kept } = await recordsOf();
  expect([assessments, answers]).toEqual([[{ id: 'otra', entidad: 7 }], []]);
  expect(kept).toHaveLength(1);
});

describe('whoever asked to hear of changes', () => {
  it('hears of each once it is in the database, with what it touched, and of none that failed', async () => {
    const heard: Written[] = [];
    tab.onWritten((written) => heard.push(written));
    await saveLabel(tab, ID, 'Otra', NOW);
    await expect(saveLabel(tab, 'ninguna', 'Otra', NOW)).rejects.toMatchObject({ fault: 'gone' });
    await saveLabel(otherTab, ID, 'De la otra', NOW);
    await addCopy(tab, anAssessment, NEW_ID);
    await removeAssessment(tab, ID, NOW);
    expect(heard).toEqual([
      { ids: [ID], kept: false },
      { ids: [NEW_ID], kept: false },
      { ids: [ID], kept: true },
    ]);
  });
});

it('a change that fails half-way leaves nothing of itself', async () => {
  const fault = new TypeError('a mistake of ours');
  const failing = tab.change(ID, NOW, async (transaction) => {
    await transaction.objectStore('answers').clear();
    await transaction.objectStore('quarantine').add({ assessmentId: ID, criterionId: 'x', found: NOW, raw: 1 });
    throw fault;
  });
  await expect(failing).rejects.toMatchObject({ fault: 'failed', cause: fault });
  expect(await otherTab.load(ID)).toEqual({ assessment: anAssessment, damage: [] });
  expect(await otherTab.countSetAside()).toBe(0);
});
