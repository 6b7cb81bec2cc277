import { expect, it } from 'vitest';
import { verdictOf } from './verdict.ts';

const [own, other] = ['a'.repeat(64), 'b'.repeat(64)];
const closing = { date: '2009-10-31', responsible: 'Planeación', digest: own };

it.each([
  [{ kind: 'notClosed' }, '', false, 'a.json no está cerrado.'],
  [{ kind: 'changed', expected: own, digest: other }, '', false, 'a.json cambió después de cerrarse.'],
  [{ kind: 'unchanged', digest: own }, other, false, 'a.json no es el archivo de ese informe.'],
  [{ kind: 'unchanged', digest: own }, '', true, 'a.json está igual que cuando se cerró.'],
  [{ kind: 'unchanged', digest: own }, own, true, 'a.json es el archivo de ese informe, sin ningún cambio.'],
] as const)('says whether a file is the one that was closed: %j', (check, printed, isSame, text) => {
  expect(verdictOf('a.json', { check, closing, isRewritten: false }, printed)).toMatchObject({ isSame, text });
});

it('tells a file whose letters another program has stored otherwise as changed, whatever its digest says', () => {
  const check = { kind: 'unchanged', digest: own } as const;
  for (const printed of ['', own, other]) {
    const { isSame, text, more } = verdictOf('a.json', { check, closing, isRewritten: true }, printed);
    expect([isSame, text]).toEqual([false, expect.stringContaining('a.json cambió después de cerrarse')]);
    expect(more).toContain(own);
  }
});
