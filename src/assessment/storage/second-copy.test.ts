import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { freshBrowser, putInMemory, recordsOf, type MemoryBrowser } from '../../../tests/support/memory-browser.ts';
import { anAssessment, another, ID, LATER, noted, NOW } from '../../../tests/builders/stored-assessment.ts';
import { AssessmentStore } from './assessment-store.ts';
import { rawRecords } from './raw-records.ts';
import { saveAnswers } from './answer-saving.ts';
import { DATABASE_NAME } from './database.ts';
import { discard, keep, listKept, removeAssessment } from './kept.ts';
import { SecondCopy } from './second-copy.ts';
import { secondPlace, type SecondPlace } from './second-place.ts';
import { saveLabel } from './header-saving.ts';

let browser: MemoryBrowser;
let place: SecondPlace;
let store: AssessmentStore;
let copy: SecondCopy;

/** A page opens: a store, and what keeps the second copy beside it. */
async function openPage(): Promise<void> {
  store = await AssessmentStore.open();
  copy = new SecondCopy(store, place);
}
/** The browser loses the database, and a page opens. */
async function lose(): Promise<void> {
  await copy.settled();
  await deleteDB(DATABASE_NAME);
  await openPage();
}

beforeEach(async () => {
  browser = freshBrowser();
  place = (await secondPlace()) as SecondPlace;
  await openPage();
  await store.create(anAssessment);
});

const keys = async () => (await place.notes()).map(({ key }) => key.replace(/\/[^/]*Z$/, '')).sort();
const compare = async (damaged: string[] = []) =>
  (await copy.compare(new Set(damaged))).map(({ key, reason, header }) => ({ key, reason, id: header?.id }));
const loaded = async (id = ID) => (await store.load(id))?.assessment;
const only = <T>(list: readonly T[]): T => {
  expect(list).toHaveLength(1);
  return list[0] as T;
};

describe('the second copy', () => {
  it('is of the last change, however many came at once, and goes with what the person deletes', async () => {
    await Promise.all(['a', 'b', 'c'].map((label) => saveLabel(store, ID, label, NOW)));
    await copy.settled();
    expect(await place.notes()).toMatchObject([{ key: `autoevaluacion/${ID}`, revision: 44 }]);
    expect(JSON.parse((await place.read(`autoevaluacion/${ID}`)) ?? '')).toEqual(await rawRecords(store, ID));
    const key = await removeAssessment(store, ID, NOW);
    await copy.settled();
    expect(await keys()).toEqual([`conservada/${ID}/deleted`]);
    await discard(store, key);
    await copy.settled();
    expect(await place.notes()).toEqual([]);
  });

  it('stands in the way of nothing where its place refuses: the work is saved, and the refusal is known until it ends', async () => {
    const refusal = new DOMException('', 'QuotaExceededError');
    const write = vi.spyOn(place, 'write').mockRejectedValue(refusal);
    await copy.settled();
    await saveLabel(store, ID, 'Otra', NOW);
    await copy.settled();
    expect(copy.refusal).toBe(refusal);
    expect((await loaded())?.label).toBe('Otra');
    write.mockRestore();
    await saveLabel(store, ID, 'Otra más', NOW);
    await copy.settled();
    expect(copy.refusal).toBeNull();
  });

  it('is made of what has none yet, when a page opens', async () => {
    await copy.settled();
    for (const { key } of await place.notes()) await place.remove(key);
    await keep(await AssessmentStore.open(), another, 'received', NOW);
    expect(await compare()).toEqual([]);
    expect(await keys()).toEqual([`autoevaluacion/${ID}`, `conservada/${another.id}/received`]);
  });

  it('is as old as the oldest of those that go on', async () => {
    expect(await new SecondCopy(store, { ...place, notes: () => Promise.resolve([]) }).age()).toBeNull();
    await copy.settled();
    await place.write({ key: 'autoevaluacion/a', revision: 1, at: LATER }, '{}');
    await place.write({ key: 'autoevaluacion/b', revision: 1, at: NOW }, '{}');
    await place.write({ key: 'conservada/c/deleted/x', revision: 0, at: '2009-01-01T00:00:00.000Z' }, '{}');
    expect(await copy.age()).toBe(NOW);
  });
});

