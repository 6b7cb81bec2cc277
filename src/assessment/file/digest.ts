import { canonicalJson } from '../../kit/bytes/canonical-json.ts';
import { sha256Of } from '../../kit/bytes/sha256.ts';

/** A file without its closing; what is no object is given as it is. */
function withoutClosing(file: unknown): unknown {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return file;
  const { cierre: _, ...rest } = file as Record<string, unknown>;
  return rest;
}

/**
 * Takes a file as plain data; gives its canonical form: RFC 8785 (JCS) of the file without its top-level `cierre`
 * (docs/assessment-file.md, «Closing»).
 */
export function canonicalForm(file: unknown): string {
  return canonicalJson(withoutClosing(file));
}

/** Takes a file as plain data; gives the digest of its canonical form. */
export function digestOf(file: unknown): Promise<string> {
  return sha256Of(canonicalForm(file));
}
