import { describe, expect, it } from 'vitest';
import { threeWayMerge } from './three-way-merge.ts';

describe('a record that two tabs changed', () => {
  const seen = { actividad: 'Publicar', meta: 'Una' };

  it('holds what both wanted', () => {
    expect(threeWayMerge(seen, { ...seen, cargo: 'Jefe' }, { actividad: 'Publicar la misión', meta: 'Una' })).toEqual({
      record: { actividad: 'Publicar la misión', meta: 'Una', cargo: 'Jefe' },
      isConflict: false,
    });
    // Each took another key away.
    expect(threeWayMerge(seen, { actividad: 'Publicar' }, { meta: 'Una' })).toEqual({ record: {}, isConflict: false });
  });

  it('holds this tab’s where both changed one key, and says that it is a conflict', () => {
    expect(threeWayMerge(seen, { ...seen, meta: 'Dos' }, { ...seen, meta: 'Tres', cargo: 'Jefe' })).toEqual({
      record: { ...seen, meta: 'Dos', cargo: 'Jefe' },
      isConflict: true,
    });
    expect(threeWayMerge(undefined, { meta: 'a' }, { meta: 'b' })).toEqual({ record: { meta: 'a' }, isConflict: true });
    expect(threeWayMerge(seen, { ...seen, meta: 'Dos' }, { ...seen, meta: 'Dos' }).isConflict).toBe(false);
  });

  it('stays as the other tab left it where this one changed nothing, or took it away', () => {
    const stored = { ...seen, meta: 'Dos' };
    expect(threeWayMerge(seen, seen, stored)).toEqual({ record: stored, isConflict: false });
    expect(threeWayMerge(seen, null, stored)).toEqual({ record: stored, isConflict: false });
  });
});

describe('what two tabs wrote in one record', () => {
  const seen = { actividad: 'Antes', meta: 'Una', valor: '1' };

  it('holds both changes where they are in different fields', () => {
    const [mine, stored] = [
      { ...seen, actividad: 'Mía' },
      { ...seen, meta: 'De la otra' },
    ];
    expect(threeWayMerge(seen, mine, stored)).toEqual({
      record: { actividad: 'Mía', meta: 'De la otra', valor: '1' },
      isConflict: false,
    });
  });

  it('holds what the other tab wrote beside the field that both wrote', () => {
    const [mine, stored] = [
      { ...seen, actividad: 'Mía', meta: 'Mía también' },
      { ...seen, actividad: 'De la otra', fuente: 'Inversión' },
    ];
    expect(threeWayMerge(seen, mine, stored)).toMatchObject({ isConflict: true, record: { fuente: 'Inversión' } });
  });

  it('holds the ids that either added to a list, and none that either took away', () => {
    const list = (...actividades: string[]) => ({ actividades });
    expect(threeWayMerge(list('A', 'B'), list('A', 'B', 'C'), list('B', 'D'))).toEqual({
      record: list('B', 'D', 'C'),
      isConflict: false,
    });
    expect(threeWayMerge({}, list('A'), list('B'))).toEqual({ record: list('B', 'A'), isConflict: false });
    // Nothing would be left: a person has to say.
    expect(threeWayMerge(list('A', 'B'), list('A'), list('B'))).toEqual({ record: list('A'), isConflict: true });
    const progress = (...avances: object[]) => ({ avances });
    expect(threeWayMerge({}, progress({ porcentaje: 1 }), progress({ porcentaje: 2 })).isConflict).toBe(true);
  });

  it('is merged within a group too: hardware in one tab and software in the other', () => {
    const was = { recursos: { hardware: { valor: '1' }, software: { valor: '2' } } };
    const mine = { recursos: { ...was.recursos, hardware: { valor: '10' } } };
    const stored = { recursos: { ...was.recursos, software: { valor: '20' } } };
    const merged = { recursos: { hardware: { valor: '10' }, software: { valor: '20' } } };
    expect(threeWayMerge(was, mine, stored)).toEqual({ record: merged, isConflict: false });
    const other = { recursos: { hardware: { valor: '99' }, software: { valor: '20' } } };
    expect(threeWayMerge(was, mine, other)).toEqual({ record: merged, isConflict: true });
  });
});
