import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  deflatedMegabytes,
  deflatedZeros,
  endlessNothing,
  overlappingBomb,
  quotingBomb,
  rawZip,
  zip64Extra,
  type RawArchive,
  type RawEntry,
} from '../../../tests/builders/hostile-archives.ts';
import { noClock } from './inflating.ts';
import { zipDirectory } from './zip-directory.ts';
import { zipText } from './zip-text.ts';

const MAX = 10_000;
const MIB = 1024 * 1024;

/** What an archive gives: the text or the fault of each entry by name, or the fault of the whole. */
async function readAll(bytes: Uint8Array<ArrayBuffer>): Promise<string | Record<string, string>> {
  const directory = zipDirectory(bytes, MAX);
  if (!directory.ok) return directory.fault;
  const read = new Map<string, string>();
  for (const entry of directory.entries) {
    const content = await zipText(bytes, entry, noClock);
    read.set(entry.name, content.ok ? content.text : `! ${content.fault}`);
  }
  return Object.fromEntries(read);
}

const a: RawEntry = { name: 'a.json', content: '{"a":1}' };
const b: RawEntry = { name: 'b.json', content: 'ñandú '.repeat(500) };
const ELSEWHERE = 0xffffffff;

describe('a ZIP that some program of good will wrote is read', () => {
  const whole = { 'a.json': '{"a":1}', 'b.json': 'ñandú '.repeat(500) };
  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['as this site packs it', zipSync({ 'a.json': strToU8('{"a":1}'), 'b.json': strToU8(b.content as string) })],
    ['deflated', rawZip([a, b])],
    [
      'stored',
      rawZip([
        { ...a, method: 0 },
        { ...b, method: 0 },
      ]),
    ],
    [
      'with sizes and checksum behind the data',
      rawZip([
        { ...a, hasDescriptor: true },
        { ...b, hasDescriptor: true },
      ]),
    ],
    ['with a comment that looks like an end', rawZip([a, b], { comment: `PK\u0005\u0006${'x'.repeat(40)}` })],
    ['with something behind its end', rawZip([a, b], { behind: new Uint8Array(900) })],
    ['with the end of ZIP64', rawZip([a, b], { isZip64: true })],
    [
      'with sizes in the extra field of ZIP64',
      rawZip([
        { ...a, told: { size: ELSEWHERE }, extra: zip64Extra(7) },
        { ...b, method: 0, told: { size: ELSEWHERE, packedSize: ELSEWHERE }, extra: zip64Extra(4000, 4000) },
      ]),
    ],
  ])('%s', async (_, bytes) => {
    expect(await readAll(bytes)).toEqual(whole);
  });

  it('empty, or with nothing in its files', async () => {
    expect(await readAll(rawZip([]))).toEqual({});
    expect(
      await readAll(
        rawZip([
          { name: 'a', content: '' },
          { name: 'b', content: '', method: 0 },
        ]),
      ),
    ).toEqual({
      a: '',
      b: '',
    });
  });

  it('with names that are keys of every object, paths, or of no letters that Windows knows', async () => {
    const names = ['__proto__', 'constructor', '/etc/a.json', '..\\..\\a.json', 'C:\\a.json', 'ñ/日本.json', ''];
    const directory = zipDirectory(rawZip(names.map((name) => ({ name, content: 'x' }))), MAX);
    expect(directory.ok && directory.entries.map(({ name }) => name)).toEqual(names);
    const latin = rawZip([a]);
    for (let at = 0; at < latin.length; at += 1) if (latin[at] === 0x61 && latin[at + 1] === 0x2e) latin[at] = 0xf1;
    expect(Object.keys(await readAll(latin))).toEqual(['ñ.json']);
  });

  it('both golden workbooks, the one that LibreOffice saved too', async () => {
    for (const name of ['libro-v1.xlsx', 'libro-v1-libreoffice.xlsx']) {
      const read = await readAll(new Uint8Array(readFileSync(`tests/golden/${name}`)));
      expect(Object.values(read).filter((text) => text.startsWith('! '))).toEqual([]);
      expect(Object.keys(read)).toContain('xl/workbook.xml');
    }
  });
});

