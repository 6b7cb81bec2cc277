import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someText } from '../../../tests/builders/random-assessment.ts';
import { evidenceLine, readEvidenceLine } from './evidence-line.ts';

describe('a row of evidence as a line', () => {
  it.each([
    ['Quiénes somos | https://www.ejemplo.gov.co/q', { title: 'Quiénes somos', url: 'https://www.ejemplo.gov.co/q' }],
    ['https://ejemplo.gov.co', { title: '', url: 'https://ejemplo.gov.co' }],
    ['www.ejemplo.gov.co', { title: '', url: 'https://www.ejemplo.gov.co' }],
    ['Acta|http://a.co', { title: 'Acta', url: 'http://a.co' }],
    ['Acta 3 https://a.co/3 ', { title: 'Acta 3', url: 'https://a.co/3' }],
    ['ver http://a.co | https://b.co', { title: 'ver http://a.co', url: 'https://b.co' }],
    ['a | b | https://b.co/?c|d', { title: 'a | b', url: 'https://b.co/?c|d' }],
    ['https://b.co/?c|d', { title: '', url: 'https://b.co/?c|d' }],
  ])('is read: %s', (line, row) => {
    expect(readEvidenceLine(line)).toEqual(row);
  });

  it.each(['', 'Acta', 'Acta |', 'javascript:alert(1)', 'ftp://a.co', 'https://', 'a | https://x y', '=https://a.co'])(
    'is refused without an http(s) address: %j',
    (line) => {
      expect(readEvidenceLine(line)).toBeNull();
    },
  );

  it('comes back as it was written, on one line', () => {
    const url = fc.constantFrom('https://a.co', 'http://a.co/b?c=d|e#f');
    fc.assert(
      fc.property(someText(200), url, (title, url) => {
        const line = evidenceLine({ title, url });
        expect(line).not.toMatch(/[\n\r]/);
        expect(readEvidenceLine(line)).toEqual({ title: title.replace(/\s+/g, ' ').trim(), url });
      }),
    );
  });
});
