import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSection } from '../../../tests/builders/instrument.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import { isBeyondTheSchema, schemaAccepts } from '../../../tests/support/file-reading.ts';
import { assessmentToFile } from './assessment-file.ts';
import { dictionaryOf } from './assessment-dictionary.ts';
import { assessmentExample } from './assessment-example.ts';
import { assessmentJsonSchema, type JsonSchema } from './assessment-json-schema.ts';
import { readAssessmentFile } from '../../planning/file/assessment-reader.ts';
import { close } from './closing.ts';
import { documentsJsonSchema } from '../../planning/file/json-schema.ts';

const address = 'https://www.ejemplo.gov.co/datos-abiertos/autoevaluacion-v1.schema.json';
const schema = assessmentJsonSchema(address, documentsJsonSchema);
const golden = (name: string): string => readFileSync(`tests/golden/${name}.gel.json`, 'utf8');
const sections = [aSection('preparacion', 2), aSection('informacion', 4)];

/** The example with one value put somewhere else than it was. */
function exampleWith(path: string, value: unknown): string {
  const file = JSON.parse(assessmentExample()) as Record<string, unknown>;
  const keys = path.split('.');
  let group = file;
  for (const key of keys.slice(0, -1)) group = group[key] as Record<string, unknown>;
  group[keys.at(-1) ?? ''] = value;
  return JSON.stringify(file);
}

describe('the published JSON Schema', () => {
  it('names itself and its draft', () => {
    expect(schema.$id).toBe(address);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(new Ajv2020({ strict: true }).validateSchema(schema)).toBe(true);
  });

  it('explains in Spanish each key that it names, and every group lets other keys through', () => {
    const walk = (each: JsonSchema, path: string): void => {
      expect(each.description, path).toMatch(/^\p{Lu}.{8,}[.]$/u);
      if (each.properties) expect(each.additionalProperties, path).toBe(path === 'respuestas' ? undefined : true);
      for (const [key, child] of Object.entries(each.properties ?? {})) walk(child, `${path}.${key}`);
      if (typeof each.additionalProperties === 'object') walk(each.additionalProperties, `${path}.*`);
      if (each.items) walk(each.items, `${path}.*`);
    };
    walk(schema, '');
  });

  it('has no expression but the plainest, so that every program reads it alike', () => {
    const patterns = JSON.stringify(schema).match(/"pattern":"(?:[^"\\]|\\.)*"/g) ?? [];
    expect(patterns.length).toBeGreaterThan(5);
    for (const pattern of patterns) expect(pattern).not.toMatch(/\\\\[dwDWbpP]|\(\?[^:]/);
  });

  it('accepts every file that is written: any, those kept for ever, the example', async () => {
    await fc.assert(
      fc.asyncProperty(someAssessment(sections), async (assessment) => {
        expect(schemaAccepts(JSON.parse(JSON.stringify(assessmentToFile(assessment))))).toBe(true);
        const closed = await close(assessment, { date: '2009-10-31', responsible: 'Planeación' });
        expect(schemaAccepts(assessmentToFile(closed))).toBe(true);
      }),
    );
    for (const text of [golden('autoevaluacion-v1'), golden('autoevaluacion-v1-cerrada'), assessmentExample()]) {
      expect(schemaAccepts(JSON.parse(text))).toBe(true);
    }
  });

  it.each([
    ['formato', 'otro'],
    ['versionFormato', 2],
    ['versionFormato', '1'],
    ['id', 'corto'],
    ['id', 'con espacios no'],
    ['instrumento', {}],
    ['entidad.nombre', ' \u00a0\ufeff\n'],
    ['entidad.orden', 'distrital'],
    ['entidad.contacto', null],
    ['etiqueta', 'x'.repeat(81)],
    ['fechaCorte', '2009-02-29'],
    ['fechaCorte', '15/10/2009'],
    ['creada', '2009-10-15T24:00:00Z'],
    ['modificada', '2009-02-30T10:00:00.000Z'],
    ['modificada', '2009-10-15T21:40:12-05:00'],
    ['revision', -1],
    ['revision', 1.5],
    ['perfil', []],
    ['perfil', { tramites: 'sí' }],
    ['perfil', JSON.parse('{"__proto__":1}')],
    ['perfil', Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`k${index}`, true]))],
    ['respuestas', []],
    ['respuestas.INF-01', 'sí'],
    ['respuestas.INF-01', {}],
    ['respuestas.INF-01.tipo', 'cumple'],
    ['respuestas.INF-01.cumplidas', Array(101).fill('a')],
    ['respuestas.INF-01.cumplidas', [1]],
    ['respuestas.INF-01.evidencias', Array(21).fill({ url: 'https://a.co' })],
    ['respuestas.INF-01.evidencias', [{ titulo: 'sin dirección' }]],
    ['respuestas.INF-01.evidencias', [{ url: 'javascript:alert(1)' }]],
    ['respuestas.INF-01.evidencias', [{ url: 'https://a b.co' }]],
    ['respuestas.INF-01.observacion', 'x'.repeat(5001)],
    ['planDeAccion', null],
    ['planDeAccion', []],
    ['planDeAccion', { '': {} }],
    ['planDeAccion', { ['x'.repeat(81)]: {} }],
    ['planDeAccion', Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`INF-${index}`, {}]))],
    ['planDeAccion.INF-01', 'Publicar'],
    ['planDeAccion.INF-01.criterios', []],
    ['planDeAccion.INF-01.criterios', ['']],
    ['planDeAccion.INF-01.criterios', Array(201).fill('INF-01')],
    ['planDeAccion.INF-01.meta', 'x'.repeat(5001)],
    ['planDeAccion.INF-01.responsable', 'x'.repeat(201)],
    ['planDeAccion.INF-01.fechaFin', '2010-02-29'],
    ['planDeAccion.INF-01.fechaFin', '30/06/2010'],
    ['planDeAccion.INF-01.valor', 1250000],
    ['planDeAccion.INF-01.valor', '1.250.000'],
    ['planDeAccion.INF-01.valor', '1250000.5'],
    ['planDeAccion.INF-01.avances', Array(101).fill({ fechaCorte: '2009-12-31', porcentaje: 1 })],
    ['planDeAccion.INF-01.avances', [{ fechaCorte: '2009-02-29', porcentaje: 1 }]],
    ['planDeAccion.INF-01.avances', [{ fechaCorte: '2009-12-31', porcentaje: 101 }]],
    ['planDeAccion.INF-01.retirada', { motivo: 'cumplida' }],
    ['planDeAccion.INF-01.retirada', { motivo: 'hecha', fecha: '2009-12-31' }],
    ['planGeneral', null],
    ['planGeneral', 'texto'],
    ['planGeneral.recursos', 7],
    ['proyectos', {}],
    ['proyectos', Array(501).fill({})],
    ['proyectos', ['P-01']],
    ['proyectos', [{ id: '' }]],
    ['proyectos', [{ tipos: ['compra'] }]],
    ['proyectos', [{ sobre: Array(5).fill('programas-informaticos') }]],
    ['proyectos', [{ recursos: { hardware: { valor: '-1' } } }]],
    ['proyectos', [{ actividades: Array(2001).fill('INF-01') }]],
    ['cierre', {}],
    ['cierre', { fecha: '2009-10-31', responsable: ' ', sha256: 'a'.repeat(64) }],
    ['cierre', { fecha: '2009-10-31', responsable: 'x', sha256: 'A'.repeat(64) }],
  ])('refuses what the reader refuses: %s as %j', (path, value) => {
    const text = exampleWith(path, value);
    expect(readAssessmentFile(text).ok).toBe(false);
    expect(schemaAccepts(JSON.parse(text))).toBe(false);
  });

  it('counts the characters of a text as the reader does: a pair of surrogates is one', () => {
    for (const [count, fits] of [
      [30, true],
      [31, false],
    ] as const) {
      const text = exampleWith('entidad.sigla', '😀'.repeat(count));
      expect(readAssessmentFile(text).ok).toBe(fits);
      expect(schemaAccepts(JSON.parse(text))).toBe(fits);
    }
  });

  it.each([
    ['a number that JSON readers cannot hold', exampleWith('otra', 'N').replace('"N"', '1e999')],
    [
      'an address that browsers do not understand',
      exampleWith('respuestas.INF-01.evidencias', [{ url: 'http://[::1' }]),
    ],
    [
      'two notes of progress on one day',
      exampleWith('planDeAccion.INF-01.avances', Array(2).fill({ fechaCorte: '2009-12-31', porcentaje: 1 })),
    ],
    ['two projects of one id', exampleWith('proyectos', Array(2).fill({ id: 'P-01' }))],
    ['nesting', exampleWith('otra', 'N').replace('"N"', `${'['.repeat(40)}${']'.repeat(40)}`)],
    ['size', `${assessmentExample()}${' '.repeat(25 * 1024 * 1024)}`],
  ])('cannot say everything, and the list of what it cannot is short: %s', (_, text) => {
    const reading = readAssessmentFile(text);
    expect(schemaAccepts(JSON.parse(text))).toBe(true);
    expect(!reading.ok && isBeyondTheSchema(reading.refusal)).toBe(true);
  });
});

