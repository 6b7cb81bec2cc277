import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { canonicalForm, digestOf } from './digest.ts';

const parse = (text: string): unknown => JSON.parse(text) as unknown;

describe('the canonical form of a file', () => {
  it('sorts keys by their UTF-16 units at every level, and writes no space', () => {
    // RFC 8785, 3.2.3: the keys of its example, and the order that it gives.
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    const form = canonicalForm({ a: Object.fromEntries(keys.map((key) => [key, 0])) });
    expect(form).toBe(`{"a":{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}}`);
  });

  it('writes numbers as RFC 8785 does', () => {
    expect(canonicalForm(parse('[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001,-0]'))).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    );
  });

  it('is the same for the same data in another order', () => {
    expect(canonicalForm(parse('{"b":[1,{"y":2,"x":3}],"a":"é"}'))).toBe(
      canonicalForm(parse('{ "a": "\\u00e9",\n "b": [1.0, {"x":3,"y":2}] }')),
    );
  });

  it('leaves out the closing of the file, and no other key of that name', () => {
    expect(canonicalForm({ a: 1, cierre: { sha256: 'x' }, b: { cierre: 2 } })).toBe('{"a":1,"b":{"cierre":2}}');
    expect(canonicalForm([{ cierre: 1 }])).toBe('[{"cierre":1}]');
  });

  it('loses no key called __proto__, constructor or toJSON', () => {
    const text =
      '{"__proto__":{"__proto__":{"a":1},"b":[{"__proto__":2}]},"constructor":3,"hasOwnProperty":4,"toJSON":5}';
    expect(canonicalForm(parse(text))).toBe(text);
    expect(canonicalForm(parse('{"cierre":1,"__proto__":2}'))).toBe('{"__proto__":2}');
  });

  it('writes a lone surrogate as U+FFFD, in texts and in keys, and loses no key by it', () => {
    expect(canonicalForm(parse('{"a":["x\\ud800y","\\udc00","\\ud83d\\ude00"]}'))).toBe(
      '{"a":["x\ufffdy","\ufffd","😀"]}',
    );
    expect(canonicalForm(parse('{"\\ud801":1,"\\ud800":2,"\ufffd":3}'))).toBe(
      '{"\ufffd":3,"\ufffd\ufffd":2,"\ufffd\ufffd\ufffd":1}',
    );
  });

  it('exists for whatever JSON can hold, and is JSON of the same data', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // JSON itself has no negative zero once it is written.
        const written = parse(JSON.stringify({ a: value }));
        expect(parse(canonicalForm({ a: value }))).toEqual(written);
      }),
    );
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, stringUnit: 'binary' }), (value) => {
        expect(canonicalForm({ a: value, n: [Infinity, NaN, undefined] })).toBeTypeOf('string');
      }),
    );
    const deep = parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(canonicalForm({ a: deep }).length).toBe(200_006);
    expect(canonicalForm(undefined)).toBe('null');
  });
});

describe('the digest of a file', () => {
  afterEach(() => vi.unstubAllGlobals());

  const someFile = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }));

  it('is the SHA-256 of the canonical form in UTF-8, in lower-case hexadecimal digits', async () => {
    await fc.assert(
      fc.asyncProperty(someFile, async (file) => {
        const expected = createHash('sha256').update(canonicalForm(file), 'utf8').digest('hex');
        expect(await digestOf(file)).toBe(expected);
      }),
    );
  });

  it('is the same where the browser gives no crypto.subtle, as on plain http', async () => {
    const withSubtle = await digestOf({ a: 'visión' });
    vi.stubGlobal('crypto', { getRandomValues: () => undefined });
    expect(await digestOf({ a: 'visión' })).toBe(withSubtle);
    vi.stubGlobal('crypto', undefined);
    expect(await digestOf({ a: 'visión' })).toBe(withSubtle);
  });
});
