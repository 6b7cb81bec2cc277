import type { SearchSource } from '../../domain/search/record.ts';
import { indexWords, type WordIndex } from '../../domain/search/word-index.ts';
import { part } from '../../../kit/browser/part.ts';

/** How what is packed begins. Some servers unpack it on the way, and then it comes as it is. */
const PACKED = [0x1f, 0x8b];

async function unpacked(bytes: ArrayBuffer): Promise<string> {
  const head = new Uint8Array(bytes.slice(0, PACKED.length));
  const response = new Response(bytes);
  if (PACKED.some((byte, at) => head[at] !== byte)) return response.text();
  return new Response(response.body?.pipeThrough(new DecompressionStream('gzip')) ?? null).text();
}

/** Brings what the search works on, and reads it. Throws PartMissing where it does not come or is something else. */
export function loadIndex(address: string): Promise<WordIndex> {
  return part(async () => {
    // What the browser has is asked for again: a search must not lead to places that the site no longer has.
    const response = await fetch(address, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return indexWords(JSON.parse(await unpacked(await response.arrayBuffer())) as SearchSource);
  });
}
