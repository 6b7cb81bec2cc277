import { describe, expect, it } from 'vitest';
import { conflictingFields, fieldsAsIn, withFieldsOf } from './conflict-fields.ts';

describe('what of another tab’s record is missing from a merge', () => {
  const seen = { actividad: 'Antes', meta: 'Una', valor: '1' };

  it('is only what it wrote where both wrote', () => {
    const mine = { ...seen, actividad: 'Mía', meta: 'Mía también' };
    expect(conflictingFields(seen, mine, { ...seen, actividad: 'De la otra', fuente: 'Inversión' })).toEqual({
      actividad: 'De la otra',
    });
    expect(conflictingFields(seen, { ...seen, actividad: 'Mía' }, { ...seen, meta: 'De la otra' })).toEqual({});
  });

  it('tells a field that the other tab left blank from one that it did not touch', () => {
    const { valor: _, ...stored } = seen;
    expect(Object.entries(conflictingFields(seen, { ...seen, valor: '2' }, stored))).toEqual([['valor', undefined]]);
  });

  it('is told within a group too', () => {
    const was = { recursos: { hardware: { valor: '1' }, software: { valor: '2' } } };
    const mine = { recursos: { ...was.recursos, hardware: { valor: '10' } } };
    const stored = { recursos: { ...was.recursos, software: { valor: '20' } } };
    expect(conflictingFields(was, mine, stored)).toEqual({});
    const other = { recursos: { hardware: { valor: '99' }, software: { valor: '20' } } };
    expect(conflictingFields(was, mine, other)).toEqual({ recursos: { hardware: { valor: '99' } } });
  });

  it('comes back field by field: what was written beside it since stays, and the way back takes no more', () => {
    const was = { recursos: { hardware: { valor: '1' } } };
    const other = { recursos: { hardware: { valor: '99' } } };
    const fields = conflictingFields(was, { recursos: { hardware: { valor: '10' } } }, other);
    const now = { recursos: { hardware: { valor: '10' }, software: { valor: '5' } }, nombre: 'Red' };
    const back = withFieldsOf(now, fields);
    expect(back).toEqual({ recursos: { hardware: { valor: '99' }, software: { valor: '5' } }, nombre: 'Red' });
    const since = { ...back, observaciones: 'Escrita después' };
    expect(withFieldsOf(since, fieldsAsIn(now, fields))).toEqual({ ...now, observaciones: 'Escrita después' });
    expect(withFieldsOf({ valor: '1', meta: 'Una' }, { valor: undefined })).toEqual({ meta: 'Una' });
  });
});
