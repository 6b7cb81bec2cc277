import { documentOfKey } from '../../assessment/file/document-key.ts';
import { isolated } from '../../kit/words/isolated.ts';
import type { FaultMessage } from '../../kit/words/fault.ts';

/** When another tab had written the same field of a row: this tab's text stands, the other's can be taken back. */
export function recordInConflict(name: string): FaultMessage {
  return {
    happened: `Otra pestaña escribió lo mismo que usted en ${isolated(name)}, con otro texto.`,
    data: 'Quedó lo que usted escribió. Lo de la otra pestaña se conserva.',
    remedy: 'Si lo de la otra pestaña es lo correcto, recupérelo.',
  };
}

/** When something new had to take another id, because another tab had given its own to something else. */
export function renamedRecord(name: string, to: string): string {
  return `${isolated(name)} de esta pestaña quedó con el código ${to}: en otra pestaña se había creado una distinta con el mismo código. Están las dos.`;
}

/** What was written twice, within a sentence. Takes the field too, where it is one that is known. */
export function recordName(kind: 'activity' | 'project' | 'texts', id: string, field?: string): string {
  const name = { activity: `la actividad ${id}`, project: `el proyecto ${id}`, texts: 'los textos generales' }[kind];
  return field === undefined ? name : `${name} («${field}»)`;
}

/** A change of some records, within a sentence. Takes their `documentKey`s. */
export function changeName(keys: readonly string[]): string {
  const [only, another] = keys.map(documentOfKey);
  if (only && !another) return `el cambio en ${recordName(only.kind, only.id)}`;
  return `el cambio en ${keys.length} partes del plan y de los proyectos`;
}

/** A new record at the beginning of a sentence. */
export const newRecordName = (kind: 'activity' | 'project', id: string): string =>
  `${kind === 'activity' ? 'La actividad' : 'El proyecto'} ${id}`;

/** The longest text of another tab that is shown whole, in characters. */
const MOST_QUOTED = 200;

/** What became of both texts, and what the other tab had written. Takes the first as a sentence. */
export function conflictData(data: string, texts: readonly string[]): string {
  const quoted = texts
    .map((text) => `«${text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text}»`)
    .join(', ');
  return quoted === '' ? data : `${data} Lo de la otra pestaña: ${quoted}.`;
}

/** After what the other tab had written was taken back. */
export const otherTakenBack = 'Se recuperó lo de la otra pestaña.';
export const otherBackIn = (id: string): string => `Volvió lo que la otra pestaña tenía en ${id}.`;
