import { IDBDatabase, IDBObjectStore } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  endConnection,
  freshBrowser,
  recordsOf,
  watchConnections,
  type MemoryBrowser,
} from '../../../tests/support/memory-browser.ts';
import { anAssessment, ID, LATER, noted, NOW } from '../../../tests/builders/stored-assessment.ts';
import { AssessmentStore } from './assessment-store.ts';
import { saveAnswers } from './answer-saving.ts';
import { DATABASE_NAME } from './database.ts';
import { saveLabel } from './header-saving.ts';

let browser: MemoryBrowser;
let opened: IDBDatabase[];
let tab: AssessmentStore;
beforeEach(async () => {
  browser = freshBrowser();
  opened = watchConnections();
  tab = await AssessmentStore.open();
  await tab.create(anAssessment);
});

const save = (note = 'Ya está.') => saveAnswers(tab, ID, { 'INF-06': noted(note) }, new Map(), NOW);
const saved = { revision: 42, conflicts: new Map(), isMerged: false };
const note = async () => (await (await AssessmentStore.open()).load(ID))?.assessment.answers['INF-06']?.note;

/** The next `times` transactions cannot begin. */
function refuseToBegin(times: number, name: string): void {
  const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
  for (let time = 0; time < times; time += 1) {
    begin.mockImplementationOnce(() => {
      throw new DOMException('', name);
    });
  }
}

it('what changes something asks for strict durability, so that «Guardado» is true; what only reads does not', async () => {
  const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await save();
  await tab.load(ID);
  expect(begin.mock.calls.map(([, mode, options]) => [mode, options])).toEqual([
    ['readwrite', { durability: 'strict' }],
    ['readonly', undefined],
  ]);
});

it('one connection serves everything', async () => {
  await Promise.all([save(), tab.load(ID), tab.list()]);
  expect(opened).toHaveLength(1);
});

describe('a connection that is lost', () => {
  it('because the browser ended it is opened again by whoever asks next', async () => {
    endConnection(opened[0] as IDBDatabase);
    const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
    expect(await save()).toEqual(saved);
    // Nothing was asked of the one that ended.
    expect(begin.mock.contexts).toEqual([opened[1]]);
  });

  it.each(['InvalidStateError', 'UnknownError', 'AbortError', 'TransactionInactiveError'])(
    'with %s is opened again at once, and what could not be done is done on the new one, once',
    async (name) => {
      refuseToBegin(1, name);
      expect(await save()).toEqual(saved);
      expect(opened).toHaveLength(2);
      expect(await note()).toBe('Ya está.');
    },
  );

  it('twice is told, and a later try gets a new connection', async () => {
    refuseToBegin(2, 'InvalidStateError');
    await expect(save()).rejects.toMatchObject({ fault: 'interrupted' });
    expect(await save()).toEqual(saved);
    expect(opened).toHaveLength(3);
  });

  it('is told from a request that was wrong, which is not repeated', async () => {
    refuseToBegin(1, 'DataError');
    await expect(save()).rejects.toMatchObject({ fault: 'failed' });
    expect(opened).toHaveLength(1);
  });
});

describe('a save that the browser does not take', () => {
  it('for want of room is told as that, and nothing of it is stored', async () => {
    const put = IDBObjectStore.prototype.put;
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...input
    ) {
      if (this.name === 'answers') throw new DOMException('', 'QuotaExceededError');
      return put.apply(this, input);
    });
    await expect(save()).rejects.toMatchObject({ fault: 'full' });
    full.mockRestore();
    expect(await (await AssessmentStore.open()).load(ID)).toEqual({ assessment: anAssessment, damage: [] });
    expect(await save()).toEqual(saved);
  });

  it('at the very end, after its last request, is not confirmed: it is tried once more, and then told', async () => {
    const put = IDBObjectStore.prototype.put;
    let tries = 0;
    const abort = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...input
    ) {
      const request = put.apply(this, input);
      if (this.name === 'answers') {
        request.addEventListener('success', () => {
          tries += 1;
          this.transaction.abort();
        });
      }
      return request;
    });
    await expect(save()).rejects.toMatchObject({ fault: 'interrupted' });
    expect(tries).toBe(2);
    abort.mockRestore();
    expect(await note()).toBeUndefined();
  });
});

describe('another tab', () => {
  it('with a newer version of the site gets the database at once, and this one says that it is newer', async () => {
    const newer = await openDB(DATABASE_NAME, 4);
    expect(newer.version).toBe(4);
    await expect(save()).rejects.toMatchObject({ fault: 'newer' });
    newer.close();
  });

  it('that throws the database away is not held up; what was there is gone, and nothing half is stored in its place', async () => {
    await deleteDB(DATABASE_NAME);
    await expect(save()).rejects.toMatchObject({ fault: 'gone' });
    expect(await recordsOf()).toEqual({
      assessments: [],
      answers: [],
      documents: [],
      quarantine: [],
      kept: [],
      copies: [],
    });
  });
});

/** Work that asks for one thing after another until it is broken off, the first time; the second time it ends. */
function endless(): { tries: () => number; work: Parameters<AssessmentStore['read']>[1] } {
  let tries = 0;
  return {
    tries: () => tries,
    work: async (transaction) => {
      tries += 1;
      if (tries > 1) return 'done';
      for (;;) await transaction.objectStore('answers').count();
    },
  };
}
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 5));

it('what does not end is broken off on being asked to, and begins anew on a connection of its own', async () => {
  const { tries, work } = endless();
  const reading = tab.read(['answers'], work);
  await aMoment();
  tab.renew();
  expect(await reading).toBe('done');
  expect([tries(), opened.length]).toEqual([2, 2]);
});

describe('a page that is left', () => {
  const leave = () => browser.window.dispatchEvent(new Event('pagehide'));
  const show = () => browser.window.dispatchEvent(new Event('pageshow'));

  it('breaks off what it reads, holds nothing of the database, and reads again once it is shown', async () => {
    const { tries, work } = endless();
    let result: unknown = 'nothing yet';
    const reading = tab.read(['answers'], work).then((value) => (result = value));
    await aMoment();
    leave();
    expect(() => opened[0]?.transaction(['answers'])).toThrow(expect.objectContaining({ name: 'InvalidStateError' }));
    // What is being read would hold up the write of another page.
    await saveLabel(await AssessmentStore.open(), ID, 'De otra página', NOW);
    await aMoment();
    expect([tries(), result]).toEqual([1, 'nothing yet']);
    show();
    expect(await reading).toBe('done');
    expect((await tab.load(ID))?.assessment.label).toBe('De otra página');
  });

  it('lets through what it is writing, and begins nothing until it is shown', async () => {
    await tab.change(ID, NOW, async (transaction) => {
      leave();
      await transaction.objectStore('quarantine').add({ assessmentId: ID, criterionId: 'x', found: NOW, raw: 1 });
    });
    let isSaved = false;
    const later = saveLabel(tab, ID, 'Después', LATER).then(() => (isSaved = true));
    await aMoment();
    expect([(await recordsOf()).quarantine.length, isSaved]).toEqual([1, false]);
    show();
    await later;
    expect((await tab.load(ID))?.assessment.label).toBe('Después');
  });
});
