/** Takes any text; true when it is an absolute http(s) address without spaces. */
export function isWebAddress(value: string): boolean {
  if (/\s/.test(value) || !/^https?:\/\//i.test(value)) return false;
  try {
    return new URL(value).href !== '';
  } catch {
    return false;
  }
}
