import { describe, expect, it } from 'vitest';
import { parameterIn, placeIn, withParameters, withPlace } from './fragment.ts';

const base = 'https://www.ejemplo.gov.co/gel/autoevaluacion/informacion/';
const of = (rest: string) => new URL(rest, base);

describe('what an address says behind #', () => {
  it.each([
    ['', '', null],
    ['#inf-03', 'inf-03', null],
    ['#inf-03&id=a-1', 'inf-03', 'a-1'],
    ['#id=a-1', '', 'a-1'],
    ['#id=a-1&con=3', '', 'a-1'],
    ['?id=a-1', '', 'a-1'],
    ['?id=a-1#inf-03', 'inf-03', 'a-1'],
    ['?id=old#inf-03&id=new', 'inf-03', 'new'],
    ['#actividad/x%26y/office&id=a-1', 'actividad/x%26y/office', 'a-1'],
    ['#inf-03%', 'inf-03%', null],
  ])('is a place and parameters: %s', (rest, place, id) => {
    expect([placeIn(of(rest).hash), parameterIn(of(rest), 'id')]).toEqual([place, id]);
  });

  it('takes in what stood in the query, and keeps the place and the rest of the query', () => {
    expect(withParameters(of('?id=old&q=x#inf-03'), { id: 'a b' }).href).toBe(`${base}?q=x#inf-03&id=a+b`);
    expect(withParameters(of('?id=old'), { id: 'a-1', con: '3' }).href).toBe(`${base}#id=a-1&con=3`);
    expect(withParameters(of('#inf-03&id=a-1&con=3'), { con: null }).href).toBe(`${base}#inf-03&id=a-1`);
    expect(withParameters(of('#id=a-1'), { id: null }).href).toBe(base);
    expect(parameterIn(withParameters(of(''), { id: 'a b&c=#%' }), 'id')).toBe('a b&c=#%');
  });

  it('changes its place and keeps its parameters', () => {
    expect(withPlace(of('#inf-03&id=a-1'), 'inf-04').href).toBe(`${base}#inf-04&id=a-1`);
    expect(withPlace(of('#id=a-1'), 'inf-04').href).toBe(`${base}#inf-04&id=a-1`);
    expect(withPlace(of('#inf-03&id=a-1'), '').href).toBe(`${base}#id=a-1`);
  });
});
