import type { AssessmentHeader } from '../domain/assessment.ts';
import { longInstant } from '../../kit/words/dates.ts';
import type { FaultMessage } from '../../kit/words/fault.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { plural, thousands } from '../../kit/words/plural.ts';
import { assessmentShort, type Named } from './assessments.ts';
import { lettersAccepted } from './letters.ts';

/** While many files are read. Takes how many are done, and how many there are. */
export function readingProgress(done: number, all: number): string {
  return all === 1 ? 'Leyendo el archivo…' : `Leyendo los archivos: van ${thousands(done)} de ${thousands(all)}.`;
}

/** Below the panels of opened files, where more wait than are shown. Takes how many more. */
export function waitingRest(count: number): string {
  return count === 1
    ? 'Hay 1 archivo más en espera: aparece aquí cuando decida sobre uno de estos.'
    : `Hay ${thousands(count)} archivos más en espera: aparecen aquí a medida que decida sobre estos.`;
}

/** On the button that adds all that are new to the list. */
export function addAllLabel(count: number): string {
  return `Agregar las ${thousands(count)} que no están en la lista`;
}

/** What became of «Agregar las …»: of how many, how many were added, and how many of these under another id. */
export interface AddedAll {
  readonly wanted: number;
  readonly added: number;
  readonly copies: number;
}

/** What is said of those that were added. */
export function addedAllText({ wanted, added, copies }: AddedAll): string {
  const done = added === wanted ? thousands(added) : `${thousands(added)} de ${thousands(wanted)}`;
  const copied =
    copies === 0
      ? ''
      : ` ${copies === 1 ? '1 quedó como copia abierta, porque ya había una con su identificación.' : `${thousands(copies)} quedaron como copias abiertas, porque ya había otras con su identificación.`}`;
  return `${added === 1 ? 'Se agregó' : 'Se agregaron'} ${done} a la lista. Nada de lo que había cambió.${copied}`;
}

/** What is said of those that were not. */
export function notAddedMessage({ wanted, added }: AddedAll): FaultMessage {
  const missing = wanted - added;
  return {
    happened: `${missing === 1 ? 'No se agregó' : 'No se agregaron'} ${thousands(missing)} de ${thousands(wanted)}.`,
    data: `${missing === 1 ? 'Sigue' : 'Siguen'} más abajo, con los archivos en espera. Lo que ya estaba guardado no cambió.`,
    remedy: `${missing === 1 ? 'Aquí está' : 'Aquí está de cada una'} por qué no, y qué puede hacer.`,
  };
}

/** What opens the list of those that were not added. */
export const notAddedSummary = 'Ver cuáles y por qué';

/** Why one was not added with the others, although the database would have taken it. */
export const notAddedReason = {
  same: {
    title: 'Ya está en la lista, igual',
    remedy: 'No hay nada que hacer: oprima «Entendido» en su recuadro.',
  },
  otherVersion: {
    title: 'Ya está en la lista, con otro contenido',
    remedy: 'Escoja en su recuadro si la une con la de la lista, la reemplaza o la agrega aparte.',
  },
} as const;

/** What is said once all that was added in one press was taken out again. Takes how many of how many. */
export function takenOut(done: number, all: number): string {
  return done === all ? 'Se quitaron de la lista.' : `Se quitaron de la lista ${thousands(done)} de ${thousands(all)}.`;
}

/** What a person can decide on a file that was opened, as its button says it; `understood` where there is nothing to decide. */
export const choiceName = {
  add: 'Agregar a la lista',
  addApart: 'Agregar aparte',
  replace: 'Reemplazar la de la lista',
  merge: 'Unir las dos',
  leave: 'No abrirlo',
  understood: 'Entendido',
  accept: lettersAccepted,
} as const;

/** What an opened file is to the list. */
type ListRelation =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'same' | 'otherVersion' | 'sameEntity';
      readonly present: Named & Pick<AssessmentHeader, 'modified' | 'closing'>;
    };

/** In which criteria a workbook was changed, before what is said of it; '' of a file of our own. */
function bookText(changed: readonly string[] | null): string {
  if (changed === null) return '';
  return changed.length === 0
    ? 'El libro no trae ningún cambio. '
    : `El libro trae cambios en ${plural(changed.length, 'criterio', 'criterios')}: ${changed.map(isolated).join(', ')}. `;
}

/**
 * What an opened file is to the list. Takes the criteria that were changed in a workbook (null of a file of our own), when
 * what it brings was last changed, and whether it is a workbook of what the list has.
 */
export function relationText(
  relation: ListRelation,
  {
    changed,
    modified,
    isBookOfPresent,
  }: {
    readonly changed: readonly string[] | null;
    readonly modified: string;
    readonly isBookOfPresent: boolean;
  },
): string {
  const book = bookText(changed);
  switch (relation.kind) {
    case 'new':
      return `${book}No está en la lista de este navegador.`;
    case 'same':
      return `${book}Ya está en la lista, igual a este archivo. No hay nada que cambiar.`;
    case 'otherVersion':
      if (relation.present.closing) {
        return `${book}La de la lista está cerrada y es distinta. La del archivo puede agregarse aparte, como copia abierta.`;
      }
      return isBookOfPresent
        ? `${book}En la lista nada cambió desde que se guardó el libro: puede reemplazarla sin perder nada.`
        : `${book}En la lista está la misma autoevaluación con otro contenido: la de la lista cambió por última vez el ${longInstant(relation.present.modified)} y la del archivo, el ${longInstant(modified)}.`;
    case 'sameEntity':
      return `${book}En la lista hay otra de la misma entidad y fecha: ${assessmentShort(relation.present)}. Si es la parte de un colega, puede unirlas.`;
  }
}

/** Of answers to what this version does not have. Takes the first of their ids, and how many there are; '' where none. */
export function strangersRemark(first: readonly string[], count: number): string {
  if (count === 0) return '';
  const rest = count - first.length;
  const named = `${first.map(isolated).join(', ')}${rest > 0 ? ` y ${thousands(rest)} más` : ''}`;
  return `Trae respuestas a lo que esta versión no tiene (${named}): se conservan como están y no cuentan.`;
}

/** Once an assessment from a file is in its place. */
export function outcomeText(choice: 'add' | 'replace', brought: Named, isCopy: boolean): string {
  const what = assessmentShort(brought);
  if (choice === 'replace') return `${what} quedó como en el archivo. Como estaba antes se conserva más abajo.`;
  return isCopy
    ? `${what} se agregó como copia, porque ya había una con su identificación. Nada de lo que había cambió.`
    : `${what} se agregó a la lista. Nada de lo que había cambió.`;
}

/** When another tab took away, before the choice, what the file was held against. */
export const presentGone = 'La de la lista ya no está: revise de nuevo lo que trae el archivo.';

/** When another tab changed, before the choice, what was to be replaced. */
export const notReplaced = (present: Named): string =>
  `No se reemplazó ${assessmentShort(present)}: acaba de cambiar en otra pestaña. Revise lo que trae el archivo y escoja de nuevo.`;

export const broughtTakenOut = 'Se quitó de la lista lo que trajo el archivo.';

/** How many more files there are than are named under one reason; '' where all are. */
export const andMore = (count: number): string => (count > 0 ? `y ${count} más` : '');
