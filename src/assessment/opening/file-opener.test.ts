import { afterEach, describe, expect, it, vi } from 'vitest';
import { deflatedMegabytes, rawZip } from '../../../tests/builders/hostile-archives.ts';
import { goldenAssessment, goldenInstrument } from '../../../tests/builders/golden-assessment.ts';
import { assessmentToText } from '../file/assessment-file.ts';
import { openingMeans } from '../../planning/opening/opening-means.ts';
import { FileOpener, type Opened, type OpeningStep } from './file-opener.ts';
import type { OpeningAnswer, OpeningRequest } from './serve-opening.ts';

const text = assessmentToText(goldenAssessment);
const file = (name: string) => new File([text], name);
const opened: Opened = { kind: 'refused', name: 'de otro hilo', why: { of: 'unfinished' } };
const done: OpeningAnswer = { kind: 'done', opened: [opened], isSpent: false };

type Answers = readonly (OpeningAnswer | 'stops')[];

/** Workers that answer an `open` like this, or that never run; gives what each was asked, and how many were ended. */
function pretend(
  answers: ((request: OpeningRequest & { kind: 'open' }) => Answers) | 'never run',
  checked: Answers = [],
): { asked: OpeningRequest[][]; ended: () => number } {
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
        if (answers === 'never run' || request.kind === 'begin') return;
        for (const answer of request.kind === 'open' ? answers(request) : checked) this.#say(answer);
      }
      terminate(): void {
        ended += 1;
      }
    },
  );
  return { asked, ended: () => ended };
}

async function stepsOf(opener: FileOpener, ...files: File[]): Promise<OpeningStep[]> {
  const all: OpeningStep[] = [];
  for await (const step of opener.open(files)) all.push(step);
  return all;
}

