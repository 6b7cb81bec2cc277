import { beforeEach, describe, expect, it } from 'vitest';
import { freshBrowser, putInMemory, recordsOf } from '../../../tests/support/memory-browser.ts';
import { anAssessment, another, ID, LATER, NEW_ID, noted, NOW } from '../../../tests/builders/stored-assessment.ts';
import type { Assessment } from '../domain/assessment.ts';
import { close } from '../file/closing.ts';
import { AssessmentStore, type Written } from './assessment-store.ts';
import { discard, keep, keptIds, listKept, restore, removeAssessment } from './kept.ts';
import { replaceAssessment } from './replacing.ts';
import { saveLabel } from './header-saving.ts';

let tab: AssessmentStore;
let otherTab: AssessmentStore;
beforeEach(async () => {
  freshBrowser();
  tab = await AssessmentStore.open();
  otherTab = await AssessmentStore.open();
  await tab.create(anAssessment);
});

const loaded = async (id = ID) => (await otherTab.load(id))?.assessment;
const kept = async () =>
  (await listKept(otherTab)).map(({ reason, at, assessment }) => [reason, at, assessment] as const);
const closing = { date: '2009-10-31', responsible: 'Planeación' };

describe('what was deleted', () => {
  it('is put back as it was, once: then it is no longer kept', async () => {
    const key = await removeAssessment(tab, ID, NOW);
    expect(await kept()).toEqual([['deleted', NOW, anAssessment]]);
    expect(await restore(otherTab, key, NEW_ID, LATER)).toBe(ID);
    expect(await loaded()).toEqual(anAssessment);
    expect(await kept()).toEqual([]);
    // Another tab was about to do the same.
    expect(await restore(tab, key, NEW_ID, LATER)).toBeNull();
  });

  it('with damaged records of the plan comes back with all of them but texts that no file holds, which are set aside', async () => {
    const damaged = (kind: string, id: string) => ({ assessmentId: ID, kind, id, position: 0, record: 'dañada' });
    await putInMemory({ documents: [damaged('activity', 'INF-01'), damaged('project', 'P-01'), damaged('texts', '')] });
    const key = await removeAssessment(tab, ID, NOW);
    const aside = { assessmentId: ID, criterionId: 'texts:', found: NOW, raw: 'dañada' };
    expect((await recordsOf()).quarantine).toEqual([aside]);
    expect(await restore(tab, key, NEW_ID, LATER)).toBe(ID);
    const { activities, projects } = anAssessment.documents;
    expect((await loaded())?.documents).toEqual({
      activities: { ...activities, 'INF-01': 'dañada' },
      texts: null,
      projects: ['dañada', projects[1]],
    });
  });

  it('and is in the list again takes its place with one revision more, and what stood there is kept in its turn', async () => {
    const key = await removeAssessment(tab, ID, NOW);
    const present: Assessment = { ...another, id: ID, revision: 60 };
    await tab.create(present);
    expect(await restore(tab, key, NEW_ID, LATER)).toBe(ID);
    expect(await loaded()).toEqual({ ...anAssessment, revision: 61, modified: LATER });
    expect(await kept()).toEqual([['replaced', LATER, present]]);
  });

  it('comes in beside a version that was closed meanwhile, open and under the new id', async () => {
    const key = await removeAssessment(tab, ID, NOW);
    const closed = await close(anAssessment, closing);
    await tab.create(closed);
    expect(await restore(tab, key, NEW_ID, LATER)).toBe(NEW_ID);
    expect(await loaded()).toEqual(closed);
    expect(await loaded(NEW_ID)).toEqual({ ...anAssessment, id: NEW_ID });
    // A closed version too, because under another id it is no longer what was closed.
    const received = await keep(tab, closed, 'received', NOW);
    expect(await restore(tab, received, 'otra-mas', LATER)).toBe('otra-mas');
    expect((await loaded('otra-mas'))?.closing).toBeNull();
  });

  it('as a closed version comes back to the letter, also in the place of one that is open', async () => {
    const closed = await close(anAssessment, closing);
    const key = await keep(tab, closed, 'deleted', NOW);
    expect(await restore(tab, key, NEW_ID, LATER)).toBe(ID);
    expect(await loaded()).toEqual(closed);
  });
});

