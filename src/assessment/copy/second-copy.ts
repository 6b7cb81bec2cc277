import type { OfferReason } from '../storage/second-copy.ts';
import { longDate, longInstant } from '../../kit/words/dates.ts';
import { plural } from '../../kit/words/plural.ts';
import { assessmentTitle, type Named } from './assessments.ts';
import type { FaultMessage } from '../../kit/words/fault.ts';

/** Where copies wait to be taken back, on a page that is not the list of them. Takes when a loss was noticed, if it was. */
export function copiesOffered(count: number, lostAt: string | null): FaultMessage {
  const copies = plural(count, 'segunda copia', 'segundas copias');
  return {
    happened:
      lostAt === null
        ? 'Lo guardado en la base de datos de este navegador está atrasado o incompleto.'
        : `El navegador encontró dañada su base de datos y la borró (se notó el ${longInstant(lostAt)}). No fue por algo que usted hiciera.`,
    data: `Este sitio conserva ${copies}, aparte, de lo que se guardó.`,
    remedy: 'Revíselas y recupérelas en la página «Autoevaluación».',
  };
}

/** When the browser threw its database away and no second copy of it is there. */
export function databaseLost(lostAt: string): FaultMessage {
  return {
    happened: `El navegador encontró dañada su base de datos y la borró (se notó el ${longInstant(lostAt)}). No fue por algo que usted hiciera.`,
    data: 'Lo que estaba guardado en este navegador ya no está, y de ello no quedó una segunda copia.',
    remedy: 'Abra en la página «Autoevaluación» la última copia que tenga en un archivo.',
  };
}

/** Why a copy is offered, in the list of them. */
const offerReason: Record<OfferReason, string> = {
  missing: 'Ya no está en la base de datos del navegador',
  older: 'En la lista hay una anterior a esta',
  damaged: 'En la lista está dañada',
};

/** When a copy could not be put back. */
export const offerUnreadable: FaultMessage = {
  happened: 'Esa segunda copia ya no está o no se puede leer.',
  data: 'Lo que está en la lista no cambió.',
  remedy: 'Si tiene una copia en un archivo, ábrala.',
};

/** When what keeps the second copy did not come with the page. */
export const secondCopyOff: FaultMessage = {
  happened: 'En esta página no se está haciendo la segunda copia: no llegó una parte del programa de este sitio.',
  data: 'Su trabajo se guarda como siempre en la base de datos del navegador.',
  remedy: 'Cuando pueda, vuelva a cargar la página.',
};

/** When the database did not let the second copies be held against it. */
export const secondCopyUnchecked: FaultMessage = {
  happened: 'No se pudo revisar la segunda copia: la base de datos del navegador no dejó leerla.',
  data: 'Lo que ve en pantalla sigue aquí.',
  remedy: 'Guarde una copia en un archivo y vuelva a cargar la página.',
};

/** What stands beside what the browser promises: whether there is a second copy, and of when. */
export function secondCopyText(state: {
  kind: 'cache' | 'local' | null;
  age: string | null;
  isRefused: boolean;
}): string {
  if (state.kind === null) {
    return 'Además, este navegador no deja hacer una segunda copia: si daña su base de datos, solo queda lo que usted tenga en archivos.';
  }
  if (state.isRefused) {
    return 'La segunda copia que el sitio hace aparte no se pudo escribir, quizá por falta de espacio: guarde copias en archivos.';
  }
  const where =
    state.kind === 'local'
      ? 'Como este sitio se abre sin https, la segunda copia es pequeña (cabe hasta unos cinco millones de letras)'
      : 'El sitio hace una segunda copia de cada autoevaluación, aparte de la base de datos, por si el navegador la daña';
  return state.age === null ? `${where}.` : `${where}. La más antigua es del ${longInstant(state.age)}.`;
}

/** Leads from another page to the list of them. */
export const seeOffers = 'Ver lo que se puede recuperar';

/** What a copy is of. Takes null where its own data cannot be read. */
export const offerTitle = (header: Named | null): string =>
  header ? `${assessmentTitle(header)}, ${longDate(header.cutoffDate)}` : 'Una autoevaluación dañada';

/** What a copy is of, why it is offered, and of when it is. Takes its title and the instant. */
export const offerLine = (title: string, reason: OfferReason, at: string): string =>
  `${title}. ${offerReason[reason]}. Copia del ${longInstant(at)}.`;

/** The name of a control of a copy, for whoever does not see its line. */
export const offerControl = (label: string, title: string, at: string): string =>
  `${label}: ${title}, copia del ${longInstant(at)}`;

/** When a copy is back in the list. */
export const offerRecovered = (title: string): string => `Se recuperó: ${title}.`;

/** Before a copy is thrown away. */
export const offerDiscardAbout = (title: string): string =>
  `Esta segunda copia de ${title} se borra y no se puede recuperar. La de la lista, si está, no cambia.`;