describe('a ZIP that is refused whole, unread', () => {
  const many = Array.from({ length: 70_000 }, (_, at): RawEntry => ({ name: `${at}.json`, content: '', method: 0 }));
  const good = rawZip([a, b]);
  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['nothing', new Uint8Array(), 'notZip'],
    ['a text', new Uint8Array(Buffer.from('{"formato":"gel-autoevaluacion"}')), 'notZip'],
    ['half of one', good.slice(0, good.length / 2), 'cut'],
    ['one without the last byte of its end', good.slice(0, -1), 'cut'],
    ['one without its first bytes', good.slice(3), 'damaged'],
    ['something in front of it', rawZip([a, b], { before: new Uint8Array(500) }), 'damaged'],
    ['every entry on the data of the first', overlappingBomb(1000, 550), 'overlapping'],
    ['each entry quotes the next', quotingBomb(500, 10), 'overlapping'],
    ['two names for one entry', rawZip([a, { ...a, name: 'c.json', pointsTo: 'a.json' }]), 'overlapping'],
    ['one name twice', rawZip([a, { ...a, content: '{"a":2}' }]), 'doubledNames'],
    ['__proto__ twice', rawZip([a, { ...b, name: '__proto__' }, { ...b, name: '__proto__' }]), 'doubledNames'],
    ['70 000 entries', rawZip(many), 'tooManyEntries'],
    ['70 000 entries, in ZIP64', rawZip(many, { isZip64: true }), 'tooManyEntries'],
    ['fewer entries than it says', rawZip([a, b], { toldCount: 3 }), 'damaged'],
    ['more entries than it says', rawZip([a, b], { toldCount: 1 }), 'damaged'],
    ['data longer than the file', rawZip([{ ...a, told: { packedSize: 10 * MIB } }]), 'damaged'],
    [
      'data of 2^53 bytes, in ZIP64',
      rawZip([{ ...a, told: { packedSize: ELSEWHERE }, extra: zip64Extra(2 ** 53) }]),
      'damaged',
    ],
    ['a size of ZIP64 that stands nowhere', rawZip([{ ...a, told: { size: ELSEWHERE } }]), 'damaged'],
  ])('%s', (_, bytes, fault) => {
    expect(zipDirectory(bytes, MAX)).toEqual({ ok: false, fault });
  });
});

describe('an entry that is refused, while the others are read', () => {
  it.each<[string, Partial<RawEntry>, string]>([
    ['another checksum', { told: { crc: 1 } }, 'wrongCrc'],
    ['another checksum, stored', { told: { crc: 1 }, method: 0 }, 'wrongCrc'],
    ['a byte changed', { packed: Uint8Array.from(Buffer.from('{"a":2}')), method: 0 }, 'wrongCrc'],
    ['a size too small', { content: '', packed: deflatedZeros(50).packed, told: { size: 1 } }, 'wrongSize'],
    ['a size too large', { told: { size: 20 * MIB } }, 'wrongSize'],
    ['a size too large, stored', { told: { size: 20 * MIB }, method: 0 }, 'wrongSize'],
    ['a size too small, stored', { told: { size: 2 }, method: 0 }, 'wrongSize'],
    ['a password', { flags: 1 }, 'encrypted'],
    ['a password, and hidden names', { flags: 0x2001 }, 'encrypted'],
    ['packed by another method', { method: 12 }, 'otherMethod'],
    ['data that is cut', { packed: deflatedMegabytes(1, false), told: { size: MIB } }, 'damaged'],
    ['a stream that never ends', { packed: endlessNothing(100_000) }, 'damaged'],
    [
      'something behind its stream',
      { packed: Buffer.concat([deflatedMegabytes(1), Buffer.from('x')]), told: { size: MIB } },
      'damaged',
    ],
    ['another name in front of its data', { local: { name: 'c.json' } }, 'damaged'],
    ['another size in front of its data', { local: { size: 3 } }, 'damaged'],
    ['another checksum in front of its data', { local: { crc: 3 } }, 'damaged'],
  ])('%s', async (_, change, fault) => {
    expect(
      await readAll(
        rawZip([
          { ...a, ...change },
          { name: 'b.json', content: 'bien' },
        ]),
      ),
    ).toEqual({
      'a.json': `! ${fault}`,
      'b.json': 'bien',
    });
  });

  it('the time is over', async () => {
    const bytes = rawZip([a]);
    const directory = zipDirectory(bytes, MAX);
    const [entry] = directory.ok ? directory.entries : [];
    expect(entry && (await zipText(bytes, entry, () => true))).toEqual({ ok: false, fault: 'tooLong' });
  });
});

it('never throws, and never gives a text that was not packed, whatever bytes are changed', async () => {
  const archives: [RawEntry[], RawArchive][] = [
    [[a, b], {}],
    [[{ ...a, method: 0, hasDescriptor: true }, b], { isZip64: true }],
  ];
  const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...archives), changes, async ([entries, archive], changed) => {
      const bytes = rawZip(entries, archive);
      for (const [at, byte] of changed) bytes[at % bytes.length] = byte;
      const read = await readAll(bytes);
      if (typeof read === 'string') return;
      for (const text of Object.values(read)) {
        expect(text.startsWith('! ') || text === a.content || text === b.content).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});
