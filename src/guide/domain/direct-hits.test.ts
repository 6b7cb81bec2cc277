import { describe, expect, it } from 'vitest';
import { directHits, type Catalogue } from './direct-hits.ts';
import { fold } from '../../kit/words/fold.ts';

const catalogue: Catalogue = {
  criteria: [
    { id: 'INF-12', name: 'Ejecución', path: '/criterios/inf-12/' },
    { id: 'TRA-09', name: 'Pago en línea', path: '/criterios/tra-09/' },
  ],
  articles: [{ number: 8, subject: 'Metas y plazos', path: '/decreto/#articulo-8' }],
  norms: [
    { kind: 'Decreto', number: '2693', label: 'Decreto 2693 de 2012', path: '/normas/#decreto-2693-2012' },
    { kind: 'Circular', number: '000062', label: 'Circular 000062 de 2009', path: '/circular/' },
    { kind: 'Decreto-ley', number: '2150', label: 'Decreto-ley 2150 de 1995', path: '/normas/#decreto-ley-2150-1995' },
  ],
};
const paths = (query: string): string[] => directHits(query, catalogue).map(({ path }) => path);

describe('a search that names a thing outright', () => {
  it.each(['INF-12', 'inf12', 'inf 12', 'Inf-012', 'qué pide INF-12'])('finds the criterion: %s', (query) => {
    expect(paths(query)).toEqual(['/criterios/inf-12/']);
  });
  it.each(['articulo 8', 'Artículo 8 del decreto'])('finds the article: %s', (query) => {
    expect(paths(query)).toEqual(['/decreto/#articulo-8']);
  });
  it('finds norms by kind and number, with or without leading zeros and hyphens', () => {
    expect(paths('decreto 2693 de 2012')).toEqual(['/normas/#decreto-2693-2012']);
    expect(paths('circular 62')).toEqual(['/circular/']);
    expect(paths('Circular 000062')).toEqual(['/circular/']);
    expect(paths('decreto ley 2150')).toEqual(['/normas/#decreto-ley-2150-1995']);
  });
  it('finds nothing where nothing is named', () => {
    for (const query of ['', 'tramites', 'inf', 'articulo', 'info 12', 'decreto 26930', 'INF-99'])
      expect(paths(query)).toEqual([]);
  });
  it('folds accents and capitals', () => expect(fold('Trámites EN LÍNEA')).toBe('tramites en linea'));
});
