import fc from 'fast-check';
import type { Answer } from '../../src/assessment/domain/answer.ts';
import { NO_DOCUMENTS, type Assessment, type Documents } from '../../src/assessment/domain/assessment.ts';
import type { Section } from '../../src/instrument/instrument.ts';
import { writeDocuments } from '../../src/planning/file/documents.ts';
import { somePlan, someProjects } from './random-plan.ts';

/** Texts as people paste them, and as attackers do: accents, line breaks, formulas, markup, right-to-left marks. */
export const someText = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength, 80) }),
    fc.constantFrom(
      '',
      'Falta publicar la visión aprobada en agosto.',
      'Línea uno\nlínea dos\r\n\tlínea tres',
      '=HYPERLINK("https://ejemplo.gov.co";"ver")',
      '+57 1 330 5000',
      '-3',
      '@SUM(A1)',
      '<img src=x onerror=alert(1)>',
      '"comillas"; punto y coma; \'apóstrofo\'',
      '\u202Eoicivres\u202C',
      '  espacios  ',
      '\u0007campana\u0000nulo',
      '🏛️ trámite',
      '_x0041_',
      '42,5 %',
      '1.250.000',
      'Sí',
    ),
  );

/** Instants in the file's own form. */
const someInstant: fc.Arbitrary<string> = fc
  .integer({ min: Date.UTC(2008, 0, 1), max: Date.UTC(2011, 0, 1) })
  .map((milliseconds) => new Date(milliseconds).toISOString());

const someDate: fc.Arbitrary<string> = someInstant.map((instant) => instant.slice(0, 10));

const someExtra: fc.Arbitrary<{ extra?: Record<string, unknown> }> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  fc.constant({ extra: { color: 'azul', lista: [1, { a: null }] } }),
);

/** An answer to a criterion with these checks, of any kind, with or without texts, known and unknown checks. */
function someAnswer(checks: readonly string[]): fc.Arbitrary<Answer> {
  return fc
    .record({
      kind: fc.constantFrom('assessed' as const, 'assessed' as const, 'notApplicable' as const, 'unanswered' as const),
      met: fc.uniqueArray(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...checks) }, fc.constant('retirada'))),
      justification: someText(2000),
      legalGround: someText(500),
      note: someText(5000),
      evidence: fc.array(
        fc
          .record({
            title: someText(200),
            url: fc.constantFrom('https://www.ejemplo.gov.co/', 'http://ejemplo.gov.co/a?b=1&c=%20#d'),
          })
          .chain((row) => someExtra.map((extra) => ({ ...row, ...extra }))),
        { maxLength: 3 },
      ),
      updatedAt: someInstant,
    })
    .chain((answer) => someExtra.map((extra) => ({ ...answer, ...extra })));
}

/** Any assessment of these sections: some criteria answered, now and then one that the instrument does not have. */
export function someAssessment(sections: readonly Section[]): fc.Arbitrary<Assessment> {
  const criteria = sections.flatMap((section) => section.criteria);
  const answers = fc
    .tuple(
      ...criteria.map(({ id, checks }) =>
        fc.option(
          someAnswer(checks.map((check) => check.id)).map((answer) => [id, answer] as const),
          { nil: undefined },
        ),
      ),
      fc.option(
        someAnswer(['x', 'y']).map((answer) => ['INF-99', answer] as const),
        { nil: undefined, freq: 5 },
      ),
    )
    .map((list) => Object.fromEntries(list.filter((each) => each !== undefined)) as Record<string, Answer>);
  return fc
    .record({
      id: fc.uuid(),
      instrument: fc.constant({ id: 'decreto-1151-2008', version: '2026.1' }),
      entity: fc.record({
        name: someText(200).map((text) => `Entidad ${text}`.trim()),
        acronym: someText(30).map((text) => text.slice(0, 30)),
        nit: fc.constantFrom('', '899999403-4'),
        order: fc.constantFrom('nacional' as const, 'territorial' as const),
        contact: fc.record({ name: someText(200), position: someText(200), email: fc.constantFrom('', 'a@b.co') }),
      }),
      label: someText(80).map((text) => text.slice(0, 80)),
      cutoffDate: someDate,
      profile: fc.dictionary(fc.constantFrom('tramites', 'pagos', 'sedes'), fc.boolean()),
      created: someInstant,
      modified: someInstant,
      revision: fc.nat(10_000),
      answers,
    })
    .chain((assessment) => someExtra.map((extra) => ({ ...assessment, closing: null, ...extra })))
    .chain((assessment) => someDocuments(sections).map((documents) => ({ ...assessment, documents })));
}

/** Half of them have none. */
function someDocuments(sections: readonly Section[]): fc.Arbitrary<Documents> {
  const written = fc
    .tuple(somePlan(sections), someProjects(sections))
    .map(([plan, projects]) => writeDocuments(plan, projects));
  return fc.oneof(fc.constant(NO_DOCUMENTS), written);
}
