import { beforeEach, describe, expect, it } from 'vitest';
import { freshBrowser, putInMemory, recordsOf } from '../../../tests/support/memory-browser.ts';
import { anAssessment, ID, LATER, noted, NOW } from '../../../tests/builders/stored-assessment.ts';
import { BLANK, type Answer } from '../domain/answer.ts';
import { saveAnswers } from './answer-saving.ts';
import { AssessmentStore } from './assessment-store.ts';

/** A tab has a store of its own: two of them are two connections to one database. */
let tab: AssessmentStore;
let otherTab: AssessmentStore;

beforeEach(async () => {
  freshBrowser();
  tab = await AssessmentStore.open();
  otherTab = await AssessmentStore.open();
  await tab.create(anAssessment);
});

const loaded = async () => (await otherTab.load(ID))?.assessment ?? null;

describe('a saved answer', () => {
  const seen = new Map<string, Answer>(Object.entries(anAssessment.answers));
  const save = (store: AssessmentStore, answers: Record<string, Answer>, was = seen, now = NOW) =>
    saveAnswers(store, ID, answers, was, now);

  it('is in the database with one revision more, and nothing else has changed', async () => {
    expect(await save(tab, { 'INF-02': noted('Ya está.') })).toEqual({
      revision: 42,
      conflicts: new Map(),
      isMerged: false,
    });
    expect(await loaded()).toEqual({
      ...anAssessment,
      modified: NOW,
      revision: 42,
      answers: { ...anAssessment.answers, 'INF-02': noted('Ya está.') },
    });
    expect((await recordsOf()).quarantine).toEqual([]);
  });

  it('stands beside what another tab answers, to other criteria', async () => {
    await Promise.all([save(tab, { 'INF-02': noted('De esta.') }), save(otherTab, { 'INF-06': noted('De la otra.') })]);
    const both = { 'INF-02': noted('De esta.'), 'INF-06': noted('De la otra.') };
    expect(await loaded()).toMatchObject({ revision: 43, answers: { ...anAssessment.answers, ...both } });
  });

  it('is in conflict with what another tab answered meanwhile, which is given back and set aside', async () => {
    // In the same millisecond: the instant alone would not tell them apart.
    const [mine, theirs] = [noted('De esta.'), noted('De la otra.')];
    const sawMine = new Map([['INF-02', mine]]);
    await save(tab, { 'INF-02': mine });
    expect((await save(otherTab, { 'INF-02': theirs }, sawMine)).conflicts.size).toBe(0);
    const again = noted('De esta, otra vez.');
    expect(await save(tab, { 'INF-02': again }, sawMine)).toEqual({
      revision: 44,
      conflicts: new Map([['INF-02', theirs]]),
      isMerged: true,
    });
    expect((await loaded())?.answers['INF-02']).toEqual(again);
    expect((await recordsOf()).quarantine).toMatchObject([
      { assessmentId: ID, criterionId: 'INF-02', found: NOW, raw: { observacion: 'De la otra.' } },
    ]);
  });

  it('is in conflict with a first answer of another tab too, and none that this tab has seen', async () => {
    const [mine, theirs] = [noted('De esta.'), noted('De la otra.')];
    await save(otherTab, { 'INF-06': theirs });
    expect((await save(tab, { 'INF-06': mine })).conflicts).toEqual(new Map([['INF-06', theirs]]));
    expect((await save(tab, { 'INF-06': noted('Otra vez.') }, new Map([['INF-06', mine]]))).conflicts.size).toBe(0);
    expect((await recordsOf()).quarantine).toHaveLength(1);
  });

  it('takes the place of a damaged record, which is set aside as it was and is no conflict', async () => {
    const damaged = { tipo: 'dañada', observacion: 7 };
    await putInMemory({ answers: [{ assessmentId: ID, criterionId: 'INF-02', answer: damaged }] });
    expect((await save(tab, { 'INF-02': noted('Ya está.') })).conflicts.size).toBe(0);
    expect((await loaded())?.answers['INF-02']).toEqual(noted('Ya está.'));
    const aside = { assessmentId: ID, criterionId: 'INF-02', found: NOW, raw: damaged };
    expect((await recordsOf()).quarantine).toEqual([aside]);
  });
});

