import type { Evidence } from '../domain/answer.ts';
import { isWebAddress } from '../../kit/values/web-address.ts';

/** A title as one line: what breaks lines or runs of blanks becomes one space. */
function oneLine(title: string): string {
  return title.replace(/\s+/g, ' ').trim();
}

/** Takes a row of evidence; gives it as a line of a cell: «Quiénes somos | https://…», or the address alone. */
export function evidenceLine({ title, url }: Pick<Evidence, 'title' | 'url'>): string {
  const name = oneLine(title);
  return name === '' ? url : `${name} | ${url}`;
}

/** Where a line may part into title and address, the way that this site writes it first. */
const SPLITS = [/^()(\S+)$/, /^(.*) \| (\S+)$/s, /^(.*)\|\s*(\S+)$/s, /^(.*)\s(\S+)$/s];

/**
 * Takes a line of a cell; gives title and address, or null where it does not end in an http(s) address. A bar parts
 * them, or else the last blank. As on the site, «www.» means its page.
 */
export function readEvidenceLine(line: string): { title: string; url: string } | null {
  for (const split of SPLITS) {
    const [, title = '', address = ''] = split.exec(line.trim()) ?? [];
    const url = address.replace(/^www\./i, 'https://www.');
    if (isWebAddress(url)) return { title: oneLine(title), url };
  }
  return null;
}
