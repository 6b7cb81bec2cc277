/** Signs that stand elsewhere in Windows-1252 than in Latin-1. */
const MOVED: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
};

/** The bytes of a text as an editor of Windows saves it, which knows no UTF-8. Throws where it has no such letter. */
export function toWindows1252(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => {
    const byte = MOVED[letter] ?? letter.codePointAt(0) ?? 0;
    if (byte > 0xff) throw new Error(`Windows-1252 has no ${letter}.`);
    return byte;
  });
}
