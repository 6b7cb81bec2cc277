import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CURRENT_VERSION,
  migrate,
  MIGRATION_STEPS,
  type MigrationStep,
  type RawFile,
} from './assessment-migrations.ts';

/** Three steps that each do what a step may do: rename a key, add one, change what lies deeper. */
const steps: readonly MigrationStep[] = [
  {
    from: 2,
    migrate: (raw) => ({ ...raw, autor: 'sin dato' }),
  },
  {
    from: 1,
    migrate: ({ corte, ...raw }) => ({ ...raw, fechaCorte: corte }),
  },
  {
    from: 3,
    migrate: (raw) => ({ ...raw, entidad: { ...(raw['entidad'] as object), orden: 'nacional' } }),
  },
];

describe('the migrations of the assessment file', () => {
  it('have a step for each older version, so that none is left behind', () => {
    expect(MIGRATION_STEPS.map(({ from }) => from)).toEqual(
      Array.from({ length: CURRENT_VERSION - 1 }, (_, index) => index + 1),
    );
  });

  it('run one version at a time, from wherever the file is, in whatever order they are listed', () => {
    const first = { versionFormato: 1, corte: '2009-10-15', entidad: { nombre: 'INS' }, color: 'azul' };
    expect(migrate(first, steps)).toEqual({
      versionFormato: 4,
      fechaCorte: '2009-10-15',
      autor: 'sin dato',
      entidad: { nombre: 'INS', orden: 'nacional' },
      color: 'azul',
    });
    expect(first).toEqual({ versionFormato: 1, corte: '2009-10-15', entidad: { nombre: 'INS' }, color: 'azul' });
    expect(migrate({ versionFormato: 3, corte: 'x', entidad: {} }, steps)).toEqual({
      versionFormato: 4,
      corte: 'x',
      entidad: { orden: 'nacional' },
    });
  });

  it.each([4, 5, 0, -1, 1.5, '1', null, undefined, NaN, true])(
    'leave a file of version %s as it is: there is no step for it',
    (versionFormato) => {
      const raw = { versionFormato, corte: 'x' };
      expect(migrate(raw, steps)).toBe(raw);
    },
  );

  it('stop before a step that is missing', () => {
    const gap = steps.filter(({ from }) => from !== 2);
    expect(migrate({ versionFormato: 1, corte: 'x' }, gap)).toEqual({ versionFormato: 2, fechaCorte: 'x' });
  });

  it('stop before a step that fails on a broken file', () => {
    const failing: MigrationStep = {
      from: 2,
      migrate: (raw) => ({ ...raw, largo: (raw['lista'] as unknown[]).length }),
    };
    expect(migrate({ versionFormato: 1, corte: 'x' }, [...steps.slice(1, 2), failing])).toEqual({
      versionFormato: 2,
      fechaCorte: 'x',
    });
  });

  it('keep a key called __proto__', () => {
    const raw = JSON.parse('{"versionFormato":2,"__proto__":{"x":1}}') as RawFile;
    expect(JSON.stringify(migrate(raw, steps))).toContain('"__proto__":{"x":1}');
  });

  it('always end, whatever the file and the steps', () => {
    const someStep = fc.record({
      from: fc.oneof(fc.integer({ min: -2, max: 6 }), fc.constantFrom(NaN, Infinity, 2 ** 53, 1.5)),
      migrate: fc.constantFrom<MigrationStep['migrate']>(
        (raw) => raw,
        () => ({}),
        () => ({ versionFormato: 1 }),
        () => null as unknown as RawFile,
        () => {
          throw new TypeError('broken');
        },
      ),
    });
    const someRaw = fc.record(
      { versionFormato: fc.oneof(fc.integer({ min: -2, max: 6 }), fc.constant(2 ** 53), fc.anything()) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(someRaw, fc.array(someStep, { maxLength: 8 }), (raw, some) => {
        expect(migrate(raw, some)).toBeTypeOf('object');
      }),
      { numRuns: 500 },
    );
  });
});
