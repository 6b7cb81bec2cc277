import { expect, it } from 'vitest';
import { goldenAssessment, goldenInstrument } from '../../../tests/builders/golden-assessment.ts';
import { resultsOf } from './results.ts';

it('the results count what is pending everywhere, and have a state and a deadline for the five phases alone', () => {
  const { pending, phases, preparation, sections } = resultsOf(goldenInstrument, goldenAssessment);
  // INF-04 is left unanswered, INF-06 and INT-01 and TRF-01 have no answer, TRA-01 does not say why it does not apply.
  expect(pending).toBe(5);
  expect(resultsOf(goldenInstrument, { ...goldenAssessment, answers: {} }).pending).toBe(13);
  expect(sections).toHaveLength(6);
  expect(preparation).toMatchObject({ section: { id: 'preparacion' }, deadline: null, state: null });
  expect(phases.map(({ section, state }) => [section.id, state])).toEqual([
    ['informacion', 'overdue'],
    ['interaccion', 'overdue'],
    ['transaccion', 'onTime'],
    ['transformacion', 'onTime'],
    ['democracia', 'achieved'],
  ]);
});

it('they say where the answers are to another instrument, or to another version of it', () => {
  const { id, version } = goldenInstrument;
  const isOther = (instrument: { id: string; version: string }) =>
    resultsOf(goldenInstrument, { ...goldenAssessment, instrument }).isOtherInstrument;
  expect(isOther({ id, version })).toBe(false);
  expect(isOther({ id: 'otro', version })).toBe(true);
  expect(isOther({ id, version: '2027.1' })).toBe(true);
});
