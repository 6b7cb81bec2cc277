import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSection } from '../../../tests/builders/instrument.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import { assessmentToFile, assessmentToText } from './assessment-file.ts';
import { readAssessmentFile } from '../../planning/file/assessment-reader.ts';
import { close, verifyClosing } from './closing.ts';

const some = someAssessment([aSection('preparacion', 2), aSection('informacion', 4)]);
const by = { date: '2009-10-31', responsible: 'Oficina de Planeación' };
const numRuns = 100;

/** Every place in plain data that holds a value which is no group, as keys from the root. */
function leaves(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, [...path, key]));
}

/** Changes what lies at a path for something else of its own kind. */
function change(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined)
    return typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : `${value}.`;
  const group = value as Record<string, unknown>;
  if (Array.isArray(value)) return value.with(Number(key), change(value[Number(key)], rest));
  return { ...group, [key]: change(group[key], rest) };
}

describe('a closed assessment', () => {
  it('says who closed it and when, and changes in nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(some, async (assessment) => {
        const { closing, ...rest } = await close(assessment, by);
        expect(closing).toEqual({ ...by, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
        expect({ ...rest, closing: null }).toEqual(assessment);
      }),
      { numRuns },
    );
  });

  it('is unchanged, before and after it is saved and opened, and saved again gives the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(some, async (assessment) => {
        const closed = await close(assessment, by);
        const unchanged = { kind: 'unchanged', digest: closed.closing?.digest };
        expect(await verifyClosing(assessmentToFile(closed))).toEqual(unchanged);
        const text = assessmentToText(closed);
        expect(await verifyClosing(JSON.parse(text))).toEqual(unchanged);
        const reading = readAssessmentFile(text);
        if (!reading.ok) throw new Error('It does not open.');
        expect(reading.assessment).toEqual(closed);
        expect(assessmentToText(reading.assessment)).toBe(text);
        expect(await verifyClosing(assessmentToFile(reading.assessment))).toEqual(unchanged);
      }),
      { numRuns },
    );
  });

  it('is changed where any value of it changes, or a key is added or taken away', async () => {
    await fc.assert(
      fc.asyncProperty(some, fc.nat(), fc.nat(), async (assessment, which, key) => {
        const closed = await close(assessment, by);
        const file = assessmentToFile(closed);
        const places = leaves(file).filter(([first]) => first !== 'cierre');
        const keys = Object.keys(file).filter((each) => each !== 'cierre');
        const { [keys[key % keys.length] ?? '']: _, ...without } = file;
        for (const other of [change(file, places[which % places.length] ?? []), without, { ...file, nueva: 1 }]) {
          const check = await verifyClosing(other);
          expect(check).toMatchObject({ kind: 'changed', expected: closed.closing?.digest });
        }
      }),
      { numRuns },
    );
  });

  it('is changed where its digest is another, or none', async () => {
    const digest = 'a'.repeat(64);
    expect(await verifyClosing({ a: 1, cierre: { sha256: digest } })).toMatchObject({
      kind: 'changed',
      expected: digest,
    });
    for (const cierre of [null, 7, 'x', [], {}, { sha256: 5 }]) {
      expect(await verifyClosing({ a: 1, cierre })).toMatchObject({ kind: 'changed', expected: '' });
    }
  });
});

it('is not closed without a closing of its own', async () => {
  for (const raw of [{}, { a: { cierre: {} } }, Object.create({ cierre: {} }), null, 7, 'x', []]) {
    expect(await verifyClosing(raw)).toEqual({ kind: 'notClosed' });
  }
});

it('is closed again by closing it again: the new closing stands alone', async () => {
  await fc.assert(
    fc.asyncProperty(some, async (assessment) => {
      const once = await close(assessment, by);
      const twice = await close(once, { date: '2009-11-02', responsible: 'Otra persona' });
      expect(twice.closing).toEqual({ date: '2009-11-02', responsible: 'Otra persona', digest: once.closing?.digest });
    }),
    { numRuns: 20 },
  );
});
