import { deflateRawSync, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflatedMegabytes, endlessNothing, joined } from '../../../tests/builders/hostile-archives.ts';
import { noClock, unpackText } from './inflating.ts';

const MIB = 1024 * 1024;
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
const unpack = (
  bytes: Uint8Array<ArrayBuffer>,
  packing: Parameters<typeof unpackText>[1] = 'deflate-raw',
  limits: Partial<Parameters<typeof unpackText>[2]> = {},
) => unpackText(bytes, packing, { maxBytes: MIB, isOver: noClock, ...limits });

/** A clock that says so when it is asked for the last time, and how often it was asked. */
function clock(times: number): { isOver: () => boolean; asked: () => number } {
  let asked = 0;
  return { isOver: () => (asked += 1) >= times, asked: () => asked };
}

describe('what is packed', () => {
  it('comes back as it was, of any length, with letters that two pieces share', async () => {
    const texts = fc.tuple(fc.string({ unit: 'grapheme' }), fc.nat(9000)).map(([text, times]) => text.repeat(times));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const bytes = own(Buffer.from(text));
        const decoded = bytes.length === 0 ? '' : new TextDecoder().decode(bytes);
        const whole = { ok: true, text: decoded, encoding: 'utf-8', size: bytes.length };
        const limits = { maxBytes: bytes.length };
        expect(await unpack(own(deflateRawSync(bytes)), 'deflate-raw', limits)).toEqual(whole);
        expect(await unpack(own(deflateSync(bytes)), 'deflate', limits)).toEqual(whole);
        expect(await unpack(bytes, 'stored', limits)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('shows each of its pieces to whoever takes a checksum', async () => {
    const seen: Uint8Array[] = [];
    const bytes = own(Buffer.from('hola'.repeat(50_000)));
    await unpack(own(deflateRawSync(bytes)), 'deflate-raw', { see: (part) => seen.push(part) });
    expect(seen.length).toBeGreaterThan(1);
    expect(joined(seen)).toEqual(bytes);
  });

  it('is damaged where it is cut, where something follows it, where its checksum is another, where it is none', async () => {
    const [raw, zlib] = [own(deflateRawSync(Buffer.from('hola'))), own(deflateSync(Buffer.from('hola')))];
    for (const damaged of [new Uint8Array(), raw.slice(0, -1), joined([raw, raw]), own(Buffer.from('no es'))]) {
      expect(await unpack(damaged)).toEqual({ ok: false, fault: 'damaged' });
    }
    const wrong = zlib.slice();
    wrong[wrong.length - 1] = (wrong.at(-1) ?? 0) ^ 1;
    for (const damaged of [zlib.slice(0, -4), wrong, raw]) {
      expect(await unpack(damaged, 'deflate')).toEqual({ ok: false, fault: 'damaged' });
    }
    for (const endless of [deflatedMegabytes(1, false), endlessNothing(100_000)]) {
      expect(await unpack(endless)).toEqual({ ok: false, fault: 'damaged' });
    }
  });

  it('is not in the encoding that was asked for: no letter is replaced, it says so', async () => {
    const ansi = Uint8Array.of(0x61, 0xf1, 0x6f);
    expect(await unpack(ansi, 'stored')).toEqual({ ok: false, fault: 'otherLetters' });
    const asked: (readonly number[])[] = [];
    const encoding = (head: Uint8Array) => {
      asked.push([...head]);
      return 'windows-1252' as const;
    };
    expect(await unpack(ansi, 'stored', { encoding })).toMatchObject({ text: 'año', encoding: 'windows-1252' });
    expect(asked).toEqual([[...ansi]]);
    const half = Buffer.from('ñ').subarray(0, 1);
    expect(await unpack(own(half), 'stored')).toEqual({ ok: false, fault: 'otherLetters' });
  });

  it('stops within 9 MB of its limit, whatever it would grow to', async () => {
    let seen = 0;
    const see = (part: Uint8Array) => (seen += part.length);
    expect(await unpack(deflatedMegabytes(1000), 'deflate-raw', { see })).toEqual({ ok: false, fault: 'tooMuch' });
    expect(seen).toBeLessThan(9 * MIB);
    expect(await unpack(deflatedMegabytes(1))).toMatchObject({ ok: true, size: MIB });
    expect(await unpack(deflatedMegabytes(1), 'deflate-raw', { maxBytes: MIB - 1 })).toEqual({
      ok: false,
      fault: 'tooMuch',
    });
  });

  it('stops when its time is over, also where it takes in much and gives nothing', async () => {
    for (const endless of [deflatedMegabytes(200), endlessNothing(200_000)]) {
      const late = clock(5);
      const limits = { maxBytes: 200 * MIB, isOver: late.isOver };
      expect(await unpack(endless, 'deflate-raw', limits)).toEqual({ ok: false, fault: 'tooLong' });
      expect(late.asked()).toBe(5);
    }
  });
});
