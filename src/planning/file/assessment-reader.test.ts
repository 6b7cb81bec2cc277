import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { BLANK } from '../../assessment/domain/answer.ts';
import { createAssessment, withAnswer, type Assessment } from '../../assessment/domain/assessment.ts';
import { aSection } from '../../../tests/builders/instrument.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import { assessmentToText } from '../../assessment/file/assessment-file.ts';
import type { RawFile } from '../../assessment/file/assessment-migrations.ts';
import { readAssessmentFile } from './assessment-reader.ts';
import { MAX_FILE_BYTES, MAX_PROBLEMS, type FileRefusal } from '../../assessment/file/assessment-record.ts';

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

/** How many values there are in plain data, lists and groups counted too. */
function valuesOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, child) => sum + valuesOf(child), 1);
}

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
    ['null', { kind: 'otherFormat' }],
    ['"gel-autoevaluacion"', { kind: 'otherFormat' }],
    ['{"__proto__":{"formato":"gel-autoevaluacion"}}', { kind: 'otherFormat' }],
    [`${text}x`, { kind: 'notJson' }],
    ['<!doctype html><title>INS</title>', { kind: 'notJson' }],
    ['PK\u0003\u0004', { kind: 'notJson' }],
    [text.replace('"versionFormato": 1', '"versionFormato": 1e20'), { kind: 'newerVersion', version: 1e20 }],
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

  it.each([
    ['"fechaCorte": "2009-10-15"', '"fechaCorte": "2009-02-29"', 'fechaCorte', 'se esperaba un día que exista'],
    ['"fechaCorte": "2009-10-15"', '"fechaCorte": 20091015', 'fechaCorte', '20091015'],
    ['"fechaCorte": "2009-10-15",', '', 'fechaCorte', 'nada'],
    ['"revision": 0', '"revision": "0"', 'revision', '"0"'],
    ['"revision": 0', '"revision": -1', 'revision', 'se esperaba 0 o más'],
    ['"revision": 0', '"revision": 1e999', 'revision', 'se esperaba un número que quepa en un archivo JSON'],
    ['"orden": "nacional"', '"orden": ["nacional"]', 'entidad.orden', 'una lista'],
    ['"orden": "nacional"', '"orden": "nacional", "contacto": []', 'entidad.contacto', 'una lista'],
    ['"nombre": "INS"', '"nombre": "\\u2003 "', 'entidad.nombre', 'se esperaba el nombre de la entidad'],
    ['"revision": 0', '"revision": 0, "etiqueta": null', 'etiqueta', 'nada'],
    ['"revision": 0', '"revision": 0, "perfil": {"a.b": "sí"}', 'perfil.a.b', '"sí"'],
    ['"revision": 0', '"revision": 0, "perfil": {"__proto__": 1}', 'perfil.__proto__', 'se esperaba true o false'],
    ['"revision": 0', '"revision": 0, "cierre": true', 'cierre', 'true'],
    ['"respuestas": {', '"respuestas": 5, "x": {', 'respuestas', '5'],
    ['"respuestas": {', '"respuestas": [], "x": {', 'respuestas', 'una lista'],
    ['"respuestas": {', '"x": {', 'respuestas', 'nada'],
    ['"respuestas": {', '"respuestas": {"A.1": null,', 'respuestas.A.1', 'se esperaba una respuesta entre llaves'],
    ['"respuestas": {', '"respuestas": {"A.1": {"tipo": "x"},', 'respuestas.A.1.tipo', '"x"'],
    ['"mision"', '{}', 'respuestas.INF-01.cumplidas.0', 'un grupo entre llaves'],
  ])('is refused for a wrong type or value, with its place: %s as %s', (before, after, path, said) => {
    expect(text).toContain(before);
    const why = refusal(text.replace(before, after));
    if (why?.kind !== 'wrong') throw new Error(`It is refused as ${why?.kind}.`);
    const problem = why.problems.find((each) => each.path === path);
    expect([problem?.expected, problem?.found]).toContain(said);
  });

  it.each(['0', '-1', '1.5', '"1"', 'null', '[1]', 'true', '-0'])('is refused where its version is %s', (version) => {
    expect(refusal(text.replace('"versionFormato": 1', `"versionFormato": ${version}`))).toMatchObject({
      kind: 'wrong',
      problems: [{ path: 'versionFormato', expected: 'se esperaba la versión de formato 1' }],
    });
  });

  it('is brought to this version by the steps of the older ones', () => {
    const seen: unknown[] = [];
    const step = { from: 1, migrate: (raw: RawFile) => (seen.push(raw['fechaCorte']), raw) };
    // The step makes it version 2, which this code does not read: it is refused by what the step made of it.
    const reading = readAssessmentFile(text, [step]);
    expect(seen).toEqual(['2009-10-15']);
    expect(reading).toMatchObject({ refusal: { problems: [{ path: 'versionFormato', found: '2' }] } });
  });

  it('is accepted with 32 levels, of groups or of lists, and refused with 33', () => {
    const nested = (levels: number, open: string, close: string): string =>
      text.replace('"respuestas": {', `"x": ${open.repeat(levels - 1)}${close.repeat(levels - 1)}, "respuestas": {`);
    expect(refusal(nested(32, '[', ']'))).toBeNull();
    expect(refusal(nested(33, '[', ']'))).toEqual({ kind: 'tooDeep' });
    const groups = (levels: number): string => nested(levels, '{"a":', '}').replace('{"a":}', '{}');
    expect(refusal(groups(32))).toBeNull();
    expect(refusal(groups(33))).toEqual({ kind: 'tooDeep' });
    expect(refusal('['.repeat(1_000_000) + ']'.repeat(1_000_000))).toEqual({ kind: 'tooDeep' });
  });

  it('is accepted with 500 000 values, and refused unread with more, or with many levels of them', () => {
    const parse = vi.spyOn(JSON, 'parse');
    const withList = (length: number, value: string): string =>
      text.replace('"respuestas": {', `"x": [ ${`${value}, `.repeat(length - 1)}${value} ], "respuestas": {`);
    const own = valuesOf(JSON.parse(text)) + 1;
    // What stands between quotes is one value, and what is empty is one too.
    for (const value of ['[]', '{ }', '0', '"[,{\\",[,{"']) {
      parse.mockClear();
      expect(refusal(withList(500_000 - own, value)), value).toBeNull();
      expect(parse).toHaveBeenCalledTimes(1);
      expect(refusal(withList(500_001 - own, value)), value).toEqual({ kind: 'tooManyValues' });
      expect(parse).toHaveBeenCalledTimes(1);
    }
    expect(refusal(withList(250_000, '[0]'))).toEqual({ kind: 'tooManyValues' });
    expect(refusal('{"a":'.repeat(4_000_000))).toEqual({ kind: 'tooDeep' });
    parse.mockRestore();
  });

  it('is accepted with 25 MiB, counted in bytes, and refused with one more', () => {
    const bytes = new TextEncoder().encode(text).length;
    expect(bytes).toBeGreaterThan(text.length);
    const full = text + ' '.repeat(MAX_FILE_BYTES - bytes);
    expect(refusal(full)).toBeNull();
    expect(refusal(`${full} `)).toEqual({ kind: 'tooLarge' });
    // Signs of two, three and four bytes.
    const signs = 'ñ€😀'.repeat(1_000_000);
    const withSigns = text.replace('"respuestas": {', `"x": "${signs}", "respuestas": {`);
    const rest = MAX_FILE_BYTES - new TextEncoder().encode(withSigns).length;
    expect(refusal(withSigns + ' '.repeat(rest))).toBeNull();
    expect(refusal(withSigns + ' '.repeat(rest + 1))).toEqual({ kind: 'tooLarge' });
  });

  it('keeps the last of two keys of one name, as every reader of JSON does', () => {
    const twice = text
      .replace('"revision": 0', '"revision": 7, "revision": 8')
      .replace('"respuestas": {', '"respuestas": {"INF-02": {}}, "respuestas": {');
    const reading = readAssessmentFile(twice);
    expect(reading.ok && reading.assessment.revision).toBe(8);
    expect(reading.ok && Object.keys(reading.assessment.answers)).toEqual(['INF-01']);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\\nscript:alert(1)',
    'JAVASCRIPT://https://www.ejemplo.gov.co/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://ejemplo.gov.co/',
    '//ejemplo.gov.co/',
    'www.ejemplo.gov.co',
    'http:ejemplo.gov.co',
    'https://',
    'https://ejemplo.gov.co/a b',
    '',
  ])('is refused with evidence that is no web address: %j', (url) => {
    const evidence = text.replace('"cumplidas"', `"evidencias": [{"titulo": "Acta", "url": "${url}"}], "cumplidas"`);
    expect(refusal(evidence)).toMatchObject({
      kind: 'wrong',
      problems: [
        { path: 'respuestas.INF-01.evidencias.0.url', expected: 'se esperaba una dirección http:// o https://' },
      ],
    });
  });

  it.each([
    ['HTML', '<img src=x onerror="alert(1)"></p><script>alert(1)</script>&lt;'],
    ['right-to-left marks', '\u202Eoicivres\u202C \u2066a\u2069\u200F'],
    ['control characters', 'a\u0000\u0007\u001b[31m\u2028b'],
    ['lone surrogates', 'a\ud800b\udc00'],
    ['formulas', '=HYPERLINK("https://ejemplo.gov.co";"ver")'],
  ])('keeps %s as plain text in every text, and saves it so', (_, value) => {
    const sigla = value.slice(0, 30);
    const filled: Assessment = {
      ...assessment,
      instrument: { id: value, version: sigla },
      entity: {
        name: value,
        acronym: sigla,
        nit: value.slice(0, 20),
        order: 'territorial',
        contact: { name: value, position: value, email: value },
      },
      label: value,
      profile: { [value]: true },
      answers: {
        [value]: {
          kind: 'notApplicable',
          met: [value],
          justification: value,
          legalGround: value,
          note: value,
          evidence: [{ title: value, url: 'https://www.ejemplo.gov.co/' }],
          updatedAt: now,
          extra: { [value]: value },
        },
      },
      closing: { date: '2009-10-31', responsible: value, digest: '0'.repeat(64) },
      extra: { [value]: [value] },
    };
    const source = assessmentToText(filled);
    const reading = readAssessmentFile(source);
    expect(reading).toEqual({ ok: true, assessment: filled });
    expect(reading.ok && assessmentToText(reading.assessment)).toBe(source);
  });

  it('tells no more than a hundred problems', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `"X-${index}": 1`).join(',');
    const why = refusal(text.replace('"respuestas": {', `"respuestas": {${many},`));
    expect(why?.kind === 'wrong' && why.problems.length).toBe(MAX_PROBLEMS);
  });

  it.each([
    ['cumplidas', 'respuestas.INF-01.cumplidas', 'se esperaban 100 verificaciones como máximo'],
    ['evidencias', 'respuestas.INF-01.evidencias', 'se esperaban 20 evidencias como máximo'],
  ])('counts the rows of «%s» before it reads them', (key, path, expected) => {
    const rows = text.replace(/"cumplidas": \[[^\]]*\]/, `"${key}": [${Array(200_000).fill('1').join()}]`);
    expect(refusal(rows)).toEqual({ kind: 'wrong', problems: [{ path, expected, found: 'una lista' }] });
  });

  it('counts the answers of the profile before it reads them', () => {
    const profile = (count: number): string =>
      JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${index}`, index % 2 === 0])));
    expect(refusal(text.replace('"revision": 0', `"revision": 0, "perfil": ${profile(200)}`))).toBeNull();
    expect(refusal(text.replace('"revision": 0', `"revision": 0, "perfil": ${profile(201)}`))).toEqual({
      kind: 'wrong',
      problems: [
        {
          path: 'perfil',
          expected: 'se esperaban 200 respuestas del perfil como máximo',
          found: 'un grupo entre llaves',
        },
      ],
    });
  });

  it('shortens what it tells of a key or a value of any length', () => {
    const long = 'k'.repeat(10_000);
    const why = refusal(text.replace('"respuestas": {', `"respuestas": {"${long}": {"tipo": "${long}"},`));
    if (why?.kind !== 'wrong') throw new Error('It is not refused.');
    for (const { path, found } of why.problems) {
      expect(path.length).toBeLessThan(250);
      expect(found.length).toBeLessThan(70);
    }
  });

  it('touches no prototype, whatever its keys are called', () => {
    const evil = text.replace(
      '"respuestas": {',
      '"__proto__": { "polluted": 1 },\n  "perfil": { "__proto__": true, "constructor": false },\n  "respuestas": {\n    "__proto__": { "tipo": "evaluada", "modificada": "2009-10-15T21:40:12.512Z" },',
    );
    const reading = readAssessmentFile(evil);
    if (!reading.ok) throw new Error('It does not open.');
    const saved = assessmentToText(reading.assessment);
    expect(saved).toContain('"__proto__": {\n    "polluted": 1');
    expect(saved).toContain('"__proto__": true,\n    "constructor": false');
    expect(saved).toContain('"__proto__": {\n      "tipo": "evaluada"');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(({} as Record<string, unknown>)['tipo']).toBeUndefined();
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
