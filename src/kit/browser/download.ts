/** How long the browser may take to fetch what it was handed, in milliseconds. */
const KEEP_MS = 60_000;

/** Hands bytes or a text to the person as a file. */
export function downloadBytes(name: string, content: BlobPart, type = 'application/octet-stream'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}

/** Hands a JSON text to the person as a file. */
export function download(name: string, text: string): void {
  downloadBytes(name, text, 'application/json');
}
