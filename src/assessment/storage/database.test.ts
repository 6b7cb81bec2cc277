import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  dumpDatabase,
  freshBrowser,
  makeDatabase,
  recordsOf,
  type Dump,
  type MemoryBrowser,
} from '../../../tests/support/memory-browser.ts';
import { anAssessment, another, ID, NOW } from '../../../tests/builders/stored-assessment.ts';
import { assessmentToFile, headerToFile } from '../file/assessment-file.ts';
import { AssessmentStore } from './assessment-store.ts';
import { toStorageError, type StorageFault } from './database.ts';
import { listKept, removeAssessment } from './kept.ts';
import { lossOf, settleLoss } from './loss.ts';
import { listSetAside } from './set-aside.ts';

let browser: MemoryBrowser;
beforeEach(() => {
  browser = freshBrowser();
});

const { answers: _answers, documents: _documents, ...plain } = anAssessment;
const header = headerToFile(plain);
const otherHeader = headerToFile(another);
const rawAnswer = { tipo: 'evaluada', cumplidas: ['a'], modificada: NOW };
const dumped = (keyPath: Dump[string]['keyPath'], records: readonly unknown[], keys: readonly number[] = []) => ({
  keyPath,
  keys,
  records,
});

/** What the site's first version left, beside its headers. */
const version1 = (headers: readonly unknown[]): Dump => ({
  assessments: dumped('id', headers),
  answers: dumped(
    ['assessmentId', 'criterionId'],
    [
      { assessmentId: ID, criterionId: 'INF-01', answer: rawAnswer },
      { assessmentId: ID, criterionId: 'INF-02', answer: 'dañada' },
    ],
  ),
  quarantine: dumped(null, [{ assessmentId: ID, criterionId: 'INF-03', found: NOW, raw: 'apartada' }], [5]),
});
const version2 = (headers: readonly unknown[]): Dump => ({
  ...version1(headers),
  kept: dumped(null, [{ assessmentId: another.id, reason: 'deleted', at: NOW, file: assessmentToFile(another) }], [3]),
  copies: dumped('assessmentId', [{ assessmentId: ID, at: NOW, revision: 40, fileName: 'ins.gel.json' }]),
});

async function leave(version: number, dump: Dump): Promise<void> {
  (await makeDatabase(version, dump)).close();
}

describe('a database that an earlier version of the site left', () => {
  it('of version 1 becomes version 3 with everything that it holds, and is worked with', async () => {
    await leave(1, version1([header]));
    const store = await AssessmentStore.open();
    const { version, stores } = await dumpDatabase();
    expect(version).toBe(3);
    expect(stores).toEqual({
      assessments: { keyPath: 'id', keys: [ID], records: [header] },
      answers: expect.objectContaining({ records: version1([])['answers']?.records }),
      quarantine: { ...version1([])['quarantine'], keyPath: null },
      documents: { keyPath: ['assessmentId', 'kind', 'id'], keys: [], records: [] },
      kept: { keyPath: null, keys: [], records: [] },
      copies: { keyPath: 'assessmentId', keys: [], records: [] },
    });
    expect((await store.load(ID))?.assessment.answers['INF-01']?.met).toEqual(['a']);
    expect(await listSetAside(store)).toMatchObject([{ key: 5, place: 'INF-03' }]);
    await removeAssessment(store, ID, NOW);
    expect(await listKept(store)).toMatchObject([{ key: 1, assessment: { id: ID } }]);
  });

  it('of version 2 has the plan that lay unread in each header in a store of its own, and loses nothing', async () => {
    const planDeAccion = { 'INF-01': { actividad: 'Publicar' }, 'INF-02': { actividad: 'Revisar', color: 'azul' } };
    const proyectos = [{ id: 'P-02' }, { nombre: 'sin código' }];
    await leave(
      2,
      version2([
        { ...header, planDeAccion, planGeneral: { recursos: 'r' }, proyectos },
        { ...otherHeader, planDeAccion: 'en papel' },
      ]),
    );
    const store = await AssessmentStore.open();
    const { stores } = await dumpDatabase();
    expect(stores['assessments']?.records).toEqual([header, { ...otherHeader, 'planDeAccion-ilegible': 'en papel' }]);
    for (const name of ['answers', 'quarantine', 'kept', 'copies']) {
      expect(stores[name]?.records, name).toEqual(version2([])[name]?.records);
    }
    expect((await store.load(ID))?.assessment.documents).toEqual({
      activities: planDeAccion,
      texts: { recursos: 'r' },
      projects: [{ id: 'P-02' }, { id: 'P-01', nombre: 'sin código' }],
    });
    expect(await listKept(store)).toEqual([{ key: 3, reason: 'deleted', at: NOW, assessment: another }]);
  });

  it('stays as it was, to the letter, where the step to a later version fails half-way; and the next opening makes it', async () => {
    await leave(2, version2([{ ...header, planDeAccion: { 'INF-01': {} } }]));
    const was = await dumpDatabase();
    const put = IDBObjectStore.prototype.put;
    const fault = new TypeError('a mistake of ours');
    const failing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...input
    ) {
      if (this.name === 'documents') throw fault;
      return put.apply(this, input);
    });
    await expect(AssessmentStore.open()).rejects.toMatchObject({ fault: 'interrupted' });
    expect(browser.reported).toEqual([fault]);
    failing.mockRestore();
    expect(await dumpDatabase()).toEqual(was);
    const store = await AssessmentStore.open();
    expect((await store.load(ID))?.assessment.documents.activities).toEqual({ 'INF-01': {} });
  });
});

