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
