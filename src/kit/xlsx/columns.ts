/** The longest text that goes into one cell; Excel itself takes 32,767 characters. */
export const MAX_CELL = 32_000;

/** Takes a column's place, from 0; gives its letters: «A», «AB». */
export function columnLetter(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? columnLetter(before - 1) : '') + String.fromCharCode(65 + (index % 26));
}
