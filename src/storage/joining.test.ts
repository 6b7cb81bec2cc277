import { describe, expect, it } from 'vitest';
import { joinRecords } from './joining.ts';

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
