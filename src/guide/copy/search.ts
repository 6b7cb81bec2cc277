import { plural } from '../../kit/words/plural.ts';
import type { FaultMessage } from '../../kit/words/fault.ts';

/** When what the search is made of cannot be had. */
export const searchFault: FaultMessage = {
  happened: 'No se pudo cargar la búsqueda.',
  data: 'Lo demás del sitio funciona igual.',
  remedy: 'Vuelva a intentarlo, o busque en el índice de todo, de la A a la Z.',
};

/** How much was found for what was typed: what truly has it, and what is only near. */
export function foundText(exact: number, near: number, query: string): string {
  const close = plural(near, 'página cercana', 'páginas cercanas');
  if (exact > 0) {
    const found = plural(exact, 'resultado', 'resultados');
    return near > 0 ? `${found} para «${query}», y aparte ${close}.` : `${found} para «${query}».`;
  }
  return near > 0 ? `Nada exacto para «${query}». Abajo, ${close}.` : `Nada para «${query}».`;
}

/** What stands over the results that are only near. */
export const nearHeading = (exact: number): string => (exact > 0 ? 'También cerca' : 'Lo más cercano');

/** Why a result is one although its text does not say what was typed. */
export const namedText = (name: string): string => `Trata lo que también se busca como «${name}».`;
