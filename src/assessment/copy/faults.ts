import type { StorageFault } from '../storage/database.ts';
import { secondCopyOff, secondCopyUnchecked } from './second-copy.ts';
import { FILE_NAME, type FaultTable, type Situation } from './fault-names.ts';
import {
  actionFault,
  assessmentGone,
  changeFault,
  copyUnnoted,
  formFault,
  openFault,
  pageFault,
  saveFault,
} from './storage.ts';
import type { FaultMessage } from '../../kit/words/fault.ts';

/**
 * The one place that says what is told of each fault in each situation. The tool pages carry the table in their HTML
 * (`assessment/components/Faults.astro`), so that it is there whatever else does not come.
 */

const PART = 'no llegó una parte del programa de este sitio';
/** The three causes that a person can do something about, and what. */
const WHY_PART =
  'Puede ser la conexión, un filtro de su red o que el sitio se acabe de actualizar. Revise la conexión y vuelva a cargar la página; si sigue igual, avise a sistemas.';

const onScreen = saveFault.failed.data;

/** A part of the program that did not come. */
const partMissing: Readonly<Record<Situation, FaultMessage>> = {
  opening: { happened: `Esta página no pudo ponerse a funcionar: ${PART}.`, data: pageFault.data, remedy: WHY_PART },
  showing: {
    happened: `Algo de esta página no se pudo mostrar: ${PART}.`,
    data: 'Lo guardado en este navegador sigue completo y lo demás de la página funciona.',
    remedy: WHY_PART,
  },
  saving: {
    happened: `No se pudo guardar: ${PART}.`,
    data: onScreen,
    remedy: 'Guarde ahora una copia en un archivo y después vuelva a cargar la página.',
  },
  form: {
    happened: `No se pudo guardar: ${PART}.`,
    data: formFault('failed').data,
    remedy: WHY_PART,
  },
  asked: {
    happened: `No se hizo lo que pidió: ${PART}.`,
    data: 'Lo guardado en este navegador está como estaba.',
    remedy: `Vuelva a intentarlo. ${WHY_PART}`,
  },
  noting: {
    happened: `Se guardó ${FILE_NAME} en su carpeta de descargas, pero no se pudo anotar la fecha de la copia: ${PART}.`,
    data: copyUnnoted(FILE_NAME, 'failed').data,
    remedy: WHY_PART,
  },
  secondCopy: secondCopyOff,
};

/** A fault whose reason the page does not know. */
const unknown: Readonly<Record<Situation, FaultMessage>> = {
  opening: pageFault,
  showing: {
    happened: 'Algo de esta página no se pudo mostrar.',
    data: 'Lo guardado en este navegador sigue completo y lo demás de la página funciona.',
    remedy: 'Vuelva a cargar la página. Si sigue igual, avise a quien administra este sitio.',
  },
  saving: saveFault.failed,
  form: formFault('failed'),
  asked: actionFault,
  noting: copyUnnoted(FILE_NAME, 'failed'),
  secondCopy: secondCopyUnchecked,
};

/** What is said of each fault of the browser's database in each situation. */
const ofStorage: Readonly<Record<Situation, (fault: StorageFault) => FaultMessage>> = {
  opening: (fault) => openFault[fault],
  showing: (fault) => (fault === 'gone' ? assessmentGone : openFault[fault]),
  saving: (fault) => saveFault[fault],
  form: formFault,
  asked: changeFault,
  noting: (fault) => copyUnnoted(FILE_NAME, fault),
  secondCopy: () => secondCopyUnchecked,
};

const situations = Object.keys(ofStorage) as Situation[];
const storageFaults = Object.keys(openFault) as StorageFault[];

export const faultTable = Object.fromEntries(
  situations.map((situation) => [
    situation,
    {
      ...Object.fromEntries(storageFaults.map((fault) => [fault, ofStorage[situation](fault)])),
      partMissing: partMissing[situation],
      unknown: unknown[situation],
    },
  ]),
) as FaultTable;

/** When the program of a page did not come at all, so that nothing on it works. */
export const notStarted = {
  tool: {
    happened: 'Esta página todavía no funciona: el programa de este sitio no ha llegado.',
    data: 'Lo que tenga guardado en este navegador no cambió. Aquí todavía no se puede marcar ni escribir nada: no se guardaría.',
    remedy:
      'Si su conexión es lenta, espere un poco. Si no, puede ser un filtro de su red o que el sitio se acabe de actualizar: vuelva a cargar la página y, si sigue igual, avise a sistemas.',
  },
  search: {
    happened: 'La búsqueda todavía no funciona: el programa de este sitio no ha llegado.',
    data: 'Lo demás del sitio se puede leer.',
    remedy:
      'Si su conexión es lenta, espere un poco. Si no, puede ser un filtro de su red o que el sitio se acabe de actualizar: vuelva a cargar la página y, si sigue igual, avise a sistemas.',
  },
} as const satisfies Record<string, FaultMessage>;
