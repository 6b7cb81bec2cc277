import { describe, expect, it } from 'vitest';
import { BLANK } from '../domain/answer.ts';
import { createAssessment, withAnswer } from '../domain/assessment.ts';
import {
  answerFromFile,
  answerToFile,
  assessmentFileName,
  assessmentToText,
  headerFromFile,
  headerToFile,
} from './assessment-file.ts';

const now = '2009-10-15T21:40:12.512Z';
const entity = {
  name: 'Instituto Nacional de Salud',
  acronym: 'INS',
  nit: '899999403-4',
  order: 'nacional' as const,
  contact: { name: '', position: 'Jefe de Planeación', email: '' },
};
const assessment = createAssessment({
  id: '0f0c8a0e-6d0b-4b7e-9a35-2f1a4c1f9f10',
  now,
  instrument: { id: 'decreto-1151-2008', version: '2026.1' },
  entity,
  cutoffDate: '2009-10-15',
});

describe('an answer in a file', () => {
  const answers = [
    { ...BLANK, updatedAt: now },
    { ...BLANK, kind: 'assessed' as const, met: [], updatedAt: now },
    { ...BLANK, kind: 'assessed' as const, met: ['mision'], note: 'Falta la visión.', updatedAt: now },
    {
      ...BLANK,
      kind: 'notApplicable' as const,
      justification: 'No cobra.',
      legalGround: 'Ley',
      met: ['a'],
      updatedAt: now,
    },
    { ...BLANK, kind: 'notApplicable' as const, updatedAt: now },
    {
      ...BLANK,
      evidence: [{ title: '', url: 'https://www.ejemplo.gov.co/' }],
      updatedAt: now,
      extra: { color: 'azul' },
    },
  ];
  it.each(answers)('comes back as it was: $kind', (answer) => {
    expect(answerFromFile(JSON.parse(JSON.stringify(answerToFile(answer))))).toEqual({ ok: true, value: answer });
  });

  it('is refused with the place and what was expected', () => {
    const bad = {
      tipo: 'evaluada',
      cumplidas: [3],
      evidencias: [{ titulo: 'x', url: 'javascript:alert(1)' }],
      modificada: 'ayer',
    };
    expect(answerFromFile(bad)).toEqual({
      ok: false,
      problems: [
        { path: 'cumplidas.0', expected: 'se esperaba un texto' },
        { path: 'evidencias.0.url', expected: 'se esperaba una dirección http:// o https://' },
        { path: 'modificada', expected: 'se esperaba una fecha y hora como 2009-10-15T21:40:12.512Z' },
      ],
    });
    for (const raw of [null, undefined, 7, 'x', [], {}]) expect(answerFromFile(raw).ok).toBe(false);
  });
});

describe('an assessment in a file', () => {
  it('has a header that comes back as it was', () => {
    const {
      answers: _,
      documents: __,
      ...header
    } = { ...assessment, profile: { tramites: false }, extra: { otra: {} } };
    expect(headerFromFile(JSON.parse(JSON.stringify(headerToFile(header))))).toEqual({ ok: true, value: header });
  });

  it('keeps what this version does not know, at every level, whatever its name', () => {
    const { answers: _, documents: __, ...header } = assessment;
    const raw = JSON.parse(
      JSON.stringify(headerToFile(header))
        .replace('"orden"', '"color":"azul","__proto__":{"x":1},"orden"')
        .replace('"cargo"', '"telefono":"123","cargo"')
        .replace('"version"', '"nota":"n","version"')
        .replace('"revision"', '"constructor":[1],"otraClave":{"a":1},"revision"'),
    ) as unknown;
    const decoded = headerFromFile(raw);
    expect(decoded.ok).toBe(true);
    const again = decoded.ok ? JSON.stringify(headerToFile(decoded.value)) : '';
    for (const kept of [
      '"color":"azul"',
      '"__proto__":{"x":1}',
      '"telefono":"123"',
      '"nota":"n"',
      '"constructor":[1]',
      '"otraClave":{"a":1}',
    ]) {
      expect(again).toContain(kept);
    }
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
    const answer = answerFromFile(
      JSON.parse(
        '{"tipo":"evaluada","cumplidas":[],"evidencias":[{"titulo":"a","url":"https://a.co","fecha":"hoy"}],"modificada":"2009-10-15T21:40:12.512Z","__proto__":1}',
      ),
    );
    expect(answer.ok && JSON.stringify(answerToFile(answer.value))).toContain('"fecha":"hoy"');
    expect(answer.ok && JSON.stringify(answerToFile(answer.value))).toContain('"__proto__":1');
  });

  it('is written with Spanish keys in the order of docs/assessment-file.md, answers by id', () => {
    const two = withAnswer(
      withAnswer(assessment, 'TRA-09', { ...BLANK, kind: 'notApplicable', justification: 'No cobra.', updatedAt: now }),
      'INF-01',
      { ...BLANK, kind: 'assessed', met: ['mision'], updatedAt: now },
    );
    const text = assessmentToText(two);
    expect(Object.keys(JSON.parse(text) as object)).toEqual([
      'formato',
      'versionFormato',
      'id',
      'instrumento',
      'entidad',
      'fechaCorte',
      'creada',
      'modificada',
      'revision',
      'respuestas',
    ]);
    expect(text.indexOf('INF-01')).toBeLessThan(text.indexOf('TRA-09'));
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('refuses a day that does not exist', () => {
    const { answers: _, documents: __, ...header } = { ...assessment, cutoffDate: '2009-02-30' };
    expect(headerFromFile(headerToFile(header)).ok).toBe(false);
  });

  it('is named by the acronym, or the name, and the cut-off date', () => {
    expect(assessmentFileName(assessment)).toBe('autoevaluacion-ins-2009-10-15.gel.json');
    const unnamed = { ...assessment, entity: { ...entity, acronym: '', name: 'Sanatorio de Contratación, E.S.E.' } };
    expect(assessmentFileName(unnamed)).toBe('autoevaluacion-sanatorio-de-contratacion-e-s-e-2009-10-15.gel.json');
    expect(assessmentFileName({ ...assessment, entity: { ...entity, acronym: '/../' } })).toBe(
      'autoevaluacion-entidad-2009-10-15.gel.json',
    );
  });
});
