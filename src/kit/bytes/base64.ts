/** How many bytes become text at a time: a call takes only so many arguments. */
const STEP = 0x8000;

/** Takes bytes; gives them as base64. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += STEP) binary += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return btoa(binary);
}

/** Takes base64; gives the bytes in it, or null where it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  let binary: string;
  try {
    binary = atob(text);
  } catch (error) {
    // A letter that base64 does not have, or a length that it cannot have.
    if (!(error instanceof DOMException)) throw error;
    return null;
  }
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