it('a file that came to be merged comes in beside the one that it was for', async () => {
  const key = await keep(tab, { ...anAssessment, label: 'De la colega' }, 'received', NOW);
  expect(await restore(tab, key, NEW_ID, LATER)).toBe(NEW_ID);
  expect(await loaded()).toEqual(anAssessment);
  expect(await loaded(NEW_ID)).toEqual({ ...anAssessment, id: NEW_ID, label: 'De la colega' });
});

it('what is put back leaves nothing of what stood there, and what of that cannot be read is set aside', async () => {
  const key = await keep(tab, { ...another, id: ID }, 'replaced', NOW);
  await putInMemory({ answers: [{ assessmentId: ID, criterionId: 'INF-02', answer: 'dañada' }] });
  await restore(tab, key, NEW_ID, LATER);
  expect(await loaded()).toMatchObject({ answers: another.answers, documents: another.documents });
  const aside = { assessmentId: ID, criterionId: 'INF-02', found: LATER, raw: 'dañada' };
  expect((await recordsOf()).quarantine).toEqual([aside]);
});

it('what is kept and can no longer be read stays where it is, and is neither listed nor put back', async () => {
  const unreadable = { assessmentId: 'otra', reason: 'deleted', at: NOW, file: { formato: 'otro' } };
  await putInMemory({ kept: [unreadable] });
  await removeAssessment(tab, ID, NOW);
  expect(await kept()).toEqual([['deleted', NOW, anAssessment]]);
  expect(await restore(tab, 1, NEW_ID, LATER)).toBeNull();
  expect((await recordsOf()).kept).toHaveLength(2);
  expect(await keptIds(tab)).toEqual(new Set(['otra', ID]));
});

it('where it cannot be put back nothing has changed: it is still kept', async () => {
  const key = await removeAssessment(tab, ID, NOW);
  await putInMemory({ assessments: [{ id: ID, entidad: 7 }] });
  await expect(restore(tab, key, NEW_ID, LATER)).rejects.toMatchObject({ fault: 'gone' });
  expect(await kept()).toEqual([['deleted', NOW, anAssessment]]);
});

it('what is thrown away is gone, and nothing else is', async () => {
  const key = await keep(tab, another, 'received', NOW);
  await keep(tab, anAssessment, 'merged', LATER);
  await discard(otherTab, key);
  expect(await kept()).toEqual([['merged', LATER, anAssessment]]);
});

it('the other parts of the page hear that something is kept, or is no longer', async () => {
  const heard: Written[] = [];
  tab.onWritten((written) => heard.push(written));
  const key = await keep(tab, another, 'received', NOW);
  await restore(tab, key, NEW_ID, NOW);
  await restore(tab, key, NEW_ID, NOW);
  await discard(tab, key);
  const none = { ids: [], kept: true };
  expect(heard).toEqual([none, { ids: [another.id], kept: true }, none, none]);
});

describe('a merge with a file that is kept', () => {
  it('takes it from the kept, because it is in the result', async () => {
    const received = await keep(tab, { ...anAssessment, label: 'De la colega' }, 'received', NOW);
    const merged = { ...anAssessment, answers: { ...anAssessment.answers, 'INF-06': noted('De la colega.') } };
    await replaceAssessment(tab, merged, { seenRevision: 41, reason: 'merged', now: LATER, received });
    expect(await kept()).toEqual([['merged', LATER, anAssessment]]);
    expect(await loaded()).toEqual({ ...merged, revision: 42, modified: LATER });
  });

  it('leaves it kept where another tab has changed the assessment since', async () => {
    const received = await keep(tab, another, 'received', NOW);
    await saveLabel(otherTab, ID, 'Otra', NOW);
    const input = { seenRevision: 41, reason: 'merged', now: LATER, received } as const;
    expect(await replaceAssessment(tab, anAssessment, input)).toBeNull();
    expect(await kept()).toEqual([['received', NOW, another]]);
  });
});