describe('the table of keys', () => {
  const rows = dictionaryOf(schema);

  it('has each key of the file once, after its group, with its limit', () => {
    const paths = rows.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) {
      const group = path.split('.').slice(0, -1).join('.');
      if (group !== '') expect(paths.slice(0, paths.indexOf(path)), path).toContain(group);
    }
    const form = (path: string): string | undefined => rows.find((row) => row.path === path)?.form;
    expect(form('entidad.sigla')).toBe('texto de hasta 30 caracteres; puede faltar');
    expect(form('entidad.orden')).toBe('"nacional" o "territorial"');
    expect(form('respuestas.*.evidencias')).toBe('lista de hasta 20; puede faltar');
    expect(form('perfil.*')).toBe('true o false');
    expect(form('versionFormato')).toBe('siempre 1');
    expect(form('revision')).toBe('número entero, desde 0');
    expect(form('planDeAccion')).toBe('grupo de hasta 2000 claves; puede faltar');
    expect(form('planDeAccion.*.criterios')).toBe('lista de 1 a 200; puede faltar');
    expect(form('planDeAccion.*.avances.*.porcentaje')).toBe('número entero, de 0 a 100');
    expect(form('proyectos.*.recursos.software.valor')).toBe('texto; puede faltar');
  });

  it('names every key that the files kept for ever have and this version knows', () => {
    const known = new Set(rows.map(({ path }) => path));
    for (const path of [
      'etiqueta',
      'perfil',
      'cierre.sha256',
      'respuestas.*.evidencias.*.url',
      'respuestas.*.cumplidas.*',
    ])
      expect(known.has(path), path).toBe(true);
  });
});

describe('the published example', () => {
  it('opens, and is what the site would save', () => {
    const reading = readAssessmentFile(assessmentExample());
    if (!reading.ok) throw new Error('It does not open.');
    expect(`${JSON.stringify(assessmentToFile(reading.assessment), null, 2)}\n`).toBe(assessmentExample());
  });
});
