import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../file/assessment-record.ts';
import { packBase, unpackBase } from './workbook-base.ts';

/** Text that does not deflate to nothing. */
const long = Array.from({ length: 40_000 }, (_, index) => ((index * 2_654_435_761) % 4_294_967_296).toString(36)).join(
  '',
);

describe('the base of a workbook', () => {
  it('comes back as it was, in pieces that fit a cell', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        expect(await unpackBase(packBase(text))).toMatchObject({ ok: true, text });
      }),
    );
    expect(packBase(long).length).toBeGreaterThan(2);
    for (const piece of packBase(long)) expect(piece.length).toBeLessThanOrEqual(30_000);
    expect(await unpackBase(packBase(long))).toMatchObject({ ok: true, text: long });
  });

  it('is told from a damaged one', async () => {
    const pieces = packBase(long);
    const [first = '', second = '', ...others] = pieces;
    for (const damaged of [
      [],
      [''],
      ['no es base64'],
      ['AAAA'],
      pieces.slice(1),
      pieces.slice(0, -1),
      [second, first, ...others],
      [first.replace(/.(?=.{100}$)/, (letter) => (letter === 'A' ? 'B' : 'A')), second, ...others],
    ]) {
      expect(await unpackBase(damaged)).toEqual({ ok: false, fault: 'damaged' });
    }
  });

  it('is not inflated beyond what a file may weigh, nor for longer than there is time', async () => {
    const bomb = Buffer.from(zlibSync(new Uint8Array(MAX_FILE_BYTES + 1), { level: 1 })).toString('base64');
    expect(await unpackBase([bomb])).toEqual({ ok: false, fault: 'tooMuch' });
    expect(await unpackBase(packBase(long), () => true)).toEqual({ ok: false, fault: 'tooLong' });
  });
});
