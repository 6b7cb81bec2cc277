import type { StorageFault } from '../storage/database.ts';
import { isolated } from '../../kit/words/isolated.ts';
import type { FaultMessage } from '../../kit/words/fault.ts';

/** When the browser's database cannot be opened or read. */
export const openFault: Record<StorageFault, FaultMessage> = {
  refused: {
    happened: 'Este navegador no deja que el sitio guarde datos.',
    data: 'Este sitio no puede leer ni guardar nada aquí: lo que responda no se guardaría.',
    remedy:
      'Salga del modo privado o pida a sistemas que permita el almacenamiento de este sitio. Mientras tanto puede leer todo e imprimir el cuestionario en blanco.',
  },
  framed: {
    happened: 'Esta página está metida dentro de otro sitio, y ahí el navegador no la deja guardar datos.',
    data: 'Aquí no se puede leer ni guardar nada. Lo que haya guardado al abrir este sitio aparte no cambió.',
    remedy: 'Abra este sitio en una pestaña propia, con su dirección, y trabaje ahí.',
  },
  full: {
    happened: 'El navegador dice que no queda espacio en el disco.',
    data: 'Lo que ya estaba guardado sigue ahí, pero no se puede abrir ahora.',
    remedy: 'Libere espacio en el disco y vuelva a cargar la página.',
  },
  newer: {
    happened: 'Los datos de este navegador los guardó una versión más nueva del sitio.',
    data: 'Su autoevaluación sigue guardada y no cambió.',
    remedy: 'Cierre las demás pestañas de este sitio y vuelva a cargar la página para usar la versión nueva.',
  },
  blocked: {
    happened: 'Otra pestaña de este sitio tiene ocupados los datos.',
    data: 'Su autoevaluación sigue guardada y no cambió.',
    remedy: 'Cierre las demás pestañas de este sitio y vuelva a cargar esta.',
  },
  interrupted: {
    happened: 'El navegador interrumpió la lectura de los datos.',
    data: 'Su autoevaluación sigue como la última vez que vio «Guardado».',
    remedy: 'Vuelva a cargar la página.',
  },
  gone: {
    happened: 'La autoevaluación de esta dirección no está en este navegador.',
    data: 'Las que sí están no cambiaron.',
    remedy: 'Búsquela en la lista de la página «Autoevaluación», o en el navegador en que la hizo.',
  },
  slow: {
    happened: 'Los datos de este navegador todavía no contestan.',
    data: 'Lo guardado sigue ahí y no cambió. Lo que marque en esta página ahora no se guarda.',
    remedy:
      'La página sigue esperando y se abre sola en cuanto contesten. Si tarda, cierre las demás pestañas de este sitio; si sigue igual, cierre el navegador y ábralo de nuevo.',
  },
  closed: {
    happened: 'Esta versión está cerrada.',
    data: 'Está completa y no cambió.',
    remedy: 'Para seguir trabajando, reábrala como copia en la página «Autoevaluación».',
  },
  failed: {
    happened: 'No se pudieron abrir los datos de este navegador.',
    data: 'Lo que estaba guardado no cambió.',
    remedy:
      'Vuelva a cargar la página. Si sigue igual, cierre el navegador y ábralo de nuevo; si tiene una copia en archivo, consérvela.',
  },
};

