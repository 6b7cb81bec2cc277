import { beforeEach, expect, it } from 'vitest';
import { freshBrowser } from '../../../tests/support/memory-browser.ts';
import { anAssessment, another, ID, LATER, NOW } from '../../../tests/builders/stored-assessment.ts';
import { AssessmentStore, type Written } from './assessment-store.ts';
import { copyRecord, listCopies, noteCopy } from './copies.ts';
import type { CopyRecord } from './database.ts';
import { keep, listKept } from './kept.ts';
import { replaceAssessment } from './replacing.ts';

let tab: AssessmentStore;
beforeEach(async () => {
  freshBrowser();
  tab = await AssessmentStore.open();
});

const none = { at: null, revision: 0, fileName: '', handle: null, fileModified: 0, fileRevision: null, outside: null };

it('a copy in a file is noted by assessment, and what is not given of it stays as it was', async () => {
  expect(await copyRecord(tab, ID)).toBeNull();
  await noteCopy(tab, ID, { at: NOW, revision: 41, fileName: 'ins.gel.json' });
  await noteCopy(tab, another.id, { fileModified: 7 });
  const noted = { ...none, assessmentId: ID, at: LATER, revision: 41, fileName: 'ins.gel.json' };
  expect(await noteCopy(tab, ID, { at: LATER })).toEqual(noted);
  const others = { ...none, assessmentId: another.id, fileModified: 7 };
  expect(await listCopies(await AssessmentStore.open())).toEqual(
    new Map<string, CopyRecord>([
      [ID, noted],
      [another.id, others],
    ]),
  );
});

it('a copy is no change of the assessment: nothing of it is different, and nobody is told to read it again', async () => {
  await tab.create(anAssessment);
  const heard: Written[] = [];
  tab.onWritten((written) => heard.push(written));
  await noteCopy(tab, ID, { at: NOW });
  expect((await tab.load(ID))?.assessment).toEqual(anAssessment);
  expect(heard).toEqual([{ ids: [], kept: false }]);
});

it('what somebody else wrote into the linked file is merged once: then the file may be written again', async () => {
  await tab.create(anAssessment);
  const merge = async (outside: object, received: number, seenRevision: number) => {
    const reason = 'merged' as const;
    await noteCopy(tab, ID, { fileRevision: 41, outside: { key: 0, modified: 0, ...outside } });
    await replaceAssessment(tab, anAssessment, { seenRevision, reason, now: NOW, received });
    return copyRecord(tab, ID);
  };
  const key = await keep(tab, another, 'received', NOW);
  const waiting = { key, modified: 8, digest: 'a'.repeat(64) };
  // Another kept file was merged: that of the linked one still waits.
  expect(await merge(waiting, key + 100, 41)).toMatchObject({ fileRevision: 41, outside: waiting });
  const said = { digest: waiting.digest, modified: 8 };
  expect(await merge(waiting, key, 42)).toMatchObject({ fileModified: 8, fileRevision: null, said, outside: null });
  expect((await listKept(tab)).map(({ reason }) => reason)).toEqual(['merged', 'merged']);
  // Noted by an earlier version of the site, which did not know what the file said.
  const plain = await keep(tab, another, 'received', NOW);
  expect(await merge({ key: plain, modified: 9 }, plain, 43)).toMatchObject({ fileModified: 9, said: null });
});
