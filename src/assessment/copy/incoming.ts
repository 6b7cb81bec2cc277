import type { FaultMessage } from '../../kit/words/fault.ts';
import { thousands } from '../../kit/words/plural.ts';

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
