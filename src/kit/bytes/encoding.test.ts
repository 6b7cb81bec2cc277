import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWindows1252 } from '../../../tests/builders/windows-1252.ts';
import { decodeText, lostLetters, tellingWords } from './encoding.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

describe('the letters of a text from outside', () => {
  it('are what they were in UTF-8 and in UTF-16, with a mark or without, and never one of them is replaced', () => {
    const texts = fc.string({ unit: 'grapheme' }).map((text) => `{${text}}`.replaceAll('\0', ' '));
    fc.assert(
      fc.property(texts, (text) => {
        expect(decodeText(utf8(text))).toEqual({ text, encoding: 'utf-8' });
        expect(decodeText(utf8(`\uFEFF${text}`))).toEqual({ text, encoding: 'utf-8' });
        for (const mark of ['', '\uFEFF']) {
          expect(decodeText(utf16(mark + text, false))).toEqual({ text, encoding: 'utf-16le' });
          expect(decodeText(utf16(mark + text, true))).toEqual({ text, encoding: 'utf-16be' });
        }
      }),
    );
  });

  it('are guessed as Windows-1252 where they are no UTF-8', () => {
    const text = '{"nombre": "Alcaldía de Ñuble, “piñón” – €5"}';
    expect(decodeText(toWindows1252(text))).toEqual({ text, encoding: 'windows-1252' });
    // Cut in the middle of a letter.
    expect(decodeText(utf8('{"a": "ñ').subarray(0, -1))?.encoding).toBe('windows-1252');
    // One sign of Windows-1252 among letters of UTF-8.
    expect(decodeText(Uint8Array.of(...utf8('niño '), 0xf1))?.text).toBe('niÃ±o ñ');
  });

  it('are none where they are in no encoding that is known', () => {
    expect(decodeText(Uint8Array.of(0x7b, 0xf1, 0x81))).toBeNull();
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x81))).toBeNull();
  });

  it('are shown by words that hold each of them once', () => {
    const text = '{"nombre": "Alcaldía de Ñuble", "nota": "día, señal: ¿cuál?, niño\\nárbol", "x": 3}';
    expect(tellingWords(text, 20)).toEqual(['Alcaldía', 'Ñuble', 'señal', '¿cuál?']);
    expect(tellingWords(text, 2)).toHaveLength(2);
    expect(tellingWords(`${'a'.repeat(1000)}ñ`, 1)).toEqual(['a'.repeat(40)]);
    expect(tellingWords('a'.repeat(5_000_000), 20)).toEqual([]);
  });

  it('are counted where another program has lost them', () => {
    expect(lostLetters('Alcald\uFFFDa de \uFFFDuble')).toBe(2);
    expect(lostLetters('Alcaldía')).toBe(0);
  });
});
