import { plural } from '../../kit/words/plural.ts';
import { isolated } from '../../kit/words/isolated.ts';
import type { FaultMessage } from '../../kit/words/fault.ts';

/** What is said of a file whose letters another program has stored in another way. */

const HAPPENED =
  'Otro programa guardó este archivo con otra codificación de letras: no está en UTF-8, como lo guarda este sitio.';
const SEEN = 'Si estas palabras están bien escritas, ábralo así.';
const OTHERWISE =
  'Si alguna trae signos raros, no lo abra: pida que se lo manden otra vez, dentro de un ZIP para que ningún correo lo cambie.';

/** The words that show how the letters were read. */
function said(words: readonly string[]): string {
  return `Leído como Windows-1252 dice: ${words.map(isolated).join(' · ')}.`;
}

/** Before a person has seen how it was read. Takes words that show it. */
export function lettersRemark(words: readonly string[]): string {
  return `${HAPPENED} ${said(words)} ${SEEN} ${OTHERWISE}`;
}

/** The same as a message of its own. Takes the file's name, and words that show how it was read. */
export function lettersMessage(name: string, words: readonly string[]): FaultMessage {
  return {
    happened: `${isolated(name)} espera su respuesta. ${HAPPENED}`,
    data: 'Todavía no cambió nada.',
    remedy: `${said(words)} ${SEEN} ${OTHERWISE}`,
  };
}

/** On the button that accepts how it was read. */
export const lettersAccepted = 'Están bien escritas: abrirlo así';

/** Of a closed version whose file another program has saved anew. */
export const closedRewritten =
  'Dice estar cerrada, pero otro programa guardó su archivo después del cierre: este archivo no es el que se cerró.';

/** Of letters that were lost before the file came here; '' where there are none. Takes how many. */
export function lostRemark(count: number): string {
  if (count === 0) return '';
  const letters = plural(count, 'letra', 'letras');
  return `Trae ${letters} que otro programa cambió por «�» antes de que llegara aquí: aquí no se pueden recuperar. Busque una copia anterior.`;
}