const step = { opened: [opened], isDone: true };
const unfinished = (name: string) => ({
  opened: [{ kind: 'refused', name, why: { of: 'unfinished' } }],
  isDone: true,
});
const askedFor = (asked: readonly OpeningRequest[][]) =>
  asked.map((each) =>
    each.map((request) =>
      request.kind === 'open' ? [request.files.map(({ name }) => name).join(''), request.from] : request.kind,
    ),
  );

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('files that are opened beside the page', () => {
  it('are all read by one worker, a hundred at a time, which is given the instrument once and ends with them', async () => {
    const worker = pretend(({ files }) => files.map(() => done));
    const opener = new FileOpener(openingMeans, goldenInstrument.sections);
    const files = Array.from({ length: 250 }, () => file('a'));
    expect(await stepsOf(opener, ...files)).toEqual(files.map(() => step));
    expect(worker.asked.map((each) => each.map((one) => (one.kind === 'open' ? one.files.length : one.kind)))).toEqual([
      ['begin', 100, 100, 50],
    ]);
    opener.end();
    await vi.waitFor(() => expect(worker.ended()).toBe(1));
  });

  it('are refused one by one where the browser stops the worker: the others are read by another', async () => {
    const worker = pretend(({ files }) => {
      const at = files.findIndex(({ name }) => name === 'x');
      return at < 0 ? files.map(() => done) : [...files.slice(0, at).map(() => done), 'stops'];
    });
    expect(await stepsOf(new FileOpener(openingMeans, []), file('a'), file('x'), file('b'), file('x'))).toEqual([
      step,
      unfinished('x'),
      step,
      unfinished('x'),
    ]);
    expect(askedFor(worker.asked)).toEqual([
      ['begin', ['axbx', 0]],
      ['begin', ['bx', 0]],
    ]);
  });

  it('are read on by another worker where one has read much, within one archive too', async () => {
    const worker = pretend(({ files, from }) =>
      files[0]?.name === 'a'
        ? [{ kind: 'done', opened: [opened], isSpent: true }]
        : from === 0
          ? [{ kind: 'more', opened: [opened], from: 7 }]
          : files.map(() => done),
    );
    const part = { opened: [opened], isDone: false };
    expect(await stepsOf(new FileOpener(openingMeans, []), file('a'), file('z'), file('c'))).toEqual([
      step,
      part,
      step,
      step,
    ]);
    expect(askedFor(worker.asked)).toEqual([
      ['begin', ['azc', 0]],
      ['begin', ['zc', 0]],
      ['begin', ['zc', 7]],
    ]);
    await vi.waitFor(() => expect(worker.ended()).toBe(2));
  });

  it('are left, and the worker ended, where they take too long; what they brought until then stays', async () => {
    vi.useFakeTimers();
    const worker = pretend(({ files }) =>
      files[0]?.name === 'lenta' ? [{ kind: 'opened', opened: [opened] }] : files.map(() => done),
    );
    const all = stepsOf(new FileOpener(openingMeans, []), file('lenta'), file('b'));
    await vi.advanceTimersByTimeAsync(13_000);
    expect(await all).toEqual([{ opened: [opened], isDone: false }, unfinished('lenta'), step]);
    await vi.waitFor(() => expect(worker.ended()).toBe(1));
  });

  it('have no more time for the rest of an archive than for all of it', async () => {
    vi.useFakeTimers();
    const worker = pretend(({ from }) => {
      if (from > 0) return [done];
      vi.advanceTimersByTime(4_000);
      return [{ kind: 'more', opened: [], from: 7 }];
    });
    expect(await stepsOf(new FileOpener(openingMeans, []), file('z'))).toEqual([{ opened: [], isDone: false }, step]);
    expect(worker.asked.map(([, request]) => request)).toMatchObject([
      { milliseconds: 10_000, from: 0 },
      { milliseconds: 6_000, from: 7 },
    ]);
  });

  it('leave no answer behind for the next one, where nobody waits for the rest', async () => {
    const worker = pretend(({ files }) => files.map(() => done));
    const opener = new FileOpener(openingMeans, []);
    for await (const one of opener.open([file('a'), file('b')])) {
      expect(one).toEqual(step);
      break;
    }
    expect(await stepsOf(opener, file('c'))).toEqual([step]);
    expect(askedFor(worker.asked)).toEqual([
      ['begin', ['ab', 0]],
      ['begin', ['c', 0]],
    ]);
  });

  it('fail with the worker’s own words where the mistake is ours', async () => {
    const failed: Answers = [{ kind: 'failed', message: 'a mistake of ours' }];
    pretend(() => failed, failed);
    await expect(stepsOf(new FileOpener(openingMeans, []), file('a'))).rejects.toThrow('a mistake of ours');
    await expect(new FileOpener(openingMeans, []).check(file('a'))).rejects.toThrow('a mistake of ours');
  });

  it('are read on this thread where no worker runs, where a policy forbids them, where there are none', async () => {
    const assessment = { kind: 'read', brief: { id: goldenAssessment.id }, changed: null, isTampered: false };
    const large = { content: '', packed: deflatedMegabytes(13), told: { size: 13 * 1024 * 1024 } };
    const zip = rawZip([
      ...['0.json', '1.json'].map((name) => ({ ...large, name })),
      { name: '2.json', content: text },
    ]);
    const readAll = async () => {
      const steps = await stepsOf(new FileOpener(openingMeans, []), file('a'), new File([zip], 'z.zip'));
      expect(steps.filter(({ isDone }) => isDone)).toHaveLength(2);
      expect(steps.flatMap((each) => each.opened)).toMatchObject([
        { ...assessment, name: 'a' },
        { name: '0.json (en z.zip)' },
        { name: '1.json (en z.zip)' },
        { ...assessment, name: '2.json (en z.zip)' },
      ]);
    };
    pretend('never run');
    await readAll();
    vi.stubGlobal(
      'Worker',
      class {
        constructor() {
          throw new DOMException('no', 'SecurityError');
        }
      },
    );
    await readAll();
    vi.stubGlobal('Worker', undefined);
    await readAll();
    expect(await new FileOpener(openingMeans, []).check(file('a'))).toMatchObject({
      ok: true,
      check: { kind: 'notClosed' },
    });
  });

  it('are checked beside the page too, and refused where that takes too long', async () => {
    const reading = { ok: false, why: { of: 'unfinished' } } as const;
    pretend(() => [], [{ kind: 'checked', reading }]);
    expect(await new FileOpener(openingMeans, []).check(file('a'))).toEqual(reading);
    vi.useFakeTimers();
    const worker = pretend(() => []);
    const late = new FileOpener(openingMeans, []).check(file('a'));
    await vi.advanceTimersByTimeAsync(13_000);
    expect(await late).toEqual({ ok: false, why: { of: 'unfinished' } });
    await vi.waitFor(() => expect(worker.ended()).toBe(1));
  });
});
