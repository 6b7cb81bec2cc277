import type { StorageFault } from '../storage/database.ts';

/** What happened, what became of the person's data, what to do: one sentence each. */
export interface FaultMessage {
  readonly happened: string;
  readonly data: string;
  readonly remedy: string;
}

/** When the browser's database cannot be opened or read. */
export const openFault: Record<StorageFault, FaultMessage> = {
  refused: {
    happened: 'Este navegador no deja que el sitio guarde datos.',
    data: 'No se perdió nada: aquí no hay nada guardado, y lo que responda no se guardaría.',
    remedy:
      'Salga del modo privado o pida a sistemas que permita el almacenamiento de este sitio. Mientras tanto puede leer todo e imprimir el cuestionario en blanco.',
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
};

/** When a change could not be saved. The file is offered beside it. */
export const saveFault: Record<StorageFault, FaultMessage> = {
  refused: {
    happened: 'No se pudo guardar: el navegador rechazó el cambio.',
    data: 'Lo que ve en pantalla sigue aquí, pero se pierde si cierra la página. Lo guardado antes no cambió.',
    remedy: 'Guarde ahora una copia en un archivo y después reintente.',
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
    happened: 'No se pudo guardar: la autoevaluación ya no está en este navegador o el navegador cerró sus datos.',
    data: 'Lo que ve en pantalla sigue aquí, pero se pierde si cierra la página.',
    remedy: 'Guarde ahora una copia en un archivo y vuelva a cargar la página.',
  },
};
