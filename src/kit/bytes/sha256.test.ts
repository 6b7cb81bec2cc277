import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sha256Of } from './sha256.ts';

afterEach(() => vi.unstubAllGlobals());

describe.each([
  ['with the browser’s own', undefined],
  ['over plain http, where the browser has none', {}],
])('the digest of a text, %s', (_name, crypto) => {
  it.each(['', 'abc', 'Señal «ñandú» 😀', 'x'.repeat(100_000)])('is that of its UTF-8', async (text) => {
    if (crypto) vi.stubGlobal('crypto', crypto);
    expect(await sha256Of(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  });
});
