import { describe, expect, it } from 'vitest';
import { statuses } from '../../domain/answer.ts';
import { matchesFilter, type Filter } from './filter.ts';

const shown = (filter: Filter, note = ''): string[] =>
  statuses.filter((status) => matchesFilter(filter, status, { note }));

describe('the filters of the questionnaire', () => {
  it('show everything, only what is pending, what was assessed and is not met, or what has a note', () => {
    expect(shown('all')).toEqual(statuses);
    expect(shown('pending')).toEqual(['pending']);
    expect(shown('unmet')).toEqual(['partial', 'unmet']);
    expect(shown('noted')).toEqual([]);
    expect(shown('noted', '  ')).toEqual([]);
    expect(shown('noted', 'Falta la visión')).toEqual(statuses);
  });
});