/** When a change could not be saved. The file is offered beside it. */
export const saveFault: Record<StorageFault, FaultMessage> = {
  refused: {
    happened: 'No se pudo guardar: el navegador rechazó el cambio.',
    data: 'Lo que ve en pantalla sigue aquí, pero se pierde si cierra la página. Lo guardado antes no cambió.',
    remedy: 'Guarde ahora una copia en un archivo y después reintente.',
  },
  framed: {
    happened: 'No se pudo guardar: dentro de otro sitio el navegador no deja que esta página guarde datos.',
    data: 'Lo que ve en pantalla sigue aquí, pero se pierde si cierra la página.',
    remedy: 'Guarde ahora una copia en un archivo y ábrala en este sitio, en una pestaña propia.',
  },
  full: {
    happened: 'No se pudo guardar: no queda espacio para este sitio en el navegador.',
    data: 'Lo que ve en pantalla sigue aquí, pero se pierde si cierra la página. Lo guardado antes no cambió.',
    remedy: 'Guarde ahora una copia en un archivo, libere espacio en el disco y reintente.',
  },
  newer: {
    happened: 'No se pudo guardar: otra pestaña abrió una versión más nueva del sitio.',
    data: 'Lo que ve en pantalla sigue aquí, pero se pierde si cierra la página. Lo guardado antes no cambió.',
    remedy: 'Guarde ahora una copia en un archivo y vuelva a cargar la página.',
  },
  blocked: {
    happened: 'No se pudo guardar: otra pestaña de este sitio tiene ocupados los datos.',
    data: 'Lo que ve en pantalla sigue aquí, pero se pierde si cierra la página. Lo guardado antes no cambió.',
    remedy: 'Guarde ahora una copia en un archivo, cierre las otras pestañas y reintente.',
  },
  interrupted: {
    happened: 'No se pudo guardar: el navegador interrumpió la escritura.',
    data: 'Lo que ve en pantalla sigue aquí, pero se pierde si cierra la página. Lo guardado antes no cambió.',
    remedy: 'Guarde ahora una copia en un archivo y después reintente.',
  },
  gone: {
    happened:
      'No se pudo guardar: la autoevaluación ya no está en este navegador. Alguien la borró, o borró sus datos.',
    data: 'Lo que ve en pantalla está completo, pero se pierde si cierra la página.',
    remedy: 'Guarde ahora una copia en un archivo y ábrala en la página «Autoevaluación» para seguir.',
  },
  slow: {
    happened: 'Sin guardar todavía: los datos de este navegador no contestan.',
    data: 'Lo que ve en pantalla sigue aquí, pero se pierde si cierra la página. Lo guardado antes no cambió.',
    remedy:
      'La página sigue intentándolo y este aviso se quita solo cuando quede guardado. Si tarda, guarde una copia en un archivo y cierre las otras pestañas de este sitio.',
  },
  closed: {
    happened: 'No se pudo guardar: esta versión se cerró, quizá en otra pestaña.',
    data: 'La versión cerrada no cambió. Lo que marcó después sigue en pantalla, pero se pierde si cierra la página.',
    remedy: 'Guarde ahora una copia en un archivo. Para seguir, reabra la versión como copia en «Autoevaluación».',
  },
  failed: {
    happened: 'No se pudo guardar: algo falló en el navegador.',
    data: 'Lo que ve en pantalla sigue aquí, pero se pierde si cierra la página. Lo guardado antes no cambió.',
    remedy: 'Guarde ahora una copia en un archivo y después reintente.',
  },
};

/** What is said of a change that a person asked for and that was not made: nothing of it stayed. */
const unmade: Record<StorageFault, { why: string; remedy: string }> = {
  refused: {
    why: 'el navegador no deja que el sitio guarde datos',
    remedy: 'Salga del modo privado o pida a sistemas que permita el almacenamiento de este sitio.',
  },
  framed: {
    why: 'la página está dentro de otro sitio y ahí el navegador no la deja guardar datos',
    remedy: 'Abra este sitio en una pestaña propia y repítalo ahí.',
  },
  full: {
    why: 'no queda espacio para este sitio en el navegador',
    remedy: 'Libere espacio en el disco, o borre del todo copias que ya no necesite, y vuelva a intentarlo.',
  },
  newer: {
    why: 'otra pestaña abrió una versión más nueva del sitio',
    remedy: 'Vuelva a cargar la página y repítalo.',
  },
  blocked: {
    why: 'otra pestaña de este sitio tiene ocupados los datos',
    remedy: 'Cierre las demás pestañas de este sitio y vuelva a intentarlo.',
  },
  interrupted: {
    why: 'el navegador interrumpió la escritura',
    remedy: 'Vuelva a intentarlo. Si sigue igual, vuelva a cargar la página.',
  },
  gone: {
    why: 'la autoevaluación ya no está en la lista',
    remedy: 'Revise la lista: si no aparece, quizá se borró en otra pestaña y se conserva más abajo.',
  },
  slow: {
    why: 'los datos de este navegador no contestan',
    remedy: 'Cierre las demás pestañas de este sitio y vuelva a intentarlo.',
  },
  closed: {
    why: 'esa versión está cerrada, quizá desde otra pestaña',
    remedy: 'Para seguir trabajando, reábrala como copia en la página «Autoevaluación».',
  },
  failed: {
    why: 'algo falló en el navegador',
    remedy: 'Vuelva a cargar la página y repítalo. Si sigue igual, avise a quien administra este sitio.',
  },
};

