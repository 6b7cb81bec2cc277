import { whenText } from '../../kit/words/dates.ts';
import { plural } from '../../kit/words/plural.ts';

/** What the line of saving says. */

export const saving = 'Guardando…';
export const unsaved = 'Sin guardar';

/** Takes when it was saved, the present, and how many texts of the page could not be saved as they stand. */
export function savedAt(at: Date, now: Date, unsavedTexts: number): string {
  const but = unsavedTexts === 0 ? '' : `, salvo ${plural(unsavedTexts, 'texto', 'textos')} por corregir`;
  return `Guardado ${whenText(at, now)}${but}`;
}
