import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { instrumentDigest, readInstrument, readInstrumentSource, readVersions } from '../../scripts/read-content.ts';
import { coherenceMessage } from '../../src/instrument/copy/coherence.ts';
import { coherenceProblems } from '../../src/instrument/instrument-assembly.ts';
import { criterionSchema } from '../../src/instrument/schemas/criterion.ts';
import { readContent } from '../../scripts/read-content.ts';

const source = readInstrumentSource();

describe('the instrument', () => {
  it('has the preparatory actions and the five phases, each with every criterion of its folder', () => {
    const { sections } = readInstrument();
    expect(sections.map(({ id }) => id)).toEqual([
      'preparacion',
      'informacion',
      'interaccion',
      'transaccion',
      'transformacion',
      'democracia',
    ]);
    for (const { id, criteria } of sections) {
      const written = globSync(`src/content/criterios/${id}/*.mdx`);
      expect(criteria.length, id).toBeGreaterThan(0);
      expect(criteria.map((criterion) => criterion.id.toLowerCase()).sort()).toEqual(
        written.map((file) => basename(file).slice(0, 'inf-01'.length)).sort(),
      );
    }
  });

  it('does not change what it asks without a new version (run «npm run instrumento»)', () => {
    expect(instrumentDigest()).toBe(readVersions().at(-1)?.digest);
  });

  it('has versions with a name of their own', () => {
    const names = readVersions().map(({ version }) => version);
    expect(new Set(names).size).toBe(names.length);
  });

  it('fits together: ids, phases, groups and conditions', () => expect(coherenceProblems(source)).toEqual([]));

  it('asks no condition that no criterion hangs on', () => {
    const used = new Set(source.criteria.map(({ appliesIf }) => appliesIf));
    const parents = new Set(source.conditions.map(({ dependsOn }) => dependsOn));
    expect(source.conditions.filter(({ id }) => !used.has(id) && !parents.has(id))).toEqual([]);
  });

  it('weighs 1 for every criterion, because nobody could confirm the weights', () => {
    expect(source.criteria.filter(({ weight }) => weight !== 1)).toEqual([]);
  });
});

describe('what an editor gets wrong across files', () => {
  const [first, ...rest] = source.criteria;
  if (!first) throw new Error('there are criteria');
  const messages = (change: Partial<typeof first>): string[] =>
    coherenceProblems({ ...source, criteria: [{ ...first, ...change }, ...rest] }).map((problem) =>
      coherenceMessage(problem, 'archivo.mdx'),
    );

  it.each([
    [{ id: rest[0]?.id ?? '' }, 'ya lo usa otro criterio'],
    [{ group: 'DEM-G9' }, '«grupo» dice «DEM-G9», que no está en su fase. Escriba uno de estos: DEM-G1, DEM-G2'],
    [{ appliesIf: 'tiene-tramites' }, '«aplicaSi» dice «tiene-tramites», que no es una condición del perfil.'],
    [{ id: 'INF-77' }, 'no corresponde a su fase. Escriba un código que comience por DEM-…'],
  ])('%o is told with the file, what is wrong and what to do', (change, expected) => {
    const [message] = messages(change);
    expect(message).toContain('archivo.mdx: ');
    expect(message).toContain(expected);
  });
});

describe('what an editor gets wrong in one file', () => {
  const good = readContent('criterios/informacion/inf-03*.mdx')[0]?.frontmatter as Record<string, unknown>;
  const messages = (change: Record<string, unknown>): string[] =>
    criterionSchema
      .safeParse({ ...good, ...change })
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

  it.each([
    [{ id: 'INF-3' }, 'id: El «id» debe ser como INF-03.'],
    [{ fase: 'informaciones' }, 'fase: «fase» debe ser una de estas'],
    [{ peso: 1.5 }, 'peso: «peso» debe ser un número entero'],
    [{ peso: 0 }, 'peso: «peso» debe ser 1 o más'],
    [{ verificaciones: [] }, 'verificaciones: «verificaciones» debe llevar al menos una'],
    [
      {
        verificaciones: [
          { id: 'a1', texto: 'El sitio lo muestra.' },
          { id: 'a1', texto: 'El sitio lo muestra.' },
        ],
      },
      'Hay dos verificaciones con el mismo «id»',
    ],
    [
      { fuentes: [{ titulo: 'Decreto', url: 'javascript:alert(1)' }] },
      'fuentes.0.url: La dirección no está bien formada',
    ],
    [{ aplicaSi: 'varias-sedes' }, 'admiteNoAplica: Un criterio con condición debe admitir «No aplica»'],
    [{ fuentes: [] }, 'fuentes: Con confianza «fuente» debe haber al menos una fuente.'],
    [{ pezo: 1 }, 'Hay claves que el criterio no lleva: pezo.'],
    [{ quePide: undefined }, 'quePide: «quePide» debe ser un texto'],
  ])('%o is told in Spanish, with the key and what to do', (change, expected) => {
    expect(messages(change).join('\n')).toContain(expected);
  });
});
