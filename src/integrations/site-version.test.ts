import { describe, expect, it } from 'vitest';
import { versionOf, withVersion } from './site-version.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const files = (given: Record<string, string>): Map<string, Uint8Array> =>
  new Map(Object.entries(given).map(([path, text]) => [path, bytes(text)]));

describe('the version of what was built', () => {
  it('is the same for the same files, in whatever order the disk gives them', () => {
    const one = versionOf(files({ 'a.js': '1', 'b.js': '2' }));
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(versionOf(files({ 'b.js': '2', 'a.js': '1' }))).toBe(one);
  });

  it('is another one where a content, a name or a file more is another', () => {
    const all = [
      { 'a.js': '1', 'b.js': '2' },
      { 'a.js': '1', 'b.js': '3' },
      { 'a.js': '1', 'c.js': '2' },
      { 'a.js': '2', 'b.js': '1' },
      { 'a.js': '1', 'b.js': '2', 'c.js': '' },
      { 'a.js': '12' },
    ].map((each) => versionOf(files(each)));
    expect(new Set(all).size).toBe(all.length);
  });

  it('is written where a page has its mark, again too, and nowhere else', () => {
    const named = withVersion('<head><meta name="gel-version" content=""><title>x</title></head>', 'abc');
    expect(named).toBe('<head><meta name="gel-version" content="abc"><title>x</title></head>');
    expect(withVersion(named ?? '', '')).toBe('<head><meta name="gel-version" content=""><title>x</title></head>');
    expect(withVersion('<head><meta name="robots" content="x"></head>', 'abc')).toBeNull();
  });
});
