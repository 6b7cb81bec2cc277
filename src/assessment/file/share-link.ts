import { zlibSync } from 'fflate';
import type { Assessment } from '../domain/assessment.ts';
import { assessmentToFile } from './assessment-file.ts';
import { fromBase64, toBase64 } from '../../kit/bytes/base64.ts';
import { noClock, unpackText } from '../../kit/bytes/inflating.ts';

/**
 * How each form of link that was ever given away is packed, by its mark; the last is the one that is made. Of the first,
 * which has no checksum, some damage could show as an assessment with other words.
 */
const PACKED = { 'v1.': 'deflate-raw', 'v2.': 'deflate' } as const;
const MARK = 'v2.';

/** What mail programs put into a long address: blanks, line breaks, signs that show nothing, `=` at the end of a line. */
const INSERTED = /=\r?\n|[\s\p{Cf}]/gu;
/** What a link of ours is, and what may hang on its end where it stood in a sentence: a dot, a bracket, a quote. */
const LINK = /^(v[12]\.)([\w-]+)[^\w-]*$/;

/** An address with its signs written out where a program has escaped them; as it is, where that cannot be read. */
function unescaped(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A sign that was cut in the middle: what can be read of the rest is looked at as it stands.
    return fragment;
  }
}

/** The longest fragment that is offered, in characters: mail programs and messengers cut addresses beyond it. */
export const MAX_FRAGMENT = 8000;
/** The longest that is read, in characters: room for a link that somebody else made; nothing longer is even decoded. */
export const MAX_READ_FRAGMENT = 64 * 1024;
/** The most that a link unpacks to, in bytes: one of 8000 characters with the same words over and over is well within. */
const MAX_LINK_BYTES = 4 * 1024 * 1024;

/** Takes an assessment; gives it compressed, as the fragment of an address (which browsers never send to a server). */
export function assessmentToFragment(assessment: Assessment): string {
  const text = JSON.stringify(assessmentToFile(assessment));
  const base64 = toBase64(zlibSync(new TextEncoder().encode(text), { level: 9 }));
  return MARK + base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** `broken`: it is none, or was cut; `tooLong`: the link itself is; `tooMuch`: it unpacks to more than a link of ours holds. */
export type LinkFault = 'broken' | 'tooLong' | 'tooMuch';

export type LinkReading =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: LinkFault };

/**
 * Takes a fragment without its `#`, as it arrived: programs that carry mail break addresses, escape their signs and take in
 * the dot behind them. Gives the text of the file in it, or why there is none. A link of ours that was damaged in any other
 * way is broken: its checksum never lets other words through.
 */
export async function fragmentToText(fragment: string): Promise<LinkReading> {
  if (fragment.length > MAX_READ_FRAGMENT) return { ok: false, fault: 'tooLong' };
  const [, mark, packed = ''] = LINK.exec(unescaped(fragment).replace(INSERTED, '').replace(/^#/, '')) ?? [];
  if (mark === undefined) return { ok: false, fault: 'broken' };
  const bytes = fromBase64(packed.replaceAll('-', '+').replaceAll('_', '/'));
  if (bytes === null) return { ok: false, fault: 'broken' };
  // So little goes in and comes out that no clock is needed.
  const unpacked = await unpackText(bytes, PACKED[mark as keyof typeof PACKED], {
    maxBytes: MAX_LINK_BYTES,
    isOver: noClock,
  });
  if (unpacked.ok) return unpacked.size > 0 ? { ok: true, text: unpacked.text } : { ok: false, fault: 'broken' };
  return { ok: false, fault: unpacked.fault === 'tooMuch' ? 'tooMuch' : 'broken' };
}
