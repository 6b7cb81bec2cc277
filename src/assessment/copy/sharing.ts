import type { LinkFault } from '../file/share-link.ts';
import type { FaultMessage } from '../../kit/words/fault.ts';
import { thousands } from '../../kit/words/plural.ts';

/** When an assessment does not fit into a link. Takes its length and the longest, in characters. */
export function linkTooLong(length: number, maximum: number): FaultMessage {
  return {
    happened: `Esta autoevaluación no cabe en un enlace: ocuparía ${thousands(length)} caracteres y los correos cortan los de más de ${thousands(maximum)}.`,
    data: 'Nada cambió.',
    remedy: 'Comparta el archivo (.gel.json): lleva lo mismo y no tiene ese límite.',
  };
}

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
