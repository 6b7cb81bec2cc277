import { describe, expect, it } from 'vitest';
import { goldenAssessment } from '../../../tests/builders/golden-assessment.ts';
import { copyOf, freeLabel, type AssessmentHeader } from './assessment.ts';

describe('the label of a copy', () => {
  const { entity, cutoffDate } = goldenAssessment;
  const labelled = (...labels: string[]): AssessmentHeader[] => labels.map((label) => ({ ...goldenAssessment, label }));
  const free = (list: readonly AssessmentHeader[], label = 'Antes') => freeLabel(list, { entity, label }, cutoffDate);

  it('is its own where none of the same entity and date has it, and the first free number where one has', () => {
    expect(free([])).toBe('Antes');
    expect(free(labelled('Después'))).toBe('Antes');
    expect(free(labelled('Antes'))).toBe('copia');
    expect(free(labelled('Antes', 'copia'))).toBe('copia 2');
    expect(free(labelled('Antes', 'copia', 'copia 3'))).toBe('copia 2');
    expect(free(labelled('Antes', 'copia', 'copia 2'))).toBe('copia 3');
    expect(free(labelled(''), '')).toBe('copia');
  });

  it('is its own beside the same label of another date or of another entity', () => {
    const list = labelled('Antes');
    expect(free(list.map((each) => ({ ...each, cutoffDate: '2009-10-16' })))).toBe('Antes');
    expect(free(list.map((each) => ({ ...each, entity: { ...entity, name: 'SENA' } })))).toBe('Antes');
  });
});

describe('a copy to go on working in', () => {
  const closing = { date: '2009-10-31', responsible: 'Planeación', digest: 'a'.repeat(64) };
  const now = '2009-11-02T08:00:00.000Z';

  it('is open, begins its own count of changes now, and keeps date, label and answers where no others are given', () => {
    const copy = copyOf({ ...goldenAssessment, closing }, { id: 'otra', now });
    const own = { id: 'otra', created: now, modified: now, revision: 0, closing: null };
    expect(copy).toEqual({ ...goldenAssessment, ...own });
    const other = copyOf(goldenAssessment, { id: 'otra', now, cutoffDate: '2009-11-30', label: '' });
    expect(other).toEqual({ ...goldenAssessment, ...own, cutoffDate: '2009-11-30', label: '' });
  });
});
