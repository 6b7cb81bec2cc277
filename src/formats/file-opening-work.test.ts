import { afterEach, describe, expect, it, vi } from 'vitest';
import { goldenAssessment, goldenInstrument } from '../../tests/builders/golden-assessment.ts';
import { assessmentToText } from './assessment-file.ts';
import { FileOpener, type Opened } from './file-opening-work.ts';
import type { OpeningAnswer, OpeningRequest } from './file-opening-worker.ts';

const file = (name: string) => new File([assessmentToText(goldenAssessment)], name);
const opened: Opened = { kind: 'refused', name: 'de otro hilo', why: { of: 'unfinished' } };

type Pretended = (request: OpeningRequest) => readonly (OpeningAnswer | 'stops')[];

/** Workers that answer like this, or that never run; gives what each was asked, and how many were ended. */
function pretend(answers: Pretended | 'never run'): { asked: OpeningRequest[][]; ended: () => number } {
  const asked: OpeningRequest[][] = [];
  let ended = 0;
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      readonly #asked: OpeningRequest[] = [];
      constructor() {
        super();
        asked.push(this.#asked);
        this.#say(answers === 'never run' ? 'stops' : { kind: 'ready' });
      }
      #say(answer: OpeningAnswer | 'stops'): void {
        queueMicrotask(() =>
          this.dispatchEvent(
            answer === 'stops'
              ? Object.assign(new Event('error'), { message: 'out of memory' })
              : new MessageEvent('message', { data: answer }),
          ),
        );
      }
      postMessage(request: OpeningRequest): void {
        this.#asked.push(request);
        if (answers !== 'never run') for (const answer of answers(request)) this.#say(answer);
      }
      terminate(): void {
        ended += 1;
      }
    },
  );
  return { asked, ended: () => ended };
}

async function allOf(opener: FileOpener, ...files: File[]): Promise<Opened[]> {
  const all: Opened[] = [];
  for (const each of files) for await (const one of opener.open(each)) all.push(one);
  return all;
}

const unfinished = (name: string) => ({ kind: 'refused', name, why: { of: 'unfinished' } });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('files that are opened beside the page', () => {
  it('are all read by one worker, which is given the instrument once and ends with them', async () => {
    const worker = pretend(({ kind }) =>
      kind === 'open' ? [{ kind: 'opened', opened }, { kind: 'opened', opened }, { kind: 'done' }] : [],
    );
    const opener = new FileOpener(goldenInstrument.sections);
    expect(await allOf(opener, file('a'), file('b'))).toEqual([opened, opened, opened, opened]);
    expect(worker.asked.map((each) => each.map(({ kind }) => kind))).toEqual([['begin', 'open', 'open']]);
    opener.end();
    await vi.waitFor(() => expect(worker.ended()).toBe(1));
  });

  it('are refused one by one where the browser stops the worker: the next one gets another', async () => {
    const worker = pretend((request) =>
      request.kind !== 'open'
        ? []
        : request.file.name === 'mala'
          ? ['stops']
          : [{ kind: 'opened', opened }, { kind: 'done' }],
    );
    const opener = new FileOpener([]);
    expect(await allOf(opener, file('a'), file('mala'), file('b'))).toEqual([opened, unfinished('mala'), opened]);
    expect(worker.asked.length).toBe(2);
  });

  it('are left, and the worker ended, where they take too long; what they brought until then stays', async () => {
    vi.useFakeTimers();
    const worker = pretend(({ kind }) => (kind === 'open' ? [{ kind: 'opened', opened }] : []));
    const all = allOf(new FileOpener([]), file('lenta'));
    await vi.advanceTimersByTimeAsync(13_000);
    expect(await all).toEqual([opened, unfinished('lenta')]);
    await vi.waitFor(() => expect(worker.ended()).toBe(1));
  });

  it('leave no answer behind for the next one, where nobody waits for the rest', async () => {
    const worker = pretend(({ kind }) => (kind === 'open' ? [{ kind: 'opened', opened }, { kind: 'done' }] : []));
    const opener = new FileOpener([]);
    for await (const one of opener.open(file('a'))) {
      expect(one).toEqual(opened);
      break;
    }
    expect(await allOf(opener, file('b'))).toEqual([opened]);
    expect(worker.asked.length).toBe(2);
  });

  it('fail with the worker’s own words where the mistake is ours', async () => {
    pretend(({ kind }) => (kind === 'begin' ? [] : [{ kind: 'failed', message: 'a mistake of ours' }]));
    await expect(allOf(new FileOpener([]), file('a'))).rejects.toThrow('a mistake of ours');
    await expect(new FileOpener([]).check(file('a'))).rejects.toThrow('a mistake of ours');
  });

  it('are read on this thread where no worker runs, where a policy forbids them, where there are none', async () => {
    const read = [{ kind: 'read', name: 'a', assessment: goldenAssessment, changed: null, isTampered: false }];
    pretend('never run');
    expect(await allOf(new FileOpener([]), file('a'))).toEqual(read);
    vi.stubGlobal(
      'Worker',
      class {
        constructor() {
          throw new DOMException('no', 'SecurityError');
        }
      },
    );
    expect(await allOf(new FileOpener([]), file('a'))).toEqual(read);
    vi.stubGlobal('Worker', undefined);
    expect(await allOf(new FileOpener([]), file('a'))).toEqual(read);
    expect(await new FileOpener([]).check(file('a'))).toMatchObject({ ok: true, check: { kind: 'notClosed' } });
  });

  it('are checked beside the page too, and refused where that takes too long', async () => {
    const reading = { ok: false, why: { of: 'unfinished' } } as const;
    pretend(({ kind }) => (kind === 'check' ? [{ kind: 'checked', reading }] : []));
    expect(await new FileOpener([]).check(file('a'))).toEqual(reading);
    vi.useFakeTimers();
    const worker = pretend(() => []);
    const late = new FileOpener([]).check(file('a'));
    await vi.advanceTimersByTimeAsync(13_000);
    expect(await late).toEqual({ ok: false, why: { of: 'unfinished' } });
    await vi.waitFor(() => expect(worker.ended()).toBe(1));
  });
});
