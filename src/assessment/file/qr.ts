import { encode } from 'uqr';

/**
 * Takes a text; gives its QR code as the path of an SVG (a unit a module) and its side in modules, quiet zone included.
 * Medium error correction: a printed report is folded, stamped and copied.
 */
export function qrPath(text: string): { path: string; size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { path, size };
}
