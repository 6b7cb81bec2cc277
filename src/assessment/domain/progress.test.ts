import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSection } from '../../../tests/builders/instrument.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import { BLANK } from './answer.ts';
import { createAssessment, type Assessment } from './assessment.ts';
import { dayNumber } from '../../kit/values/calendar-date.ts';
import { fraction } from '../../kit/values/fraction.ts';
import type { Instrument } from '../../instrument/instrument.ts';
import { byCutoff, previousOf, progressOf } from './progress.ts';
import { isSameEntity } from './same-entity.ts';

const instrument: Instrument = {
  id: 'decreto-1151-2008',
  version: '2026.1',
  sections: [aSection('preparacion', 1), aSection('informacion', 3), aSection('democracia', 2)],
};

function anAssessment(id: string, cutoffDate: string, change: Partial<Assessment> = {}, nit = ''): Assessment {
  const entity = {
    name: 'Instituto Nacional de Salud',
    acronym: '',
    nit,
    order: 'nacional' as const,
    contact: { name: '', position: '', email: '' },
  };
  const now = '2010-01-01T00:00:00.000Z';
  return { ...createAssessment({ id, now, instrument, entity, cutoffDate }), ...change };
}

describe('two assessments of one entity', () => {
  const named = (name: string, nit = '') => ({ name, nit });
  it('are known by their NIT where both give it, whatever their names', () => {
    expect(isSameEntity(named('INS', '899999403-4'), named('Instituto Nacional', '899999403-4'))).toBe(true);
    expect(isSameEntity(named('INS', '899999403-4'), named('INS', '830000167-2'))).toBe(false);
  });
  it('are known by their name without capitals, accents and spaces where one gives no NIT', () => {
    expect(isSameEntity(named(' Secretaría  de Salud'), named('SECRETARIA DE SALUD', '830000167-2'))).toBe(true);
    expect(isSameEntity(named('Secretaría de Salud'), named('Secretaría de Educación'))).toBe(false);
  });
});

describe('the assessment before another', () => {
  const first = anAssessment('1', '2009-03-01');
  const second = anAssessment('2', '2009-10-15');
  const third = anAssessment('3', '2010-06-30');
  const foreign = anAssessment('4', '2010-01-01', { entity: { ...first.entity, name: 'Otra entidad' } });

  it('is the latest earlier one of the same entity', () => {
    expect(previousOf(third, [third, first, foreign, second])?.id).toBe('2');
    expect(previousOf(first, [third, first, foreign, second])).toBeNull();
  });
  it('of one date is the one that was changed before', () => {
    const again = anAssessment('0', '2009-10-15', { modified: '2010-02-01T00:00:00.000Z' });
    expect(previousOf(again, [first, second, again])?.id).toBe('2');
    expect(previousOf(second, [first, second, again])?.id).toBe('1');
  });
});

describe('the progress of an entity', () => {
  it('gives the exact percent of each phase at each date, and null where no criterion applies', () => {
    const none = { ...BLANK, kind: 'notApplicable' as const, justification: 'No.' };
    const early = anAssessment('1', '2009-03-01', {
      answers: { 'INF-01': { ...BLANK, kind: 'assessed', met: ['a'] } },
    });
    const late = anAssessment('2', '2010-03-01', { answers: { 'DEM-01': none, 'DEM-02': none } });
    const { phases, cutoffs } = progressOf(instrument, [late, early]);
    expect(cutoffs.map(({ assessment }) => assessment.cutoffDate)).toEqual(['2009-03-01', '2010-03-01']);
    expect(phases.map(({ section, scores }) => [section.id, ...scores.map(({ percent }) => percent)])).toEqual([
      ['informacion', fraction(100, 6), fraction(0)],
      ['democracia', fraction(0), null],
    ]);
  });

  it('keeps both of one date, the later modification last, however they come', () => {
    const some = fc.uniqueArray(someAssessment(instrument.sections), { maxLength: 4, selector: ({ id }) => id });
    fc.assert(
      fc.property(some, fc.boolean(), (assessments, oneDate) => {
        const dated = oneDate ? assessments.map((each) => ({ ...each, cutoffDate: '2009-10-15' })) : assessments;
        const ids = progressOf(instrument, dated).cutoffs.map(({ assessment }) => assessment.id);
        expect(progressOf(instrument, [...dated].reverse()).cutoffs.map(({ assessment }) => assessment.id)).toEqual(
          ids,
        );
        expect(ids).toHaveLength(dated.length);
        const ordered = [...dated].sort(byCutoff);
        for (const [index, each] of ordered.entries()) {
          const next = ordered[index + 1];
          if (next?.cutoffDate === each.cutoffDate) expect(each.modified <= next.modified).toBe(true);
        }
      }),
    );
  });
});

describe('the number of a day', () => {
  it('puts dates on a true scale, leap years too', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2008-03-01') - dayNumber('2008-02-01')).toBe(29);
    expect(dayNumber('2010-01-01') - dayNumber('2009-01-01')).toBe(365);
  });
});
