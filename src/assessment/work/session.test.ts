import { beforeEach, describe, expect, it, vi } from 'vitest';
import { anAssessment } from '../../../tests/builders/stored-assessment.ts';
import type { Assessment } from '../domain/assessment.ts';
import { Session } from './session.ts';

/** Everything that happens around the session, in its order. */
let log: string[];
let revision: number;
/** What the browser says to the next save; null lets it through. */
let refusal: Error | null;
let unsavedTexts: number;
let events: { isBusy: () => boolean; apply: (loaded: { assessment: Assessment; damage: [] }) => void };
let copied: () => Assessment;
let session: Session<string, { revision: number; isMerged: boolean; note: string }>;
/** Whether another tab had stored something meanwhile. */
let isMerged: boolean;

beforeEach(() => {
  log = [];
  [revision, refusal, unsavedTexts, isMerged] = [anAssessment.revision, null, 0, false];
  session = new Session(
    { renew: () => void log.push('renew') },
    anAssessment,
    {
      write: async (changes) => {
        log.push(`write ${JSON.stringify(changes)}`);
        await Promise.resolve();
        if (refusal) throw refusal;
        revision += 1;
        return { revision, isMerged, note: 'taken' };
      },
      written: (changes, { note }) => log.push(`written ${Object.keys(changes).join()} ${note}`),
      follow: ({ label }) => log.push(`follow ${label}`),
      onScreen: (stored, isPending) => ({ ...stored, label: isPending ? 'not saved yet' : 'all saved' }),
      unsavedTexts: () => unsavedTexts,
    },
    {
      saveState: {
        show: ({ kind }, texts) => log.push(texts === 0 ? kind : `${kind} but ${texts}`),
        showOpened: (modified) => log.push(`opened ${modified.toISOString()}`),
      },
      copyLine: {
        copies: (onScreen) => (copied = onScreen),
        saved: (saved) => log.push(`saved as ${saved.revision}`),
      },
      follow: (given) => {
        events = given;
        return {
          tell: () => void log.push('tell'),
          fallBehind: () => void log.push('behind'),
          rest: async () => void log.push(given.isBusy() ? 'rest, busy' : 'rest'),
        };
      },
    },
  );
});

const rested = () => vi.waitFor(() => expect(log.at(-1)).toBe('rest'));
const failed = () => vi.waitFor(() => expect(log.at(-1)).toBe('rest, busy'));

describe('a session', () => {
  it('says first when what it shows was saved', () => {
    expect(log).toEqual([`opened ${new Date(anAssessment.modified).toISOString()}`]);
    expect([session.isPending, session.wouldLose]).toEqual([false, false]);
  });

  it('says «saved» and tells the other tabs only after the database has it and the page knows what became of it', async () => {
    log = [];
    session.save('INF-01', 'a');
    expect([session.isPending, session.wouldLose, copied().label]).toEqual([true, true, 'not saved yet']);
    await rested();
    expect(log).toEqual([
      'saving',
      'write {"INF-01":"a"}',
      `saved as ${anAssessment.revision + 1}`,
      'written INF-01 taken',
      'tell',
      'saved',
      'rest',
    ]);
    expect([session.isPending, session.wouldLose, copied().label]).toEqual([false, false, 'all saved']);
    expect(session.assessment).toMatchObject({ revision: anAssessment.revision + 1, answers: anAssessment.answers });
    expect(session.assessment.modified > anAssessment.modified).toBe(true);
  });

  it('keeps what failed, and on a new try begins anew with the store before it writes', async () => {
    refusal = new Error('full');
    session.save('INF-01', 'a');
    await failed();
    expect(log).toContain('failed');
    expect([session.wouldLose, session.assessment]).toEqual([true, anAssessment]);
    [refusal, log] = [null, []];
    session.retry();
    await rested();
    expect(log.slice(0, 3)).toEqual(['renew', 'saving', 'write {"INF-01":"a"}']);
    expect(session.wouldLose).toBe(false);
  });

  it('writes no more what is to be saved under another key', async () => {
    session.save('activity:INF-01', 'a');
    session.save('activity:INF-02', 'b');
    session.save('activity:INF-03', 'c');
    expect(session.isWaiting('activity:INF-02')).toBe(true);
    session.forget('activity:INF-02');
    expect(session.isWaiting('activity:INF-02')).toBe(false);
    await rested();
    expect(log).toContain('write {"activity:INF-03":"c"}');
  });

  it('shows what another tab stored, as the assessment that it goes on from', async () => {
    log = [];
    events.apply({ assessment: { ...anAssessment, revision: 90, label: 'De la otra' }, damage: [] });
    expect(log).toEqual(['saved as 90', 'follow De la otra']);
    expect([session.assessment.label, events.isBusy()]).toEqual(['De la otra', false]);
    session.save('INF-01', 'a');
    expect(events.isBusy()).toBe(true);
    await rested();
    expect(session.assessment.label).toBe('De la otra');
  });

  it('reads again what was stored where another tab’s change is in it too', async () => {
    [isMerged, log] = [true, []];
    session.save('INF-01', 'a');
    await rested();
    expect(log.slice(-4)).toEqual(['tell', 'behind', 'saved', 'rest']);
  });

  it('says which texts cannot be saved, asks about them, and leaves a failed save the last word', async () => {
    log = [];
    unsavedTexts = 2;
    session.unsavedChanged();
    expect([log, session.wouldLose]).toEqual([['saved but 2'], true]);
    refusal = new Error('full');
    session.save('INF-01', 'a');
    await failed();
    log = [];
    session.unsavedChanged();
    expect(log).toEqual([]);
  });
});
