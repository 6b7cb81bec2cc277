import { describe, expect, it } from 'vitest';
import { isFound } from './typed-search.ts';

const searched = {
  texts: ['Contratar la administración', 'Publicar la misión y la visión en línea', 'Ñandú, S. A. 1.250'],
  codes: ['TRA-09', 'INF-01-2'],
};

describe('what a person types over a list', () => {
  it.each([
    'contrat',
    'ADMINISTRACION',
    'mision VISIÓN',
    '  línea   publicar ',
    'en-linea',
    'nandu',
    '«misión»',
    '1.250',
    '',
  ])('finds «%s» from the beginning of words, whatever accents, capitals, order and signs', (typed) =>
    expect(isFound(typed, searched)).toBe(true),
  );

  it.each(['tratar', 'ministra', 'sion', 'misión presupuesto', 'nea', '09', 'ra-09', 'nf-01', '-01'])(
    'does not find «%s», which begins no word and no code',
    (typed) => expect(isFound(typed, searched)).toBe(false),
  );

  it.each([
    'TRA',
    'tra',
    'tra-',
    'Tra-0',
    'tra09',
    'TRA-09',
    'tra 09',
    'tra–09',
    'inf',
    'inf01',
    'INF-01-2',
    'tra misión',
  ])('finds «%s» as a code or the beginning of one', (typed) => expect(isFound(typed, searched)).toBe(true));

  it.each(['TRA-1', 'tra08', 'tra 10', 'tra090', 'int', 'tra09 presupuesto', 'pub-'])('does not find «%s»', (typed) =>
    expect(isFound(typed, searched)).toBe(false),
  );

  it('takes signs alone for nothing typed', () => {
    expect(isFound(' - ', searched)).toBe(true);
  });
});
