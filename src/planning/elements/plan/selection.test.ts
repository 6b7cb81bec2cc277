import { describe, expect, it } from 'vitest';
import { selectionOf } from './selection.ts';

const all = ['INF-01', 'INF-02', 'TRA-01', 'DEM-01'];

describe('what a change to many activities takes', () => {
  it('is what is selected and asked for, in the order of the list', () => {
    expect(selectionOf(all, ['TRA-01', 'INF-01'], new Set(), new Set(all))).toEqual({
      offered: ['TRA-01', 'INF-01'],
      taken: ['TRA-01', 'INF-01'],
      aside: ['INF-02', 'DEM-01'],
    });
  });

  it('is never what stands in the list only because its fields are open', () => {
    expect(selectionOf(all, ['INF-01', 'DEM-01'], new Set(['DEM-01']), new Set(['INF-01', 'DEM-01']))).toEqual({
      offered: ['INF-01'],
      taken: ['INF-01'],
      aside: ['DEM-01'],
    });
  });

  it('is nothing where the search finds nothing, and what was selected is not forgotten', () => {
    expect(selectionOf(all, [], new Set(), new Set(['INF-02']))).toEqual({ offered: [], taken: [], aside: ['INF-02'] });
  });
});
