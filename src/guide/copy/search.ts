import { plural } from '../../kit/words/plural.ts';
import type { FaultMessage } from '../../kit/words/fault.ts';

/** When what the search is made of cannot be had. */
export const searchFault: FaultMessage = {
  happened: 'No se pudo cargar la búsqueda.',
  data: 'Lo demás del sitio funciona igual.',
  remedy: 'Vuelva a intentarlo, o busque en el índice de todo, de la A a la Z.',
};

/** How much was found, and for what. */
export const foundText = (count: number, query: string): string =>
  count === 0 ? `Nada para «${query}».` : `${plural(count, 'resultado', 'resultados')} para «${query}».`;
