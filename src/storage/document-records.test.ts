import { describe, expect, it } from 'vitest';
import { clashingFields, joinRecords } from './document-records.ts';

const seen = { actividad: 'Antes', meta: 'Una', valor: '1' };

describe('a record that two tabs changed', () => {
  it('holds both changes where they are in different fields', () => {
    const [mine, stored] = [
      { ...seen, actividad: 'Mía' },
      { ...seen, meta: 'De la otra' },
    ];
    expect(joinRecords(seen, mine, stored)).toEqual({
      record: { actividad: 'Mía', meta: 'De la otra', valor: '1' },
      isClash: false,
    });
    expect(clashingFields(seen, mine, stored)).toEqual({});
  });

  it('gives back only what the other tab wrote where both wrote: nothing else of it is missing', () => {
    const [mine, stored] = [
      { ...seen, actividad: 'Mía', meta: 'Mía también' },
      { ...seen, actividad: 'De la otra', fuente: 'Inversión' },
    ];
    expect(joinRecords(seen, mine, stored)).toMatchObject({ isClash: true, record: { fuente: 'Inversión' } });
    expect(clashingFields(seen, mine, stored)).toEqual({ actividad: 'De la otra' });
  });

  it('tells a field that the other tab left blank from one that it did not touch', () => {
    const { valor: _, ...stored } = seen;
    expect(Object.entries(clashingFields(seen, { ...seen, valor: '2' }, stored))).toEqual([['valor', undefined]]);
  });
});
