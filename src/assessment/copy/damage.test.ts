import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerFromFile, headerFromFile } from '../file/assessment-file.ts';
import { documentKey } from '../file/document-key.ts';
import { planParts } from '../../planning/copy/record-parts.ts';
import { readDocuments } from '../../planning/file/documents.ts';
import { damagedAnswers, damagedDocuments, damagedHeader, recordTexts, type Damaged } from './damage.ts';

const NOW = '2009-10-15T21:40:12.512Z';
const answer = { tipo: 'evaluada', cumplidas: ['mision'], modificada: NOW };
const header = {
  formato: 'gel-autoevaluacion',
  versionFormato: 1,
  id: '0f0c8a0e-6d0b-4b7e-9a35-2f1a4c1f9f10',
  instrumento: { id: 'decreto-1151-2008', version: '2026.1' },
  entidad: { nombre: 'Instituto Nacional de Salud', orden: 'nacional' },
  fechaCorte: '2009-10-15',
  creada: NOW,
  modificada: NOW,
  revision: 0,
};
const nameOf = (id: string): string => (id === 'INF-01' ? 'Misión y visión' : '');

/** What nobody who answers a questionnaire has to know: keys of the file, kinds of data, words of its schema. */
const DEVELOPERS_WORDS =
  /se esperaba|entre llaves|\b(?:true|false|null|undefined|object|array|string|JSON|fechaCorte|fechaFin|versionFormato|planDeAccion|planGeneral|sha256)\b|\b(?:tipo|cumplidas|fundamento|modificada|evidencias|entidad|perfil|cierre)[:.]\S*[:.(]/;

function damagedAnswer(raw: unknown): Damaged {
  const decoded = answerFromFile(raw);
  return { place: 'INF-01', problems: decoded.ok ? [] : decoded.problems, raw };
}

function toldAnswer(raw: unknown): string {
  return damagedAnswers([damagedAnswer(raw)], nameOf, '').happened;
}

function toldHeader(raw: unknown): string {
  const decoded = headerFromFile(raw);
  return damagedHeader({ problems: decoded.ok ? [] : decoded.problems, raw }).happened;
}

function toldDocuments(documents: Parameters<typeof readDocuments>[0]): string {
  const { damage } = readDocuments(documents);
  return damagedDocuments(
    damage.map(({ kind, id, problems, raw }) => ({ place: documentKey(kind, id), problems, raw })),
    nameOf,
    planParts,
  ).happened;
}

describe('what is told of an answer that cannot be read', () => {
  it.each([
    [{ ...answer, cumplidas: 'mision' }, 'Verificaciones cumplidas (dato dañado)'],
    [{ ...answer, observacion: 'x'.repeat(6000) }, 'Observación (tiene 6.000 caracteres y el máximo es 5.000)'],
    [{ ...answer, modificada: 'ayer' }, 'Fecha de la respuesta (no es una fecha)'],
    [{ ...answer, modificada: undefined }, 'Fecha de la respuesta (falta)'],
    [
      { ...answer, evidencias: [{ url: 'https://a.co/' }, { titulo: 'Acta', url: 'acta.pdf' }] },
      'Enlace de la evidencia 2 (no es un enlace que comience por http:// o https://)',
    ],
    [{ ...answer, evidencias: [7] }, 'Evidencia 1 (dato dañado)'],
    [{ ...answer, evidencias: Array.from({ length: 30 }, () => ({})) }, 'Evidencias (son 30 y el máximo es 20)'],
    ['dañada', 'Toda la respuesta (dato dañado)'],
    [null, 'Toda la respuesta (dato dañado)'],
  ])('names the criterion, the part and what is wrong with it', (raw, words) => {
    expect(toldAnswer(raw)).toBe(
      `No se pudo leer parte de lo guardado. Respuesta de INF-01, «Misión y visión»: ${words}.`,
    );
  });

  it('tells several parts of one answer, and of many answers the first ones', () => {
    expect(toldAnswer({ tipo: 'otra', observacion: 5, modificada: 'ayer' })).toContain(
      'Si aplica y está respondido (dato dañado), Observación (dato dañado), Fecha de la respuesta (no es una fecha).',
    );
    const many = Array.from({ length: 8 }, () => damagedAnswer(7));
    expect(damagedAnswers(many, nameOf, 'INS, 15 de octubre de 2009').happened).toMatch(
      /^No se pudo leer parte de lo guardado en INS, 15 de octubre de 2009\. .*; y 3 lugares más\.$/,
    );
  });
});

describe('what is told of an assessment whose own data cannot be read', () => {
  it.each([
    [{ ...header, fechaCorte: 'octubre' }, 'Fecha de corte (no es una fecha)'],
    [{ ...header, entidad: { orden: 'nacional' } }, 'Nombre de la entidad (falta)'],
    [{ ...header, entidad: { nombre: 'INS', orden: 'local' } }, 'Orden (no dice nacional ni territorial)'],
    [{ ...header, entidad: { nombre: 'INS', orden: 'nacional', nit: 'x'.repeat(30) } }, 'NIT (tiene 30 caracteres'],
    [{ ...header, perfil: { tramites: 'sí' } }, 'Respuestas del perfil (dato dañado)'],
    [{ ...header, revision: 'dos' }, 'Cuenta de los cambios (dato dañado)'],
    [{ ...header, cierre: { fecha: '2009-10-31' } }, 'Quién la cerró (falta), Huella del cierre (falta)'],
    [{ ...header, versionFormato: 7 }, 'Marca de la versión con que se guardó (dato dañado)'],
    ['basura', 'Todos sus datos (dato dañado)'],
  ])('names the part and what is wrong with it', (raw, words) => {
    expect(toldHeader(raw)).toContain(words);
  });

  it('says which one it is as far as that can be read', () => {
    expect(toldHeader({ ...header, revision: -1 })).toContain(
      'Hay una autoevaluación de Instituto Nacional de Salud, 15 de octubre de 2009, que no se puede abrir',
    );
    expect(toldHeader({ ...header, entidad: 7, fechaCorte: 'octubre' })).toContain(
      'Hay una autoevaluación que no se puede abrir',
    );
  });
});

describe('what is told of records of the plan and the projects that cannot be read', () => {
  it('names the activity or the project, the field as the form calls it, and what is wrong', () => {
    const activities = {
      'INF-01-2': { fechaFin: 'mañana', avances: [{ fechaCorte: '2009-12-31', porcentaje: 200 }] },
      'INF-02': { actividad: 'x'.repeat(5001), valor: 5 },
    };
    const told = toldDocuments({ activities, texts: { mecanismos: 7 }, projects: [{ id: 'P-01', nombre: 7 }, 8] });
    for (const words of [
      'Actividad INF-01-2 del plan de acción, «Misión y visión»: Fin (no es una fecha), Porcentaje del avance 1 (no es un número entero de 0 a 100)',
      'Actividad INF-02 del plan de acción: Actividad (tiene 5.001 caracteres y el máximo es 5.000), Valor (no es un valor en pesos)',
      'Textos generales del plan de acción: Mecanismos para cumplir las metas (dato dañado)',
      'Proyecto P-01: Nombre del proyecto (dato dañado)',
      'Un proyecto sin código: Todo el proyecto (dato dañado)',
    ]) {
      expect(told).toContain(words);
    }
  });
});

describe('whatever lies there', () => {
  const anything = fc.anything({ maxDepth: 3, withNullPrototype: false });
  const broken = <T extends object>(good: T) =>
    fc.record(
      Object.fromEntries(Object.keys(good).map((key) => [key, fc.oneof(fc.constant(good[key as keyof T]), anything)])),
    );

  it('is told without the words of the file and its schema', () => {
    const full = { ...answer, justificacion: '', fundamento: '', observacion: '', evidencias: [] };
    fc.assert(
      fc.property(broken(full), (raw) => {
        expect(toldAnswer(raw)).not.toMatch(DEVELOPERS_WORDS);
      }),
    );
    const { entidad: _, ...rest } = { ...header, perfil: {}, cierre: {} };
    fc.assert(
      fc.property(broken(rest), (raw) => {
        expect(toldHeader({ ...raw, entidad: { nombre: 'INS', orden: 7 } })).not.toMatch(DEVELOPERS_WORDS);
      }),
    );
  });

  it('is shown as terms and texts, and never throws', () => {
    fc.assert(
      fc.property(anything, (raw) => {
        expect(Array.isArray(recordTexts('INF-01', raw))).toBe(true);
      }),
    );
    expect(
      recordTexts('INF-01', { tipo: 'dañada', cumplidas: ['a', 'b'], evidencias: [{ url: 7 }], color: 'azul' }),
    ).toEqual([
      ['Si aplica y está respondido', 'dañada'],
      ['Verificaciones cumplidas', 'a\nb'],
      ['Enlace de la evidencia 1', '7'],
      ['Otro dato (color)', 'azul'],
    ]);
  });
});
