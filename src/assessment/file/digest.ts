import { canonicalJson } from '../../kit/bytes/canonical-json.ts';
import { sha256 } from '../../kit/bytes/sha256.ts';

/** A file without its closing; what is no object is given as it is. */
function withoutClosing(file: unknown): unknown {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return file;
  const { cierre: _, ...rest } = file as Record<string, unknown>;
  return rest;
}

/**
 * Takes a file as plain data; gives its canonical form: RFC 8785 (JCS) of the file without its top-level `cierre`
 * (spec/assessment-file, «Rules»).
 */
export function canonicalForm(file: unknown): string {
  return canonicalJson(withoutClosing(file));
}

/**
 * Takes a file as plain data; gives the SHA-256 of its canonical form in UTF-8: 64 lower-case hexadecimal digits. The
 * browser computes it where it can; on a page that came by plain http, as an intranet may serve it, it gives no
 * `crypto.subtle`, and our own computes the same.
 */
export async function digestOf(file: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalForm(file));
  // The type says that it is always there; without https it is not.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  const digest = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256(bytes);
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
