import { whenText } from '../../kit/words/dates.ts';
import { isolated } from '../../kit/words/isolated.ts';

/** What the line of the copies says beside `copies.ts`: it comes beside the page's work, and these come with it. */

/** «Guardado en este navegador a las 14:32.»; with the day, where it was another one. Takes the instant as ISO text. */
export function savedText(modified: string, now: Date): string {
  return `Guardado en este navegador ${whenText(new Date(modified), now)}.`;
}

/** How it stands with the file that is kept up to date. */
export type LinkedState =
  | { readonly kind: 'upToDate'; readonly fileName: string; readonly at: string }
  | {
      readonly kind:
        /** The browser wants to be asked again before it writes. */
        | 'needsPermission'
        /** Somebody else changed the file: it is not written over unasked. */
        | 'changedOutside'
        /** Somebody else changed it, and what it holds is no assessment that can be read: there is nothing to merge. */
        | 'foreign'
        /** It holds nothing at all: perhaps a folder that is being synchronised, or a disk that was full. */
        | 'empty'
        /** It is not where it was. */
        | 'gone'
        /** Another program has it. */
        | 'locked'
        /** What writes it did not come. */
        | 'partMissing'
        | 'failed';
      readonly fileName: string;
    };

/** True where it may pass by itself, so that it is tried again unasked. */
export function mayPass({ kind }: LinkedState): boolean {
  return kind === 'empty' || kind === 'gone' || kind === 'locked' || kind === 'partMissing' || kind === 'failed';
}

/** Takes how it stands with the file that is kept up to date, and the present; gives it in words. */
export function linkedText(state: LinkedState, now: Date): string {
  switch (state.kind) {
    case 'upToDate':
      return `El archivo ${isolated(state.fileName)} está al día: se guardó ${whenText(new Date(state.at), now)}.`;
    case 'needsPermission':
      return `El archivo ${isolated(state.fileName)} no se está actualizando: el navegador necesita su permiso otra vez.`;
    case 'changedOutside':
      return `El archivo ${isolated(state.fileName)} no se está actualizando: alguien más lo cambió. Nada se ha perdido, ni aquí ni en el archivo.`;
    case 'foreign':
      return `El archivo ${isolated(state.fileName)} no se está actualizando: ya no trae una autoevaluación que se pueda leer con certeza, quizá porque otro programa cambió la codificación de sus letras. Lo guardado en este navegador está completo. Para ver qué trae, ábralo en la página «Autoevaluación».`;
    case 'empty':
      return `El archivo ${isolated(state.fileName)} no se está actualizando: está vacío, quizá porque su carpeta se está sincronizando. Lo guardado en este navegador está completo. Se vuelve a intentar cada minuto; también puede escribir encima.`;
    case 'gone':
      return `El archivo ${isolated(state.fileName)} no se está actualizando: ya no está donde estaba. Lo guardado en este navegador está completo. Se vuelve a intentar cada minuto; si lo movió o lo borró, deje de guardar en él y escoja otro.`;
    case 'locked':
      return `El archivo ${isolated(state.fileName)} no se está actualizando: otro programa lo tiene ocupado. Lo guardado en este navegador está completo. Se vuelve a intentar cada minuto.`;
    case 'partMissing':
      return `El archivo ${isolated(state.fileName)} no se está actualizando: no llegó una parte del programa de este sitio. Lo guardado en este navegador está completo. Vuelva a cargar la página.`;
    case 'failed':
      return `El archivo ${isolated(state.fileName)} no se pudo actualizar. Lo guardado en este navegador está completo; guarde una copia en otro lugar.`;
  }
}