describe('where the database is lost', () => {
  it('everything is offered, what was kept aside too, and comes back to the letter', async () => {
    await keep(store, another, 'received', NOW);
    await putInMemory({ quarantine: [{ assessmentId: ID, criterionId: 'INF-01', found: NOW, raw: 'apartada' }] });
    await saveLabel(store, ID, 'Otra', NOW);
    await copy.settled();
    const was = await recordsOf();
    await lose();
    const offers = await compare();
    expect(offers.map(({ reason, id }) => [reason, id]).sort()).toEqual([
      ['missing', ID],
      ['missing', another.id],
    ]);
    for (const { key, id } of offers) expect(await copy.recover(key, LATER)).toBe(id);
    expect(await recordsOf()).toEqual(was);
    expect(await compare()).toEqual([]);
  });

  it('the copies wait where nothing writes over them, also after the person has begun anew', async () => {
    await lose();
    await compare();
    await store.create({ ...another, id: ID });
    await copy.settled();
    await openPage();
    const { key } = only(await compare());
    expect(await copy.assessmentOf(key)).toEqual(anAssessment);
    await copy.discard(key);
    expect(await copy.offers()).toEqual([]);
  });

  it('they are offered for a file too, those kept aside and those damaged in part', async () => {
    await keep(store, another, 'deleted', NOW);
    await putInMemory({ answers: [{ assessmentId: ID, criterionId: 'INF-02', answer: 'dañada' }] });
    await saveLabel(store, ID, 'Otra', NOW);
    await lose();
    const { 'INF-02': _damaged, ...answers } = anAssessment.answers;
    const found = new Map(
      await Promise.all((await compare()).map(async ({ key, id }) => [id, await copy.assessmentOf(key)] as const)),
    );
    expect(found.get(another.id)).toEqual(another);
    expect(found.get(ID)).toEqual({ ...anAssessment, label: 'Otra', modified: NOW, revision: 42, answers });
  });

  it('a copy that was cut, or is gone by then, is said not to be there, and nothing changes', async () => {
    await lose();
    const { key } = only(await compare());
    const text = (await place.read(key)) ?? '';
    await place.write({ key, revision: 41, at: NOW }, text.slice(0, -20));
    expect([await copy.recover(key, LATER), await copy.assessmentOf(key)]).toEqual([null, null]);
    expect(only(await copy.offers()).header).toBeNull();
    await place.remove(key);
    expect([await copy.recover(key, LATER), await copy.assessmentOf(key)]).toEqual([null, null]);
    expect(await store.list()).toEqual({ headers: [], damage: [] });
  });
});

it('what the person deleted is not offered as lost, though its copy was left behind', async () => {
  await copy.settled();
  const text = (await place.read(`autoevaluacion/${ID}`)) ?? '';
  await removeAssessment(store, ID, NOW);
  await copy.settled();
  await place.write({ key: `autoevaluacion/${ID}`, revision: 41, at: NOW }, text);
  expect(await compare()).toEqual([]);
  expect(await keys()).toEqual([`conservada/${ID}/deleted`]);
});

it('the copy of what was kept and is no longer is thrown away, but offered where the browser is known to have lost something', async () => {
  await keep(store, another, 'deleted', NOW);
  await copy.settled();
  // Another page, without this, threw it away.
  await discard(await AssessmentStore.open(), 1);
  browser.local.setItem('gel-base-perdida', NOW);
  expect(await compare()).toMatchObject([{ reason: 'missing', id: another.id }]);
  browser.local.removeItem('gel-base-perdida');
  await copy.discard(only(await copy.offers()).key);
  await keep(store, another, 'merged', NOW);
  await copy.settled();
  await discard(await AssessmentStore.open(), 2);
  expect(await compare()).toEqual([]);
  expect(await keys()).toEqual([`autoevaluacion/${ID}`]);
});

describe('where the database has an older one than the copy', () => {
  it('it is offered, and comes back with what was answered since; the older one is kept', async () => {
    await saveAnswers(store, ID, { 'INF-06': noted('Perdida.'), 'INF-02': noted('Perdida.') }, new Map(), NOW);
    await lose();
    // The browser went back to an earlier state, and the person worked on in it.
    const later = noted('Después.', { updatedAt: LATER });
    const golden = anAssessment.answers['INF-01'] ?? later;
    const older = {
      ...anAssessment,
      answers: { ...anAssessment.answers, 'INF-01': { ...golden, note: 'Del mismo instante.' }, 'INF-02': later },
    };
    await (await AssessmentStore.open()).create(older);
    const offer = only(await compare());
    expect(offer).toMatchObject({ reason: 'older', id: ID });
    expect(await copy.recover(offer.key, LATER)).toBe(ID);
    expect(await loaded()).toEqual({
      ...anAssessment,
      modified: LATER,
      revision: 43,
      // Of one instant the copy's stays.
      answers: { ...older.answers, 'INF-01': golden, 'INF-06': noted('Perdida.') },
    });
    expect(only(await listKept(store))).toMatchObject({ reason: 'replaced', at: LATER, assessment: older });
  });

  it('nothing is offered of the same revision, or of a later one in the database', async () => {
    await copy.settled();
    expect(await compare()).toEqual([]);
    await saveLabel(await AssessmentStore.open(), ID, 'Otra', NOW);
    expect(await compare()).toEqual([]);
    expect(await place.notes()).toMatchObject([{ revision: 42 }]);
  });
});

describe('where the database has a damaged one', () => {
  const damaged = { assessmentId: ID, criterionId: 'INF-02', answer: 'dañada' };

  it('a whole copy is offered and puts it right; what is damaged is set aside', async () => {
    await copy.settled();
    await putInMemory({ answers: [damaged] });
    const offer = only(await compare([ID]));
    expect(offer.reason).toBe('damaged');
    await copy.recover(offer.key, LATER);
    expect((await store.load(ID))?.damage).toEqual([]);
    expect((await loaded())?.answers).toEqual(anAssessment.answers);
    expect((await recordsOf()).quarantine).toMatchObject([{ criterionId: 'INF-02', raw: 'dañada' }]);
  });

  it('in its header, which cannot be read, the copy is offered too', async () => {
    await copy.settled();
    await putInMemory({ assessments: [{ id: ID, entidad: 7 }] });
    const offer = only(await compare());
    expect(offer.reason).toBe('damaged');
    await copy.recover(offer.key, LATER);
    expect(await loaded()).toEqual(anAssessment);
  });

  it('a copy that is damaged as well is no help, and is not offered', async () => {
    await putInMemory({ answers: [damaged] });
    await saveLabel(store, ID, 'Otra', NOW);
    await copy.settled();
    expect(await compare([ID])).toEqual([]);
  });
});
