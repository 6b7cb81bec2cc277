import { describe, expect, it } from 'vitest';
import { beginning, criterionMeant } from './search.ts';

const criteria = [
  { id: 'INF-01', name: 'Misión y visión' },
  { id: 'INF-10', name: 'Presupuesto en ejercicio' },
  { id: 'INF-11', name: 'Información histórica de presupuestos' },
];

describe('what a person typed', () => {
  it('is one criterion by its code, alone or with its name, or by words that only it has', () => {
    for (const typed of ['INF-10', 'inf-10', ' inf-10 Presupuesto en ejercicio', 'EJERCICIO', 'inf10', 'inf 10']) {
      expect(criterionMeant(criteria, typed), typed).toEqual({ kind: 'one', id: 'INF-10' });
    }
  });

  it('is several, none or nothing, and said to be so', () => {
    expect(criterionMeant(criteria, 'presupuesto')).toEqual({ kind: 'many', ids: ['INF-10', 'INF-11'] });
    expect(criterionMeant(criteria, 'INF-1')).toEqual({ kind: 'many', ids: ['INF-10', 'INF-11'] });
    expect(criterionMeant(criteria, 'tesoro')).toEqual({ kind: 'none' });
    expect(criterionMeant(criteria, 'historica VISION')).toEqual({ kind: 'none' });
    expect(criterionMeant(criteria, 'supuesto')).toEqual({ kind: 'none' });
    expect(criterionMeant(criteria, ' ')).toEqual({ kind: 'blank' });
  });
});

describe('the beginning of a text', () => {
  it('is one line and breaks no sign in two', () => {
    expect(beginning('uno\n\ndos', 20)).toBe('uno dos');
    expect(beginning('👩🏽 uno dos', 6)).toBe('👩🏽 uno…');
  });
});
