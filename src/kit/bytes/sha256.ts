import { sha256 } from '@noble/hashes/sha2.js';

/**
 * Takes a text; gives the SHA-256 of it in UTF-8: 64 lower-case hexadecimal digits. The browser computes it where it can,
 * beside the page's own work; on a page that came by plain http, as an intranet may serve it, there is no `crypto.subtle`,
 * and a library computes the same.
 */
export async function sha256Of(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  // The type says that it is always there; without https it is not.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  const digest = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256(bytes);
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
