import { describe, expect, it } from 'vitest';
import type { CriterionData, InstrumentData } from './schemas/instrument-data.ts';
import { instrumentChanges } from './instrument-changes.ts';

const criterion = (id: string, change: Partial<CriterionData> = {}): CriterionData => ({
  id,
  nombre: 'Misión',
  quePide: 'Publicar la misión.',
  peso: 1,
  aplicaSi: 'siempre',
  admiteNoAplica: false,
  verificaciones: [
    { id: 'mision', texto: 'El sitio publica la misión.' },
    { id: 'pasos', texto: 'Está a dos pasos.' },
  ],
  ...change,
});
const version = (...criterios: CriterionData[]): InstrumentData => ({
  id: 'prueba',
  version: '1',
  fecha: '2026-01-01',
  huella: '',
  fases: [{ id: 'informacion', codigo: 'INF', nombre: 'Información', criterios }],
});

describe('what a later version asks otherwise', () => {
  it('is nothing where both ask the same', () => {
    expect(instrumentChanges(version(criterion('INF-01')), version(criterion('INF-01')))).toEqual({
      changed: [],
      newCriteria: [],
      goneCriteria: [],
    });
  });

  it('is each check that went, came or is worded otherwise', () => {
    const verificaciones = [
      { id: 'mision', texto: 'El sitio publica la misión vigente.' },
      { id: 'vision', texto: 'El sitio publica la visión.' },
    ];
    const { changed } = instrumentChanges(
      version(criterion('INF-01')),
      version(criterion('INF-01', { verificaciones })),
    );
    expect(changed).toEqual([
      {
        id: 'INF-01',
        name: 'Misión',
        retired: [{ id: 'pasos', texto: 'Está a dos pasos.' }],
        added: [{ id: 'vision', texto: 'El sitio publica la visión.' }],
        reworded: [
          { id: 'mision', before: 'El sitio publica la misión.', after: 'El sitio publica la misión vigente.' },
        ],
        asks: null,
        isOtherwiseChanged: false,
      },
    ]);
  });

  it.each([
    { nombre: 'Misión y visión' },
    { peso: 2 },
    { aplicaSi: 'contrata', admiteNoAplica: true },
    { quePide: 'Publicar la misión que rige.' },
  ])('is told where %o', (change) => {
    const { changed } = instrumentChanges(version(criterion('INF-01')), version(criterion('INF-01', change)));
    expect(changed).toHaveLength(1);
    expect(changed[0]?.asks !== null || changed[0]?.isOtherwiseChanged).toBe(true);
  });

  it('is each criterion that one version has alone', () => {
    const changes = instrumentChanges(version(criterion('INF-01')), version(criterion('INF-02')));
    expect([changes.newCriteria, changes.goneCriteria]).toEqual([['INF-02'], ['INF-01']]);
  });
});
