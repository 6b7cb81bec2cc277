import { describe, expect, it } from 'vitest';
import { placesOf } from '../../scripts/content/correct.ts';
import { contentProblems } from '../../scripts/content/check.ts';
import { readContentTexts } from '../../scripts/content/files.ts';
import type { Correction, CorrectionSubject } from '../../src/guide/domain/correction.ts';

const texts = readContentTexts();
const about = (kind: CorrectionSubject['kind'], id: string, wrong: string, right: string): Correction => ({
  subject: { kind, id, name: id, address: 'https://www.ejemplo.gov.co/' },
  wrong,
  right,
  source: { title: 'Manual', url: '' },
  proposer: { name: 'Ana Ruiz', office: '' },
  date: '2026-11-28',
});

/** The file after a correction that can be made by itself. */
function corrected(correction: Correction): string {
  const places = placesOf(correction, texts);
  expect(places).toHaveLength(1);
  const [place] = places;
  if (!place || place.corrected === null) throw new Error('It is to be made by hand.');
  expect(contentProblems(new Map([...texts, [place.file, place.corrected]]))).toEqual([]);
  return place.corrected;
}

describe('a proposed correction', () => {
  it('is found in the guidance, and made there alone', () => {
    const wrong = 'Agregue un mapa y una o dos señas para llegar, como una avenida o una estación.';
    const right = 'Agregue un mapa y una seña para llegar.';
    const file = corrected(about('criterio', 'INF-04', wrong, right));
    expect(file).toContain(`4. ${right}\n`);
    expect(file).not.toContain(wrong);
  });

  it('is found whatever the blanks between its words', () => {
    const correction = about('criterio', 'INF-04', 'Dar un  correo\nque nadie abre.', 'Dar un correo ajeno.');
    expect(corrected(correction)).toContain('- Dar un correo ajeno.');
  });

  it('is made in a value of the frontmatter, quoted where its new words need quotes', () => {
    const file = corrected(about('criterio', 'INF-04', 'Mapa de ubicación de la sede principal', 'Mapa: cómo llegar'));
    expect(file).toContain("  - 'Mapa: cómo llegar'\n");
  });

  it('is made in the entry that it names and in no other', () => {
    const wrong = 'Atiende a personas con enfermedad de Hansen y a la gente del municipio.';
    const right = 'Atiende a personas con enfermedad de Hansen.';
    const file = corrected(about('entidad', 'SC', wrong, right));
    // Another sanatorio says the same, and goes on saying it.
    expect(file.split(`'${wrong}'`)).toHaveLength(2);
    expect(file.slice(file.indexOf('sigla: SC'))).toContain(`funcion: '${right}'`);
  });

  it('names the line and the key of what it found', () => {
    const [place] = placesOf(about('articulo', '9', 'rige desde que se publica', 'rige desde su publicación'), texts);
    expect(place).toMatchObject({ file: 'src/content/decreto/articulos.yaml', key: 'dispone' });
    const line = texts.get('src/content/decreto/articulos.yaml')?.split('\n')[(place?.line ?? 0) - 1];
    expect(line).toContain('rige desde que se publica');
  });

  it.each([
    ['a link stands in the words', 'INF-04', 'Los datos de otras ciudades van en sedes y regionales.'],
    ['the words stand in several places', 'INF-04', 'horario'],
  ])('is left to a person where %s', (_, id, wrong) => {
    const places = placesOf(about('criterio', id, wrong, 'Otra cosa.'), texts);
    expect(places.length).toBeGreaterThan(0);
    expect(places.length === 1 ? places[0]?.corrected : null).toBeNull();
  });

  it('finds nothing where the words, or the thing, are not there', () => {
    expect(placesOf(about('criterio', 'INF-04', 'esto no está', 'x'), texts)).toEqual([]);
    expect(placesOf(about('criterio', 'INF-99', 'horario', 'x'), texts)).toEqual([]);
    expect(placesOf(about('norma', 'ley-1-1900', 'trámites', 'x'), texts)).toEqual([]);
  });
});
