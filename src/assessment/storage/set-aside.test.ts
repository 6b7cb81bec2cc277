import { beforeEach, describe, expect, it } from 'vitest';
import { freshBrowser, putInMemory, recordsOf } from '../../../tests/support/memory-browser.ts';
import { anAssessment, another, ID, LATER, noted, NOW } from '../../../tests/builders/stored-assessment.ts';
import { answerToFile } from '../file/assessment-file.ts';
import { close } from '../file/closing.ts';
import { AssessmentStore } from './assessment-store.ts';
import { canComeBack, listSetAside, takeBack, throwAway, type SetAside } from './set-aside.ts';
import { closeAssessment } from './closing.ts';
import { removeAssessment } from './kept.ts';

let tab: AssessmentStore;
let otherTab: AssessmentStore;
beforeEach(async () => {
  freshBrowser();
  tab = await AssessmentStore.open();
  otherTab = await AssessmentStore.open();
  await tab.create(anAssessment);
});

const theirs = answerToFile(noted('De la otra.'));
const aside = (criterionId: string, raw: unknown, assessmentId = ID) => ({
  assessmentId,
  criterionId,
  found: NOW,
  raw,
});
const loaded = async () => (await otherTab.load(ID))?.assessment ?? anAssessment;
const quarantine = async () => (await recordsOf()).quarantine;

async function first(): Promise<SetAside> {
  const [each] = await listSetAside(tab);
  if (each === undefined) throw new Error('Nothing is set aside.');
  return each;
}

it('what is set aside is listed as it is, the last first, of all assessments', async () => {
  await putInMemory({ quarantine: [aside('INF-01', 'dañada'), aside('activity:INF-02', { a: 1 }, another.id)] });
  expect(await tab.countSetAside()).toBe(2);
  expect(await listSetAside(tab)).toEqual([
    { key: 2, assessmentId: another.id, place: 'activity:INF-02', found: NOW, raw: { a: 1 } },
    { key: 1, assessmentId: ID, place: 'INF-01', found: NOW, raw: 'dañada' },
  ]);
});

describe('what is taken back', () => {
  it('stands in its place with one revision more, and what stood there is set aside in its turn', async () => {
    await putInMemory({ quarantine: [aside('INF-01', theirs)] });
    expect(await takeBack(tab, await first(), LATER)).toBe(true);
    const { answers, revision, modified } = await loaded();
    expect(answers).toEqual({ ...anAssessment.answers, 'INF-01': noted('De la otra.') });
    expect([revision, modified]).toEqual([42, LATER]);
    const mine = answerToFile(anAssessment.answers['INF-01'] ?? noted(''));
    expect(await quarantine()).toEqual([{ ...aside('INF-01', mine), found: LATER }]);
    // The way back leads there and back again.
    await takeBack(otherTab, await first(), LATER);
    expect((await loaded()).answers).toEqual(anAssessment.answers);
  });

  it('leaves nothing set aside where nothing stood in its place, or the same', async () => {
    await putInMemory({ quarantine: [aside('INF-06', theirs)] });
    await takeBack(tab, await first(), LATER);
    expect((await loaded()).answers['INF-06']).toEqual(noted('De la otra.'));
    await putInMemory({ quarantine: [aside('INF-06', theirs)] });
    await takeBack(tab, await first(), LATER);
    expect(await quarantine()).toEqual([]);
  });

  it('of the plan and the projects stands in its place too, and a project keeps its place in the list', async () => {
    const { activities, projects, texts } = anAssessment.documents;
    const [first, second] = projects as readonly [object, object];
    await removeAssessment(tab, ID, NOW);
    await tab.create({ ...anAssessment, documents: { activities, texts, projects: [second, first] } });
    const record = { actividad: 'De la otra' };
    const project = { ...first, nombre: 'De la otra' };
    await putInMemory({
      quarantine: [
        aside('activity:INF-01', record),
        aside('project:P-01', project),
        aside('texts:', { recursos: 'r' }),
      ],
    });
    for (const each of await listSetAside(tab)) expect(await takeBack(tab, each, LATER)).toBe(true);
    expect((await loaded()).documents).toEqual({
      activities: { ...activities, 'INF-01': record },
      texts: { recursos: 'r' },
      projects: [second, project],
    });
    expect((await quarantine()).map((each) => (each as { raw: unknown }).raw)).toEqual([
      texts,
      first,
      activities['INF-01'],
    ]);
  });

  it('is said not to be set aside any more where another tab has taken it back or thrown it away', async () => {
    await putInMemory({ quarantine: [aside('INF-01', theirs)] });
    const seen = await first();
    await throwAway(otherTab, seen.key);
    expect(await takeBack(tab, seen, LATER)).toBe(false);
    expect((await loaded()).answers).toEqual(anAssessment.answers);
  });

  it('is not put into a closed version or one that is gone, and stays set aside', async () => {
    await putInMemory({ quarantine: [aside('INF-01', theirs)] });
    const closed = await close({ ...anAssessment, revision: 42 }, { date: '2009-10-31', responsible: 'Planeación' });
    await closeAssessment(tab, closed, 41);
    await expect(takeBack(tab, await first(), LATER)).rejects.toMatchObject({ fault: 'closed' });
    expect(await loaded()).toEqual(closed);
    await removeAssessment(tab, ID, LATER);
    await expect(takeBack(tab, await first(), LATER)).rejects.toMatchObject({ fault: 'gone' });
    expect(await quarantine()).toEqual([aside('INF-01', theirs)]);
  });
});

it('what is thrown away is gone, and nothing else is', async () => {
  await putInMemory({ quarantine: [aside('INF-01', theirs), aside('INF-02', theirs)] });
  await throwAway(tab, (await first()).key);
  expect(await quarantine()).toEqual([aside('INF-01', theirs)]);
});

it('can come back: an answer that can be read, and any record of the plan', () => {
  const of = (place: string, raw: unknown) => canComeBack({ key: 1, assessmentId: ID, found: NOW, place, raw });
  expect([of('INF-01', theirs), of('INF-01', 'dañada'), of('activity:INF-01', 'dañada')]).toEqual([true, false, true]);
});
