import { DATE, ids, text, type RecordPart, type RecordParts } from '../../assessment/copy/record-part.ts';
import type { DocumentParts } from '../../assessment/copy/record-parts.ts';
import { activityFields } from '../fields/activity-fields.ts';
import { fieldsOf, limitOf, type Catalogue, type Field } from '../fields/field.ts';
import { PLAN_LIMITS } from '../fields/limits.ts';
import { projectFields } from '../fields/project-fields.ts';
import { resourceFieldName, textFieldName } from './planning.ts';

/** How the places of the plan's records are named where something is wrong with them. */

const AMOUNT = { wrong: 'no es un valor en pesos' };

const long = (name: string): RecordPart => text(name, PLAN_LIMITS.text);

function partsOf(field: Field): RecordParts {
  const { file, label: name } = field;
  switch (field.kind) {
    case 'text':
    case 'line':
      return { [file]: text(name, limitOf(field)) };
    case 'date':
      return { [file]: { name, ...DATE } };
    case 'amount':
      return { [file]: { name, ...AMOUNT } };
    case 'choices':
      return ids(file, name, Object.keys(field.options).length);
    case 'ids':
    case 'links':
      return ids(file, name, field.limit);
    case 'resources':
      return Object.assign(
        { [file]: { name } },
        ...Object.values(field.options).map((option) => resourceParts(`${file}.${option.file}`, option.label)),
      ) as RecordParts;
  }
}

function resourceParts(place: string, name: string): RecordParts {
  const of = name.toLowerCase();
  return {
    [place]: { name },
    [`${place}.descripcion`]: long(`${resourceFieldName.description} de ${of}`),
    [`${place}.valor`]: { name: `${resourceFieldName.amount} de ${of}`, ...AMOUNT },
  };
}

function allParts(fields: Catalogue): RecordParts {
  return Object.assign({}, ...fieldsOf(fields).map(([, field]) => partsOf(field))) as RecordParts;
}

/** The places of each kind of record of the plan. */
export const planParts: DocumentParts = {
  activity: {
    '': { name: 'Toda la actividad' },
    ...ids('criterios', 'Criterios', PLAN_LIMITS.criteria),
    ...allParts(activityFields),
    avances: { name: 'Avances', most: PLAN_LIMITS.progress },
    'avances.#': { name: 'Avance #' },
    'avances.#.fechaCorte': { name: 'Fecha de corte del avance #', wrong: 'no es una fecha, o es la de otro avance' },
    'avances.#.porcentaje': { name: 'Porcentaje del avance #', wrong: 'no es un número entero de 0 a 100' },
    'avances.#.observacion': long('Observación del avance #'),
    retirada: { name: 'Salida del plan' },
    'retirada.motivo': { name: 'Motivo por el que salió del plan' },
    'retirada.fecha': { name: 'Fecha en que salió del plan', ...DATE },
  },
  texts: {
    '': { name: 'Todos los textos' },
    racionalizacionTramites: long(textFieldName.procedures),
    servicioCiudadano: long(textFieldName.citizenService),
    mecanismos: long(textFieldName.mechanisms),
    recursos: long(textFieldName.resources),
  },
  project: {
    '': { name: 'Todo el proyecto' },
    id: { ...text('Código del proyecto', PLAN_LIMITS.id), wrong: 'no se entiende, o es el de otro proyecto' },
    ...allParts(projectFields),
  },
};