/** When something that a person asked for could not be stored. */
export function changeFault(fault: StorageFault): FaultMessage {
  if (fault === 'slow') return stillWaiting;
  return {
    happened: `No se hizo el cambio: ${unmade[fault].why}.`,
    data: 'Lo guardado en este navegador está como estaba.',
    remedy: unmade[fault].remedy,
  };
}

/** While something that a person asked for waits for the browser's data. */
const stillWaiting: FaultMessage = {
  happened: 'Lo que pidió todavía no se ha hecho: los datos de este navegador no contestan.',
  data: 'Lo guardado en este navegador está como estaba.',
  remedy:
    'La página sigue esperando y lo hará en cuanto contesten. Si tarda, cierre las demás pestañas de este sitio; si sigue igual, cierre el navegador y ábralo de nuevo.',
};

/** When a copy went to a file, and that it did could not be stored. Takes the file's name. */
export function copyUnnoted(fileName: string, fault: StorageFault): FaultMessage {
  return {
    happened: `Se guardó ${fileName} en su carpeta de descargas, pero no se pudo anotar la fecha de la copia: ${unmade[fault].why}.`,
    data: 'El archivo está completo. Lo guardado en este navegador está como estaba.',
    remedy: unmade[fault].remedy,
  };
}

/** When the page itself could not be put to work. */
export const pageFault: FaultMessage = {
  happened: 'Esta página no pudo ponerse a funcionar.',
  data: 'Lo que estaba guardado en este navegador no cambió. Lo que marque aquí ahora no se guarda.',
  remedy: 'Vuelva a cargar la página. Si sigue igual, avise a quien administra este sitio.',
};

/** When something that a person asked for went wrong for a reason that the page does not know. */
export const actionFault: FaultMessage = {
  happened: 'No se pudo hacer lo que pidió.',
  data: 'Lo guardado en este navegador sigue ahí.',
  remedy: 'Vuelva a cargar la página y repítalo. Si sigue igual, avise a quien administra este sitio.',
};

/** On the pages of a closed version. Takes the day in words and who closed it. */
export function closedVersion(day: string, responsible: string): FaultMessage {
  return {
    happened: `Esta versión está cerrada desde el ${day} (la cerró ${isolated(responsible)}).`,
    data: 'Se puede leer, imprimir y guardar en un archivo, pero no cambiar.',
    remedy: 'Para seguir trabajando, reábrala como copia: la cerrada queda como está.',
  };
}

/** On the button that makes this copy. */
export const reopenLabel = 'Reabrir como copia';

/** When the assessment that the page works on was deleted in another tab. */
export const assessmentGone: FaultMessage = {
  happened: 'Esta autoevaluación ya no está en la lista: se borró, quizá en otra pestaña.',
  data: 'Una copia completa se conserva en «Copias que este navegador conserva».',
  remedy: 'Recupérela en la página «Autoevaluación». Lo que marque aquí ya no se guarda.',
};

/** When the entity's form could not be saved: what was typed stays on the page. */
export function formFault(fault: StorageFault): FaultMessage {
  const { happened } = saveFault[fault];
  return {
    happened,
    data: 'Los datos que escribió siguen en la página. Lo guardado antes no cambió.',
    remedy: fault === 'full' ? 'Libere espacio en el disco y vuelva a intentarlo.' : unmade[fault].remedy,
  };
}