describe('one answer that two tabs change', () => {
  const before: Answer = { ...BLANK, note: 'Antes.', extra: { propia: 1 } };
  const seen = new Map([['INF-06', before]]);
  const evidence = [{ title: 'Acta', url: 'https://example.com/acta' }];

  /** Stores an answer in the other tab and then in this one, both having seen the same. */
  async function both(theirs: Partial<Answer>, mine: Partial<Answer>): Promise<Answer | undefined> {
    await saveAnswers(otherTab, ID, { 'INF-06': before }, new Map(), NOW);
    await saveAnswers(otherTab, ID, { 'INF-06': { ...before, ...theirs, updatedAt: NOW } }, seen, NOW);
    const given = { ...before, ...mine, updatedAt: LATER };
    ({ conflicts, isMerged } = await saveAnswers(tab, ID, { 'INF-06': given }, seen, LATER));
    return (await loaded())?.answers['INF-06'];
  }
  let conflicts: ReadonlyMap<string, Answer>;
  let isMerged: boolean;
  const isKeptApart = async () => [conflicts.size, (await recordsOf()).quarantine.length];

  it('holds both changes where they are in different fields, and is of the later instant', async () => {
    const mark = { kind: 'assessed', met: ['publicado'] } as const;
    const held = await both({ ...mark, extra: { propia: 1, ajena: 2 } }, { note: 'De esta.', evidence });
    expect(held).toEqual({
      ...mark,
      justification: '',
      legalGround: '',
      note: 'De esta.',
      evidence,
      updatedAt: LATER,
      extra: { propia: 1, ajena: 2 },
    });
    expect([isMerged, await isKeptApart()]).toEqual([true, [0, 0]]);
  });

  it('holds this tab’s mark where both marked it: ticks of two tabs together would be a mark that nobody gave', async () => {
    const held = await both(
      { kind: 'assessed', met: ['publicado'], note: 'De la otra.' },
      { kind: 'assessed', met: ['vigente'] },
    );
    expect(held).toMatchObject({ kind: 'assessed', met: ['vigente'], note: 'De la otra.' });
    expect(conflicts.get('INF-06')).toMatchObject({ met: ['publicado'], note: 'De la otra.' });
    expect(await isKeptApart()).toEqual([1, 1]);
  });

  it('holds a justification with the mark that it was written for', async () => {
    const reason = { kind: 'notApplicable', justification: 'No presta servicios.' } as const;
    const held = await both(reason, { kind: 'assessed', met: ['publicado'] });
    expect(held).toMatchObject({ kind: 'assessed', met: ['publicado'], justification: '' });
    expect([...conflicts.values()]).toMatchObject([reason]);
  });

  it('holds «No cumple» against «Cumple», although only one of them ticked anything', async () => {
    const held = await both({ kind: 'assessed', met: ['publicado'] }, { kind: 'assessed', met: [] });
    expect(held).toMatchObject({ kind: 'assessed', met: [] });
    expect(await isKeptApart()).toEqual([1, 1]);
  });

  it('is in conflict where both wrote evidence, and not where both did the same', async () => {
    expect((await both({ evidence: [], note: '' }, { evidence, note: '' }))?.evidence).toEqual(evidence);
    expect(await isKeptApart()).toEqual([0, 0]);
    const other = [{ title: 'Otra', url: 'https://example.com/otra' }];
    await saveAnswers(otherTab, ID, { 'INF-06': { ...before, evidence: other } }, new Map(), NOW);
    expect((await saveAnswers(tab, ID, { 'INF-06': { ...before, evidence } }, seen, LATER)).conflicts.size).toBe(1);
  });

  it('keeps the other tab’s note through what this one goes on to give without having seen it', async () => {
    await both({ note: 'De la otra.' }, { kind: 'assessed', met: ['publicado'] });
    const mine = { ...before, kind: 'assessed', met: ['publicado'] } as const;
    const next = { ...mine, met: ['publicado', 'vigente'] };
    const saved = await saveAnswers(tab, ID, { 'INF-06': next }, new Map([['INF-06', mine]]), LATER);
    expect([saved.conflicts.size, (await loaded())?.answers['INF-06']]).toMatchObject([
      0,
      { met: ['publicado', 'vigente'], note: 'De la otra.' },
    ]);
  });
});
