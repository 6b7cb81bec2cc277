import { deflateSync } from 'fflate';
import type { Assessment } from '../domain/assessment.ts';
import { assessmentToFile } from './assessment-file.ts';
import { fromBase64, toBase64 } from '../../kit/bytes/base64.ts';
import { noClock, unpackText } from '../../kit/bytes/inflating.ts';

/** The mark of this form of link, so that a later one can be told from it. */
const PREFIX = 'v1.';

/** The longest fragment that is offered, in characters: mail programs and messengers cut addresses beyond it. */
export const MAX_FRAGMENT = 8000;
/** The longest that is read, in characters: room for a link that somebody else made; nothing longer is even decoded. */
export const MAX_READ_FRAGMENT = 64 * 1024;
/** The most that a link unpacks to, in bytes: one of 8000 characters with the same words over and over is well within. */
const MAX_LINK_BYTES = 4 * 1024 * 1024;

/** Takes an assessment; gives it compressed, as the fragment of an address (which browsers never send to a server). */
export function assessmentToFragment(assessment: Assessment): string {
  const text = JSON.stringify(assessmentToFile(assessment));
  const base64 = toBase64(deflateSync(new TextEncoder().encode(text), { level: 9 }));
  return PREFIX + base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** `broken`: it is none, or was cut; `tooLong`: the link itself is; `tooMuch`: it unpacks to more than a link of ours holds. */
export type LinkFault = 'broken' | 'tooLong' | 'tooMuch';

export type LinkReading =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: LinkFault };

/** Takes a fragment without its `#`; gives the text of the file in it, or why there is none. */
export async function fragmentToText(fragment: string): Promise<LinkReading> {
  if (!fragment.startsWith(PREFIX)) return { ok: false, fault: 'broken' };
  if (fragment.length > MAX_READ_FRAGMENT) return { ok: false, fault: 'tooLong' };
  const bytes = fromBase64(fragment.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/'));
  if (bytes === null) return { ok: false, fault: 'broken' };
  // So little goes in and comes out that no clock is needed.
  const unpacked = await unpackText(bytes, 'deflate-raw', {
    maxBytes: MAX_LINK_BYTES,
    isOver: noClock,
    mustBeUtf8: true,
  });
  if (unpacked.ok) return unpacked.size > 0 ? { ok: true, text: unpacked.text } : { ok: false, fault: 'broken' };
  return { ok: false, fault: unpacked.fault === 'tooMuch' ? 'tooMuch' : 'broken' };
}
