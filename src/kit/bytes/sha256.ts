/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const ROUND = Uint32Array.of(
  0x428a2f98,
  0x71374491,
  0xb5c0fbcf,
  0xe9b5dba5,
  0x3956c25b,
  0x59f111f1,
  0x923f82a4,
  0xab1c5ed5,
  0xd807aa98,
  0x12835b01,
  0x243185be,
  0x550c7dc3,
  0x72be5d74,
  0x80deb1fe,
  0x9bdc06a7,
  0xc19bf174,
  0xe49b69c1,
  0xefbe4786,
  0x0fc19dc6,
  0x240ca1cc,
  0x2de92c6f,
  0x4a7484aa,
  0x5cb0a9dc,
  0x76f988da,
  0x983e5152,
  0xa831c66d,
  0xb00327c8,
  0xbf597fc7,
  0xc6e00bf3,
  0xd5a79147,
  0x06ca6351,
  0x14292967,
  0x27b70a85,
  0x2e1b2138,
  0x4d2c6dfc,
  0x53380d13,
  0x650a7354,
  0x766a0abb,
  0x81c2c92e,
  0x92722c85,
  0xa2bfe8a1,
  0xa81a664b,
  0xc24b8b70,
  0xc76c51a3,
  0xd192e819,
  0xd6990624,
  0xf40e3585,
  0x106aa070,
  0x19a4c116,
  0x1e376c08,
  0x2748774c,
  0x34b0bcb5,
  0x391c0cb3,
  0x4ed8aa4a,
  0x5b9cca4f,
  0x682e6ff3,
  0x748f82ee,
  0x78a5636f,
  0x84c87814,
  0x8cc70208,
  0x90befffa,
  0xa4506ceb,
  0xbef9a3f7,
  0xc67178f2,
);
/** The same of the square roots of the first 8 primes (FIPS 180-4, 5.3.3). */
const START = Uint32Array.of(
  0x6a09e667,
  0xbb67ae85,
  0x3c6ef372,
  0xa54ff53a,
  0x510e527f,
  0x9b05688c,
  0x1f83d9ab,
  0x5be0cd19,
);

const BLOCK = 64;
const rotated = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

/** Takes bytes; gives them with the ending that SHA-256 asks for: a one bit, zeros, and the length in bits. */
function padded(bytes: Uint8Array): DataView {
  const result = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
  result.set(bytes);
  result[bytes.length] = 0x80;
  const view = new DataView(result.buffer);
  view.setBigUint64(result.length - 8, BigInt(bytes.length) * 8n);
  return view;
}

/**
 * SHA-256 (FIPS 180-4). Takes bytes; gives the 32 bytes of their digest. For pages that came by plain http, where the
 * browser gives no `crypto.subtle`.
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  const message = padded(bytes);
  const state = START.slice();
  const words = new Uint32Array(BLOCK);
  // Every index below is within its array; the fallback to 0 is for the compiler alone.
  const at = (list: Uint32Array, index: number): number => list[index] ?? 0;
  for (let offset = 0; offset < message.byteLength; offset += BLOCK) {
    for (let index = 0; index < 16; index += 1) words[index] = message.getUint32(offset + index * 4);
    for (let index = 16; index < BLOCK; index += 1) {
      const near = at(words, index - 2);
      const far = at(words, index - 15);
      words[index] =
        at(words, index - 16) +
        (rotated(far, 7) ^ rotated(far, 18) ^ (far >>> 3)) +
        at(words, index - 7) +
        (rotated(near, 17) ^ rotated(near, 19) ^ (near >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
    for (let index = 0; index < BLOCK; index += 1) {
      const first =
        h +
        (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) +
        ((e & f) ^ (~e & g)) +
        at(ROUND, index) +
        at(words, index);
      const second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = at(state, index) + word;
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (const [index, word] of state.entries()) digest.setUint32(index * 4, word);
  return new Uint8Array(digest.buffer);
}

/**
 * Takes a text; gives the SHA-256 of it in UTF-8: 64 lower-case hexadecimal digits. The browser computes it where it can;
 * on a page that came by plain http, as an intranet may serve it, it gives no `crypto.subtle`, and our own computes the
 * same.
 */
export async function sha256Of(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  // The type says that it is always there; without https it is not.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  const digest = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256(bytes);
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
