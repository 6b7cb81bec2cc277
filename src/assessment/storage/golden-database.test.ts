import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { dumpDatabase, freshBrowser, makeDatabase, type Dump } from '../../../tests/support/memory-browser.ts';
import { anAssessment, another, ID, LATER, NEW_ID, noted, NOW } from '../../../tests/builders/stored-assessment.ts';
import { saveDocuments } from '../../planning/storage/document-saving.ts';
import { assessmentToFile } from '../file/assessment-file.ts';
import { close, verifyClosing } from '../file/closing.ts';
import { AssessmentStore } from './assessment-store.ts';
import { saveAnswers } from './answer-saving.ts';
import { copyRecord, noteCopy } from './copies.ts';
import { keep, listKept, restore, removeAssessment } from './kept.ts';
import { listSetAside, takeBack } from './set-aside.ts';
import { closeAssessment } from './closing.ts';
import { replaceAssessment } from './replacing.ts';

/**
 * A database as each version of the site leaves it, with the SHA-256 of its bytes. Lines are added, never changed:
 * the file is `stores` of `dumpDatabase()` after `writeEverything()`, as JSON.
 */
const frozen: readonly (readonly [name: string, version: number, sha256: string])[] = [
  ['base-de-datos-v3.json', 3, '999c089decc04e6ec44fb03a4da211f8f7a061a82af6f0a78df25c6dc871a56b'],
];
const CLOSED = '5b0de0a2-3333-4b7e-9a35-2f1a4c1f9f10';

const bytesOf = (name: string) => readFileSync(`tests/golden/${name}`);
const dumpOf = (name: string) => JSON.parse(bytesOf(name).toString('utf8')) as Dump;

/** Everything that this code can leave in a database: each store, each reason, each way to be set aside. */
async function writeEverything(): Promise<void> {
  const store = await AssessmentStore.open();
  await store.create(anAssessment);
  const mine = noted('De esta.');
  await saveAnswers(store, ID, { 'INF-06': noted('De la otra.') }, new Map(), NOW);
  await saveAnswers(store, ID, { 'INF-06': mine }, new Map(), NOW);
  const { activities } = anAssessment.documents;
  const activity = (text: string) => ({ ...(activities['INF-01'] as object), actividad: text });
  const seen = new Map([['activity:INF-01', activities['INF-01']]]);
  await saveDocuments(store, ID, { 'activity:INF-01': activity('De la otra') }, seen, NOW);
  await saveDocuments(store, ID, { 'activity:INF-01': activity('De esta') }, seen, LATER);
  await store.create({ ...anAssessment, id: CLOSED, revision: 40 });
  const closed = await close({ ...anAssessment, id: CLOSED }, { date: '2009-10-31', responsible: 'Planeación' });
  await closeAssessment(store, closed, 40);
  await store.create(another);
  await replaceAssessment(
    store,
    { ...another, label: 'De un archivo' },
    { seenRevision: 1, reason: 'replaced', now: NOW },
  );
  await replaceAssessment(store, { ...another, label: 'Unida' }, { seenRevision: 2, reason: 'merged', now: NOW });
  await removeAssessment(store, another.id, LATER);
  const received = await keep(store, { ...another, label: 'Recibida' }, 'received', LATER);
  await noteCopy(store, ID, {
    at: LATER,
    revision: 45,
    fileName: 'ins.gel.json',
    fileModified: 1_256_198_400_000,
    fileRevision: 45,
    said: { digest: 'a'.repeat(64), modified: 1_256_198_400_000 },
  });
  await noteCopy(store, another.id, {
    outside: { key: received, modified: 1_256_198_400_001, digest: 'b'.repeat(64) },
  });
}

describe.each(frozen)('the database that people have: %s', (name, version, sha256) => {
  let store: AssessmentStore;
  beforeEach(async () => {
    freshBrowser();
    (await makeDatabase(version, dumpOf(name))).close();
    store = await AssessmentStore.open();
  });

  it('never changes', () => {
    expect(
      createHash('sha256').update(bytesOf(name)).digest('hex'),
      `tests/golden/${name} is frozen: browsers keep a database like it for years. If the code no longer reads it, mend the code, or add a version and a step to it; never the file.`,
    ).toBe(sha256);
  });

  it('opens with every answer, activity and project, and nothing of it damaged', async () => {
    const { headers, damage } = await store.list();
    expect([headers.map(({ id }) => id), damage]).toEqual([[ID, CLOSED], []]);
    const { activities } = anAssessment.documents;
    expect(await store.load(ID)).toEqual({
      assessment: {
        ...anAssessment,
        modified: LATER,
        revision: 45,
        answers: { ...anAssessment.answers, 'INF-06': noted('De esta.') },
        documents: {
          ...anAssessment.documents,
          activities: { ...activities, 'INF-01': { ...(activities['INF-01'] as object), actividad: 'De esta' } },
        },
      },
      damage: [],
    });
  });

  it('holds a closed version that still verifies', async () => {
    const { assessment } = (await store.load(CLOSED)) ?? {};
    expect(assessment?.closing).toMatchObject({ date: '2009-10-31', responsible: 'Planeación' });
    expect((await verifyClosing(assessment && assessmentToFile(assessment))).kind).toBe('unchanged');
  });

  it('gives back all that it keeps aside, for each reason', async () => {
    const kept = await listKept(store);
    expect(kept.map(({ key, reason, at, assessment }) => [key, reason, at, assessment])).toEqual([
      [4, 'received', LATER, { ...another, label: 'Recibida' }],
      [3, 'deleted', LATER, { ...another, label: 'Unida', revision: 3, modified: NOW }],
      [2, 'merged', NOW, { ...another, label: 'De un archivo', revision: 2, modified: NOW }],
      [1, 'replaced', NOW, another],
    ]);
    expect(await restore(store, 1, NEW_ID, LATER)).toBe(another.id);
    expect((await store.load(another.id))?.assessment).toEqual(another);
  });

  it('puts back what it has set aside, of an answer and of the plan', async () => {
    const aside = await listSetAside(store);
    expect(aside.map(({ key, place, found }) => [key, place, found])).toEqual([
      [2, 'activity:INF-01', LATER],
      [1, 'INF-06', NOW],
    ]);
    for (const each of aside) expect(await takeBack(store, each, LATER)).toBe(true);
    const { answers, documents } = (await store.load(ID))?.assessment ?? anAssessment;
    expect(answers['INF-06']?.note).toBe('De la otra.');
    expect(documents.activities['INF-01']).toMatchObject({ actividad: 'De la otra' });
  });

  it('knows its copies in files, and what they said', async () => {
    expect(await copyRecord(store, ID)).toEqual({
      assessmentId: ID,
      at: LATER,
      revision: 45,
      fileName: 'ins.gel.json',
      handle: null,
      fileModified: 1_256_198_400_000,
      fileRevision: 45,
      said: { digest: 'a'.repeat(64), modified: 1_256_198_400_000 },
      outside: null,
    });
    expect((await copyRecord(store, another.id))?.outside).toEqual({
      key: 4,
      modified: 1_256_198_400_001,
      digest: 'b'.repeat(64),
    });
  });
});

it('what is written today is what the last of them holds; where it is not, another one is frozen beside it', async () => {
  freshBrowser();
  await writeEverything();
  const [name, version] = frozen.at(-1) ?? [''];
  expect(await dumpDatabase()).toEqual({ version, stores: dumpOf(name) });
});
