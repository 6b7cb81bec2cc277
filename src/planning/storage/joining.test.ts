import { describe, expect, it } from 'vitest';
import { clashingFields, fieldsAsIn, joinRecords, withFieldsOf } from './joining.ts';

describe('a record that two tabs changed', () => {
  const seen = { actividad: 'Publicar', meta: 'Una' };

  it('holds what both wanted', () => {
    expect(joinRecords(seen, { ...seen, cargo: 'Jefe' }, { actividad: 'Publicar la misión', meta: 'Una' })).toEqual({
      record: { actividad: 'Publicar la misión', meta: 'Una', cargo: 'Jefe' },
      isClash: false,
    });
    // Each took another key away.
    expect(joinRecords(seen, { actividad: 'Publicar' }, { meta: 'Una' })).toEqual({ record: {}, isClash: false });
  });

  it('holds this tab’s where both changed one key, and says that they clash', () => {
    expect(joinRecords(seen, { ...seen, meta: 'Dos' }, { ...seen, meta: 'Tres', cargo: 'Jefe' })).toEqual({
      record: { ...seen, meta: 'Dos', cargo: 'Jefe' },
      isClash: true,
    });
    expect(joinRecords(undefined, { meta: 'a' }, { meta: 'b' })).toEqual({ record: { meta: 'a' }, isClash: true });
    expect(joinRecords(seen, { ...seen, meta: 'Dos' }, { ...seen, meta: 'Dos' }).isClash).toBe(false);
  });

  it('stays as the other tab left it where this one changed nothing, or took it away', () => {
    const stored = { ...seen, meta: 'Dos' };
    expect(joinRecords(seen, seen, stored)).toEqual({ record: stored, isClash: false });
    expect(joinRecords(seen, null, stored)).toEqual({ record: stored, isClash: false });
  });
});

describe('what two tabs wrote in one record', () => {
  const seen = { actividad: 'Antes', meta: 'Una', valor: '1' };

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

  it('holds the ids that either added to a list, and none that either took away', () => {
    const list = (...actividades: string[]) => ({ actividades });
    expect(joinRecords(list('A', 'B'), list('A', 'B', 'C'), list('B', 'D'))).toEqual({
      record: list('B', 'D', 'C'),
      isClash: false,
    });
    expect(joinRecords({}, list('A'), list('B'))).toEqual({ record: list('B', 'A'), isClash: false });
    // Nothing would be left: a person has to say.
    expect(joinRecords(list('A', 'B'), list('A'), list('B'))).toEqual({ record: list('A'), isClash: true });
    const progress = (...avances: object[]) => ({ avances });
    expect(joinRecords({}, progress({ porcentaje: 1 }), progress({ porcentaje: 2 })).isClash).toBe(true);
  });

  it('is joined within a group too: hardware in one tab and software in the other', () => {
    const was = { recursos: { hardware: { valor: '1' }, software: { valor: '2' } } };
    const mine = { recursos: { ...was.recursos, hardware: { valor: '10' } } };
    const stored = { recursos: { ...was.recursos, software: { valor: '20' } } };
    const joined = { recursos: { hardware: { valor: '10' }, software: { valor: '20' } } };
    expect(joinRecords(was, mine, stored)).toEqual({ record: joined, isClash: false });
    expect(clashingFields(was, mine, stored)).toEqual({});
    const other = { recursos: { hardware: { valor: '99' }, software: { valor: '20' } } };
    expect(joinRecords(was, mine, other)).toEqual({ record: joined, isClash: true });
    expect(clashingFields(was, mine, other)).toEqual({ recursos: { hardware: { valor: '99' } } });
  });

  it('comes back field by field: what was written beside it since stays, and the way back takes no more', () => {
    const was = { recursos: { hardware: { valor: '1' } } };
    const other = { recursos: { hardware: { valor: '99' } } };
    const fields = clashingFields(was, { recursos: { hardware: { valor: '10' } } }, other);
    const now = { recursos: { hardware: { valor: '10' }, software: { valor: '5' } }, nombre: 'Red' };
    const back = withFieldsOf(now, fields);
    expect(back).toEqual({ recursos: { hardware: { valor: '99' }, software: { valor: '5' } }, nombre: 'Red' });
    const since = { ...back, observaciones: 'Escrita después' };
    expect(withFieldsOf(since, fieldsAsIn(now, fields))).toEqual({ ...now, observaciones: 'Escrita después' });
    expect(withFieldsOf({ valor: '1', meta: 'Una' }, { valor: undefined })).toEqual({ meta: 'Una' });
  });
});
