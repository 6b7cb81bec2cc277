import { afterEach, describe, expect, it, vi } from 'vitest';
import { goldenPlanning } from '../../../tests/builders/golden-planning.ts';
import { planDocument } from './plan-document.ts';
import { documentToDocx } from './document-docx.ts';
import { makeFile, type FileRequest } from './document-work.ts';
import { planWorkbook } from './plan-workbook.ts';
import { projectsWorkbook } from './projects-workbook.ts';

const planning = goldenPlanning();
const docx: FileRequest = { kind: 'docx', model: planDocument(planning) };

/** A worker that says this once it was asked, or that never runs. */
function pretend(answer: unknown): { asked: FileRequest[]; ended: () => number } {
  const asked: FileRequest[] = [];
  let ended = 0;
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      constructor() {
        super();
        queueMicrotask(() =>
          this.dispatchEvent(
            answer === 'never runs'
              ? Object.assign(new Event('error'), { message: '' })
              : new MessageEvent('message', { data: { kind: 'ready' } }),
          ),
        );
      }
      postMessage(request: FileRequest): void {
        asked.push(structuredClone(request));
        queueMicrotask(() =>
          this.dispatchEvent(
            answer === 'stops'
              ? Object.assign(new Event('error'), { message: 'stopped' })
              : new MessageEvent('message', { data: answer }),
          ),
        );
      }
      terminate(): void {
        ended += 1;
      }
    },
  );
  return { asked, ended: () => ended };
}

afterEach(() => vi.unstubAllGlobals());

describe('the file of a document', () => {
  it('is made on this thread where no worker can be had, the same as by its writer', async () => {
    expect(await makeFile(docx)).toEqual(await documentToDocx(planDocument(planning)));
    expect(await makeFile({ kind: 'plan-xlsx', planning })).toEqual(await planWorkbook(planning));
    expect(await makeFile({ kind: 'projects-xlsx', planning })).toEqual(await projectsWorkbook(planning));
  });

  it('comes from the worker where there is one, which then ends', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const worker = pretend({ kind: 'made', bytes });
    expect(await makeFile({ kind: 'plan-xlsx', planning })).toEqual(bytes);
    expect(worker.ended()).toBe(1);
  });

  it('sends the worker no answers and records, which no file shows', async () => {
    const worker = pretend({ kind: 'made', bytes: new Uint8Array() });
    await makeFile({ kind: 'plan-xlsx', planning });
    const [request] = worker.asked;
    expect(request?.kind === 'plan-xlsx' && request.planning.assessment.answers).toEqual({});
    expect(request?.kind === 'plan-xlsx' && request.planning.rows).toEqual(planning.rows);
  });

  it('fails with the worker’s own words, and the worker ends', async () => {
    const worker = pretend({ kind: 'failed', message: 'too large' });
    await expect(makeFile(docx)).rejects.toThrow('too large');
    expect(worker.ended()).toBe(1);
  });

  it('fails where the worker stops in the middle of the work', async () => {
    const worker = pretend('stops');
    await expect(makeFile(docx)).rejects.toThrow('stopped');
    expect(worker.ended()).toBe(1);
  });

  it('is made on this thread where the worker never runs', async () => {
    const worker = pretend('never runs');
    expect(await makeFile(docx)).toEqual(await documentToDocx(planDocument(planning)));
    expect(worker.ended()).toBe(1);
  });

  it('is made on this thread where a policy forbids workers', async () => {
    vi.stubGlobal(
      'Worker',
      class {
        constructor() {
          throw new DOMException('no', 'SecurityError');
        }
      },
    );
    expect(await makeFile(docx)).toEqual(await documentToDocx(planDocument(planning)));
  });
});
