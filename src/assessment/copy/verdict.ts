import { longDate } from '../../kit/words/dates.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { ClosingCheck } from '../file/closing.ts';
import { isolated } from '../../kit/words/isolated.ts';

/** What is said of a checked file, and whether it is good news. */
export interface Verdict {
  readonly isSame: boolean;
  readonly text: string;
  readonly more: string;
}

/**
 * Takes the name of a file, what its digest says, its closing, whether another program has saved it with other letters
 * since, and the digest of the printed report ('' where not given); gives the verdict.
 */
export function verdictOf(
  name: string,
  { check, closing, isRewritten }: { check: ClosingCheck; closing: Assessment['closing']; isRewritten: boolean },
  printed: string,
): Verdict {
  const shown = isolated(name);
  if (check.kind === 'notClosed') {
    return {
      isSame: false,
      text: `${shown} no está cerrado.`,
      more: 'Es el archivo de una autoevaluación que todavía se puede cambiar, o de la que se quitó el cierre. No hay huella con qué compararlo.',
    };
  }
  if (check.kind === 'changed') {
    return {
      isSame: false,
      text: `${shown} cambió después de cerrarse.`,
      more: `Dice tener la huella ${check.expected || '(ninguna)'}, y la de su contenido es ${check.digest}. No es la versión que se cerró.`,
    };
  }
  if (isRewritten) {
    return {
      isSame: false,
      text: `${shown} cambió después de cerrarse: otro programa lo guardó con otra codificación de letras.`,
      more: `No es el archivo que se cerró. Leído como Windows-1252, lo que dice sí da la huella del cierre, ${check.digest}: busque el archivo que se guardó al cerrar, y presente ese.`,
    };
  }
  const closed = closing ? `Se cerró el ${longDate(closing.date)} por ${isolated(closing.responsible)}.` : '';
  if (printed !== '' && printed !== check.digest) {
    return {
      isSame: false,
      text: `${shown} no es el archivo de ese informe.`,
      more: `Está como se cerró, pero su huella es ${check.digest}, distinta de la que está impresa: es otra versión cerrada. ${closed}`,
    };
  }
  return {
    isSame: true,
    text:
      printed === ''
        ? `${shown} está igual que cuando se cerró.`
        : `${shown} es el archivo de ese informe, sin ningún cambio.`,
    more: `${closed} Huella: ${check.digest}.${printed === '' ? ' Compárela con la del informe impreso.' : ''}`,
  };
}

/** When what was typed is no digest. Takes how many signs it has. */
export const digestMalformed = (length: number): string =>
  `La huella tiene 64 letras (de la a a la f) y números; lo escrito tiene ${length} signos. Revísela. El archivo no se compara con ella hasta que esté bien.`;
