/** What one byte adds to a checksum. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

/**
 * CRC-32 as ZIP has it (ISO 3309). Takes bytes, and the checksum of those before them (0 where there are none); gives the
 * checksum of all, as a number of 32 bits without sign.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  // By index: a walk of the bytes themselves takes five times as long.
  for (let at = 0; at < bytes.length; at += 1) {
    crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[at] as number)) & 0xff] as number);
  }
  return ~crc >>> 0;
}
