import { zlibSync } from 'fflate';
import { NO_DOCUMENTS, type Assessment } from '../domain/assessment.ts';
import { assessmentToFile } from './assessment-file.ts';
import { fromBase64, toBase64 } from '../../kit/bytes/base64.ts';
import { noClock, unpackText } from '../../kit/bytes/inflating.ts';

/**
 * How each form of link that was ever given away is packed, by its mark. The first, which is made no more, has no checksum:
 * some damage could show as an assessment with other words. The last says that the plan and the projects were left out.
 */
const PACKED = { 'v1.': 'deflate-raw', 'v2.': 'deflate', 'v2-sin-plan.': 'deflate' } as const;
const WHOLE = 'v2.';
const WITHOUT_PLAN = 'v2-sin-plan.';

/** What mail programs put into a long address: blanks, line breaks, signs that show nothing, `=` at the end of a line. */
const INSERTED = /=\r?\n|[\s\p{Cf}]/gu;
/** What a link of ours is, and what may hang on its end where it stood in a sentence: a dot, a bracket, a quote. */
const LINK = /^(v[12]\.|v2-sin-plan\.)([\w-]+)[^\w-]*$/;

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

/** What becomes of an assessment in a link: the fragment, or how long it would be, and the one without plan, if it fits. */
export type SharedLink =
  | { readonly fits: true; readonly fragment: string }
  | { readonly fits: false; readonly length: number; readonly withoutPlan: string | null };

/**
 * Takes an assessment; gives its link. Where it is too long with its plan and its projects, but not without, gives that
 * link. A closed version is one whole under its digest: of it nothing is left out.
 */
export function shareLink(assessment: Assessment): SharedLink {
  const fragment = assessmentToFragment(assessment);
  if (fragment.length <= MAX_FRAGMENT) return { fits: true, fragment };
  const withoutPlan = assessment.closing
    ? fragment
    : assessmentToFragment({ ...assessment, documents: NO_DOCUMENTS }, WITHOUT_PLAN);
  return {
    fits: false,
    length: fragment.length,
    withoutPlan: withoutPlan.length <= MAX_FRAGMENT ? withoutPlan : null,
  };
}

/** Takes an assessment; gives it compressed, as the fragment of an address (which browsers never send to a server). */
export function assessmentToFragment(assessment: Assessment, mark: keyof typeof PACKED = WHOLE): string {
  const text = JSON.stringify(assessmentToFile(assessment));
  const base64 = toBase64(zlibSync(new TextEncoder().encode(text), { level: 9 }));
  return mark + base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** `broken`: it is none, or was cut; `tooLong`: the link itself is; `tooMuch`: it unpacks to more than a link of ours holds. */
export type LinkFault = 'broken' | 'tooLong' | 'tooMuch';

export type LinkReading =
  | {
      readonly ok: true;
      readonly text: string;
      /** There where the plan and the projects did not fit into the link. */
      readonly isWithoutPlan?: true;
    }
  | { readonly ok: false; readonly fault: LinkFault };

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
  if (unpacked.ok && unpacked.size > 0) {
    return { ok: true, text: unpacked.text, ...(mark === WITHOUT_PLAN && { isWithoutPlan: true }) };
  }
  if (unpacked.ok) return { ok: false, fault: 'broken' };
  return { ok: false, fault: unpacked.fault === 'tooMuch' ? 'tooMuch' : 'broken' };
}
