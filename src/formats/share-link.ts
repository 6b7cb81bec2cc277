import { deflateSync, Inflate } from 'fflate';
import type { Assessment } from '../domain/assessment.ts';
import { assessmentToFile } from './assessment-file.ts';
import { MAX_FILE_BYTES } from './assessment-record.ts';

/** The mark of this form of link, so that a later one can be told from it. */
const PREFIX = 'v1.';

/** The longest fragment that is offered, in characters: mail programs and messengers cut addresses beyond it. */
export const MAX_FRAGMENT = 8000;

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Takes an assessment; gives it compressed, as the fragment of an address (which browsers never send to a server). */
export function assessmentToFragment(assessment: Assessment): string {
  const text = JSON.stringify(assessmentToFile(assessment));
  return PREFIX + toBase64Url(deflateSync(new TextEncoder().encode(text), { level: 9 }));
}

/**
 * Takes a fragment without its `#`; gives the text of the file in it, or null where it is none, was cut, or would
 * unpack to more than a file may hold.
 */
export function fragmentToText(fragment: string): string | null {
  if (!fragment.startsWith(PREFIX)) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  try {
    const binary = atob(fragment.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/'));
    const inflate = new Inflate((part, isFinal) => {
      size += part.length;
      if (size > MAX_FILE_BYTES) throw new RangeError('The link unpacks to more than a file may hold.');
      parts.push(part);
      isWhole = isFinal;
    });
    inflate.push(
      Uint8Array.from(binary, (character) => character.charCodeAt(0)),
      true,
    );
    if (!isWhole || size === 0) return null;
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not base64, not deflated, not UTF-8, too much: for the person it is one thing, a link that is not whole.
    return null;
  }
}