it('a database that something else has made anew, with a version and no stores, gets all of them', async () => {
  await leave(1, {});
  await (await AssessmentStore.open()).create(anAssessment);
  expect((await dumpDatabase()).version).toBe(3);
});

describe('a database that does not open', () => {
  it('of a newer version is said to be one, and left as it is', async () => {
    const future: Dump = { futuro: dumped(null, ['intacto'], [1]) };
    await leave(99, future);
    await expect(AssessmentStore.open()).rejects.toMatchObject({ fault: 'newer' });
    expect(await dumpDatabase()).toEqual({ version: 99, stores: future });
  });

  it('because another tab holds an older version is said to be blocked, and opens once that tab lets go', async () => {
    const held = await makeDatabase(1, version1([header]));
    await expect(AssessmentStore.open()).rejects.toMatchObject({ fault: 'blocked' });
    held.close();
    const store = await AssessmentStore.open();
    expect(await store.list()).toMatchObject({ headers: [{ id: ID }], damage: [] });
  });

  const throwing = (cause: unknown) =>
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw cause;
    });
  const framedBy = (top: object) => Object.assign(browser.window, { top });
  const otherSite = { location: { origin: 'https://otro.gov.co' } };
  const unreadable = {
    get location(): never {
      throw new DOMException('another origin', 'SecurityError');
    },
  };

  it.each(['SecurityError', 'NotAllowedError', 'InvalidStateError'])(
    'because the browser refuses it with %s is said to be refused; inside a frame of another site, for that',
    async (name) => {
      throwing(new DOMException('denied', name));
      await expect(AssessmentStore.open()).rejects.toMatchObject({ fault: 'refused' });
      framedBy({ location: { origin: location.origin } });
      await expect(AssessmentStore.open()).rejects.toMatchObject({ fault: 'refused' });
      for (const top of [otherSite, unreadable]) {
        framedBy(top);
        await expect(AssessmentStore.open()).rejects.toMatchObject({ fault: 'framed' });
      }
    },
  );

  it('for no reason that the browser gives is framed inside a frame of another site alone', async () => {
    throwing(new DOMException('internal', 'UnknownError'));
    await expect(AssessmentStore.open()).rejects.toMatchObject({ fault: 'failed' });
    framedBy(otherSite);
    await expect(AssessmentStore.open()).rejects.toMatchObject({ fault: 'framed' });
    vi.restoreAllMocks();
    // A frame that is let in is no fault, and what else is wrong is told as in any page.
    expect(await (await AssessmentStore.open()).list()).toEqual({ headers: [], damage: [] });
    await leave(99, {});
    await expect(AssessmentStore.open()).rejects.toMatchObject({ fault: 'newer' });
  });

  it('because there is none is said to be refused, whether the browser says so or refuses the question', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await expect(AssessmentStore.open()).rejects.toMatchObject({ fault: 'refused' });
    Object.defineProperty(browser.window, 'indexedDB', {
      get: () => {
        throw new DOMException('no origin of its own', 'SecurityError');
      },
    });
    await expect(AssessmentStore.open()).rejects.toMatchObject({ fault: 'refused' });
    expect(browser.reported).toEqual([]);
  });
});

describe('a refusal of the browser', () => {
  it.each<[string, StorageFault]>([
    ['SecurityError', 'refused'],
    ['NotAllowedError', 'refused'],
    ['QuotaExceededError', 'full'],
    ['VersionError', 'newer'],
    ['InvalidStateError', 'interrupted'],
    ['AbortError', 'interrupted'],
    ['DataError', 'failed'],
  ])('by the name of %s is told as «%s», with its cause', (name, fault) => {
    const cause = new DOMException('', name);
    expect(toStorageError(cause)).toMatchObject({ name: 'StorageError', fault, cause });
    expect(browser.reported).toEqual([]);
  });

  it('is told once, and what is no refusal is told as failed, and whole to whoever maintains the site', () => {
    const refusal = toStorageError(new DOMException('', 'QuotaExceededError'));
    expect(toStorageError(refusal)).toBe(refusal);
    const mistake = new TypeError('a mistake of ours');
    expect(toStorageError(mistake)).toMatchObject({ fault: 'failed', cause: mistake });
    expect(browser.reported).toEqual([mistake]);
  });
});

describe('a database that the browser threw away and began anew', () => {
  const openWith = async (dataLoss: string): Promise<void> => {
    const open = IDBFactory.prototype.open;
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...input) {
      const request = open.apply(this, input);
      request.addEventListener('upgradeneeded', (event) => Object.assign(event, { dataLoss }));
      return request;
    });
    await AssessmentStore.open();
  };

  it('is noted with its instant until the person has read of it', async () => {
    vi.useFakeTimers({ now: Date.parse(NOW), toFake: ['Date'] });
    await openWith('total');
    vi.useRealTimers();
    expect(lossOf()).toBe(NOW);
    settleLoss();
    expect(lossOf()).toBeNull();
  });

  it('is told from one that is new, and a browser without a small memory loses no more than the note', async () => {
    await openWith('none');
    expect(lossOf()).toBeNull();
    vi.restoreAllMocks();
    vi.stubGlobal('indexedDB', new IDBFactory());
    vi.stubGlobal('localStorage', {
      setItem: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    await openWith('total');
    expect((await recordsOf()).assessments).toEqual([]);
  });
});
