import { BLANK, type Answer } from '../../src/assessment/domain/answer.ts';
import { createAssessment, type Assessment } from '../../src/assessment/domain/assessment.ts';
import type { Instrument, Section } from '../../src/instrument/instrument.ts';
import { resultsOf, type Results } from '../../src/assessment/domain/results.ts';
import { aSection } from './instrument.ts';

/** `met`, `partial`, `unmet` or `notApplicable`, by criterion id of `aSection`; what is not named is pending. */
export type Standing = Readonly<Record<string, 'met' | 'partial' | 'unmet' | 'notApplicable'>>;

const checksOf = { met: ['a', 'b'], partial: ['a'], unmet: [] } as const;

function answerOf(status: Standing[string]): Answer {
  return status === 'notApplicable'
    ? { ...BLANK, kind: 'notApplicable', justification: 'No hay.' }
    : { ...BLANK, kind: 'assessed', met: checksOf[status] };
}

/** A national entity at a cut-off date, with these answers. */
export function anEntity(
  sections: readonly Section[],
  standing: Standing,
  cutoffDate = '2009-10-15',
): { instrument: Instrument; assessment: Assessment; results: Results } {
  const instrument = { id: 'decreto-1151-2008', version: '2026.1', sections };
  const created = createAssessment({
    id: '0f0c8a0e-6d0b-4b7e-9a35-2f1a4c1f9f10',
    now: '2009-10-15T21:40:12.512Z',
    instrument: { id: instrument.id, version: instrument.version },
    entity: { name: 'INS', acronym: '', nit: '', order: 'nacional', contact: { name: '', position: '', email: '' } },
    cutoffDate,
  });
  const answers = Object.fromEntries(Object.entries(standing).map(([id, status]) => [id, answerOf(status)]));
  const assessment = { ...created, answers };
  return { instrument, assessment, results: resultsOf(instrument, assessment) };
}

/** The preparatory actions and the five phases, each with this many criteria. */
export function allSections(size: number): Section[] {
  return (['preparacion', 'informacion', 'interaccion', 'transaccion', 'transformacion', 'democracia'] as const).map(
    (id) => aSection(id, size),
  );
}
