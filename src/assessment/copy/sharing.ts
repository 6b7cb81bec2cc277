import type { LinkFault } from '../file/share-link.ts';
import type { FaultMessage } from '../../kit/words/fault.ts';
import { thousands } from '../../kit/words/plural.ts';

/**
 * When an assessment does not fit into a link. Takes its length and the longest, in characters, and whether it would fit
 * without its plan and its projects: then a button that makes that link follows.
 */
export function linkTooLong(length: number, maximum: number, fitsWithoutPlan: boolean): FaultMessage {
  return {
    happened: `Esta autoevaluación no cabe en un enlace: ocuparía ${thousands(length)} caracteres y los correos cortan los de más de ${thousands(maximum)}.`,
    data: 'Nada cambió.',
    remedy: fitsWithoutPlan
      ? 'Comparta el archivo (.gel.json), que lo lleva todo y no tiene ese límite; o un enlace con las respuestas, sin el plan de acción ni los proyectos, que sí cabe.'
      : 'Comparta el archivo (.gel.json): lleva lo mismo y no tiene ese límite.',
  };
}

export const makeLinkWithoutPlan = 'Hacer el enlace sin el plan ni los proyectos';

/** The name of the field with the link, and what is said of it once it is made. */
export const linkLabel = {
  whole: 'Enlace con toda la autoevaluación',
  withoutPlan: 'Enlace con la autoevaluación, sin el plan ni los proyectos',
} as const;
export const linkReady = {
  whole: 'El enlace está listo para copiar.',
  withoutPlan: 'El enlace, sin el plan ni los proyectos, está listo para copiar.',
} as const;

/** Under a link that leaves out the plan and the projects. */
export const linkHintWithoutPlan =
  'El plan de acción y los proyectos no van en este enlace, porque con ellos no cabe; el archivo (.gel.json) lo lleva todo. Tampoco van los datos de contacto. Quien tenga el enlace puede leer lo demás: va en la dirección y no pasa por ningún servidor.';

/** To whoever opens such a link. */
export const openedWithoutPlan: FaultMessage = {
  happened: 'Este enlace no trae el plan de acción ni los proyectos: con ellos no cabía.',
  data: 'Las respuestas vienen completas.',
  remedy: 'Para tenerlo todo, pida el archivo (.gel.json) a quien se lo envió.',
};

/** Under the link. A closed version travels whole; any other, without the contact's data. */
export function linkHint(isClosed: boolean): string {
  return `Quien tenga el enlace puede leerlo todo: va completo en la dirección y no pasa por ningún servidor. ${
    isClosed
      ? 'Lleva también los datos de contacto, porque una versión cerrada va entera.'
      : 'No lleva los datos de contacto.'
  }`;
}

/** When the address of a shared assessment holds none that can be read. Takes why, and the longest link that is made here. */
export function linkUnread(fault: LinkFault, maximum: number): FaultMessage {
  if (fault === 'broken') {
    return {
      happened: 'El enlace no trae una autoevaluación completa.',
      data: 'Lo guardado en este navegador no cambió.',
      remedy: 'Cópielo otra vez entero, o pida el archivo (.gel.json) a quien se lo envió.',
    };
  }
  return {
    happened:
      fault === 'tooLong'
        ? `No se abrió el enlace: es mucho más largo que los de este sitio, que tienen hasta ${thousands(maximum)} caracteres.`
        : 'No se abrió el enlace: lo que trae, descomprimido, ocupa mucho más que una autoevaluación.',
    data: 'Lo guardado en este navegador no cambió.',
    remedy: 'Pida el archivo (.gel.json) a quien se lo envió.',
  };
}

/** Where the browser does not let the link be copied: it is selected for the keyboard. */
export const linkSelected = 'El navegador no dejó copiar. El enlace quedó seleccionado: cópielo con Ctrl+C.';
