import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK } from '../domain/answer.ts';
import { createAssessment, withAnswer } from '../domain/assessment.ts';
import { aSection } from '../../tests/builders/instrument.ts';
import { someAssessment } from '../../tests/builders/random-assessment.ts';
import { assessmentToText } from './assessment-file.ts';
import { MAX_FILE_BYTES, readAssessmentFile, type FileRefusal } from './assessment-reader.ts';

const now = '2009-10-15T21:40:12.512Z';
const assessment = withAnswer(
  createAssessment({
    id: '0f0c8a0e-6d0b-4b7e-9a35-2f1a4c1f9f10',
    now,
    instrument: { id: 'decreto-1151-2008', version: '2026.1' },
    entity: { name: 'INS', acronym: '', nit: '', order: 'nacional', contact: { name: '', position: '', email: '' } },
    cutoffDate: '2009-10-15',
  }),
  'INF-01',
  {
    ...BLANK,
    kind: 'assessed',
    met: ['mision', 'de-otra-version'],
    note: 'Falta la visión. «Sí»\n<b>',
    updatedAt: now,
  },
);
const text = assessmentToText(assessment);
const refusal = (source: string): FileRefusal | null => {
  const reading = readAssessmentFile(source);
  return reading.ok ? null : reading.refusal;
};

describe('a file that is opened', () => {
  it('comes back as it was saved, and saved again gives the same bytes', () => {
    const reading = readAssessmentFile(text);
    expect(reading).toEqual({ ok: true, assessment });
    expect(reading.ok && assessmentToText(reading.assessment)).toBe(text);
    expect(readAssessmentFile(`\uFEFF${text}`).ok).toBe(true);
  });

  it('keeps criteria and keys of another version', () => {
    const other = text.replace(
      '"respuestas": {',
      '"planDeAccion": { "INF-01": {} },\n  "respuestas": {\n    "XXX-99": { "tipo": "evaluada", "cumplidas": [], "modificada": "2009-10-15T21:40:12.512Z" },',
    );
    const reading = readAssessmentFile(other);
    expect(reading.ok && Object.keys(reading.assessment.answers)).toEqual(['XXX-99', 'INF-01']);
    expect(reading.ok && assessmentToText(reading.assessment)).toContain('"planDeAccion"');
  });

  it.each([
    ['', { kind: 'notJson' }],
    ['{', { kind: 'notJson' }],
    [text.slice(0, -20), { kind: 'notJson' }],
    ['[]', { kind: 'otherFormat' }],
    ['7', { kind: 'otherFormat' }],
    ['{"formato":"otro"}', { kind: 'otherFormat' }],
    [text.replace('"versionFormato": 1', '"versionFormato": 2'), { kind: 'newerVersion', version: 2 }],
    [`${'['.repeat(40)}${']'.repeat(40)}`, { kind: 'tooDeep' }],
    [' '.repeat(MAX_FILE_BYTES + 1), { kind: 'tooLarge' }],
  ])('is refused whole, with its reason (case %#)', (source, expected) => {
    expect(refusal(source)).toEqual(expected);
  });

  it('says where a field is wrong, what was expected there and what was found', () => {
    expect(refusal(text.replace('"2009-10-15",', '"octubre",'))).toEqual({
      kind: 'wrong',
      problems: [
        { path: 'fechaCorte', expected: 'se esperaba la fecha de corte, como 2009-10-15', found: '"octubre"' },
      ],
    });
    expect(refusal(text.replace('"evaluada"', '"quizás"'))).toMatchObject({
      problems: [{ path: 'respuestas.INF-01.tipo', found: '"quizás"' }],
    });
  });

  it('touches no prototype, whatever its keys are called', () => {
    const evil = text.replace(
      '"respuestas": {',
      '"__proto__": { "polluted": 1 },\n  "respuestas": {\n    "__proto__": { "tipo": "evaluada", "modificada": "2009-10-15T21:40:12.512Z" },',
    );
    const reading = readAssessmentFile(evil);
    expect(reading.ok).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(({} as Record<string, unknown>)['tipo']).toBeUndefined();
  });

  it('never crashes, whatever is changed in it', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string(), (at, length, insert) => {
        const reading = readAssessmentFile(text.slice(0, at) + insert + text.slice(at + length));
        return reading.ok || reading.refusal.kind.length > 0;
      }),
      { numRuns: 300 },
    );
  });
});

describe('saving and opening again', () => {
  it('gives back any assessment whole, and saving it again gives the same bytes', () => {
    fc.assert(
      fc.property(someAssessment([aSection('preparacion', 2), aSection('informacion', 4)]), (assessment) => {
        const text = assessmentToText(assessment);
        const reading = readAssessmentFile(text);
        expect(reading).toEqual({ ok: true, assessment });
        expect(reading.ok && assessmentToText(reading.assessment)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
