import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { backingOf, daysIn, normsIn, unbacked } from '../../scripts/content/backing.ts';
import { readRecords } from '../../scripts/content/check.ts';
import { readContentTexts } from '../../scripts/content/files.ts';

const { kinds } = readRecords(readContentTexts());
const circular = readFileSync('tests/golden/circular-000062.txt', 'utf8');
const backing = backingOf([...kinds.values()].flat(), kinds.get('normas') ?? [], circular);

/** The sentences of the pages and of the interface. A test's own people and days are nobody's reading. */
const prose = globSync(
  'src/{pages,components,layouts,*/components,*/copy,*/fields,kit/words,planning/documents}/**/*.{astro,ts}',
)
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

describe('what the pages say of norms and dates', () => {
  it('has records to stand on', () => {
    expect(backing.norms.size).toBeGreaterThan(30);
    expect(backing.days.size).toBeGreaterThan(25);
  });

  it('reads norms and days however they are written', () => {
    const norms = (text: string): string[] => normsIn(text).map(({ norm }) => norm);
    expect(norms('según la Ley 9999.')).toEqual(['ley 9999']);
    expect(norms('los decretos-ley 4107 y 4108 de 2011, el Decreto n.º 12 y las Leyes 190 y 962')).toEqual([
      'dec 4107',
      'dec 4108',
      'dec 12',
      'ley 190',
      'ley 962',
    ]);
    expect(daysIn('del 1 de Enero de 2010').map(({ day }) => day)).toEqual(['2010-01-01']);
    expect(backing.norms.has('dec 962')).toBe(false);
  });

  it('names no norm and no day that no record, source or mark backs', () => {
    const found = prose.flatMap(({ file, text }) => unbacked(text, backing).map(({ named }) => `${file}: ${named}`));
    expect(found).toEqual([]);
  });
});

describe('the lists', () => {
  it('give each norm, article, term, fact and date its mark', () => {
    for (const kind of [
      'normas',
      'articulos',
      'ficha',
      'manual',
      'glosario',
      'fechas',
      'notas',
      'preguntas',
      'sector',
    ]) {
      for (const { value } of kinds.get(kind) ?? []) {
        expect(typeof (value as { confianza?: unknown }).confianza, JSON.stringify(value).slice(0, 80)).toBe('string');
      }
    }
  });

  it('keep the sources that they claim: «fuente» has one', () => {
    for (const [kind, records] of kinds) {
      for (const { value } of records) {
        const { confianza, fuentes, textoOficial } = value as {
          confianza?: unknown;
          fuentes?: unknown[];
          textoOficial?: unknown;
        };
        if (confianza !== 'fuente' || fuentes === undefined) continue;
        const sources = fuentes.length + (typeof textoOficial === 'string' ? 1 : 0);
        expect(sources, `${kind} ${JSON.stringify(value).slice(0, 80)}`).toBeGreaterThan(0);
      }
    }
  });

  it('say no more of what was only remembered', () => {
    const left = [...readContentTexts()].filter(([, text]) => /se recuerda|recordad[oa]s?\b|fuente vista/i.test(text));
    expect(left.map(([file]) => file)).toEqual([]);
  });

  it('give every norm its official text, or say that none was found', () => {
    for (const { value } of kinds.get('normas') ?? []) {
      const { id, textoOficial, nota } = value as { id: string; textoOficial: string | null; nota: string | null };
      expect(textoOficial !== null || /texto no se halló|no es oficial/.test(nota ?? ''), id).toBe(true);
    }
  });
});
