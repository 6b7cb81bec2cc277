import type { DocumentKind } from '../file/document-key.ts';
import { LIMITS } from '../file/schema.ts';
import { PLAN_LIMITS } from '../../planning/file/schema.ts';
import { isolated } from '../../kit/words/isolated.ts';
import {
  activityFieldName,
  projectFieldName,
  resourceFieldName,
  resourceName,
  textFieldName,
} from '../../planning/copy/planning.ts';

/** The records that the browser's database holds: an answer, the data of an assessment, or one of the plan's. */
export type RecordKind = 'answer' | 'header' | DocumentKind;

/** One place of a record as the page names it. `#` stands for the number of a row. */
interface RecordPart {
  readonly name: string;
  /** The most characters or rows that it holds. */
  readonly most?: number;
  /** What is wrong with it where something else stands there; «dato dañado» where not given. */
  readonly wrong?: string;
}

const DATE = { wrong: 'no es una fecha' };
const LINK = { wrong: 'no es un enlace que comience por http:// o https://' };
const AMOUNT = { wrong: 'no es un valor en pesos' };

const text = (name: string, most: number): RecordPart => ({ name, most });
const long = (name: string): RecordPart => text(name, PLAN_LIMITS.text);

const ids = (key: string, name: string, most: number): Record<string, RecordPart> => ({
  [key]: { name, most },
  [`${key}.#`]: { name },
});

const answer: Readonly<Record<string, RecordPart>> = {
  '': { name: 'Toda la respuesta' },
  tipo: { name: 'Si aplica y está respondido' },
  ...ids('cumplidas', 'Verificaciones cumplidas', LIMITS.checks),
  justificacion: text('Justificación', LIMITS.justification),
  fundamento: text('Fundamento', LIMITS.legalGround),
  observacion: text('Observación', LIMITS.note),
  evidencias: { name: 'Evidencias', most: LIMITS.evidenceRows },
  'evidencias.#': { name: 'Evidencia #' },
  'evidencias.#.titulo': text('Título de la evidencia #', LIMITS.evidenceTitle),
  'evidencias.#.url': { ...text('Enlace de la evidencia #', LIMITS.url), ...LINK },
  modificada: { name: 'Fecha de la respuesta', ...DATE },
};

const header: Readonly<Record<string, RecordPart>> = {
  '': { name: 'Todos sus datos' },
  formato: { name: 'Marca de que es una autoevaluación' },
  versionFormato: { name: 'Marca de la versión con que se guardó' },
  id: { name: 'Identificación' },
  instrumento: { name: 'Instrumento con que se respondió' },
  'instrumento.id': { name: 'Instrumento con que se respondió' },
  'instrumento.version': { name: 'Versión del instrumento' },
  entidad: { name: 'Datos de la entidad' },
  'entidad.nombre': text('Nombre de la entidad', LIMITS.name),
  'entidad.sigla': text('Sigla', LIMITS.acronym),
  'entidad.nit': text('NIT', LIMITS.nit),
  'entidad.orden': { name: 'Orden', wrong: 'no dice nacional ni territorial' },
  'entidad.contacto': { name: 'Responsable' },
  'entidad.contacto.nombre': text('Nombre del responsable', LIMITS.contact),
  'entidad.contacto.cargo': text('Cargo del responsable', LIMITS.contact),
  'entidad.contacto.correo': text('Correo del responsable', LIMITS.contact),
  etiqueta: text('Nombre que la distingue', LIMITS.label),
  fechaCorte: { name: 'Fecha de corte', ...DATE },
  perfil: { name: 'Respuestas del perfil' },
  creada: { name: 'Fecha en que se creó', ...DATE },
  modificada: { name: 'Fecha del último cambio', ...DATE },
  revision: { name: 'Cuenta de los cambios' },
  cierre: { name: 'Cierre' },
  'cierre.fecha': { name: 'Fecha del cierre', ...DATE },
  'cierre.responsable': text('Quién la cerró', LIMITS.responsible),
  'cierre.sha256': { name: 'Huella del cierre' },
};

const activity: Readonly<Record<string, RecordPart>> = {
  '': { name: 'Toda la actividad' },
  ...ids('criterios', 'Criterios', PLAN_LIMITS.criteria),
  actividad: long(activityFieldName.activity),
  producto: long(activityFieldName.product),
  meta: long(activityFieldName.goal),
  indicador: long(activityFieldName.indicator),
  responsable: text(activityFieldName.office, PLAN_LIMITS.responsible),
  cargo: text(activityFieldName.position, PLAN_LIMITS.responsible),
  apoyo: long(activityFieldName.support),
  fechaInicio: { name: activityFieldName.start, ...DATE },
  fechaFin: { name: activityFieldName.end, ...DATE },
  motivoFechaFin: long(activityFieldName.lateReason),
  recursosTecnologicos: long(activityFieldName.technology),
  valor: { name: activityFieldName.amount, ...AMOUNT },
  fuente: text(activityFieldName.source, PLAN_LIMITS.source),
  tramiteRelacionado: long(activityFieldName.procedure),
  servicioCiudadano: long(activityFieldName.citizenService),
  observaciones: long(activityFieldName.remarks),
  avances: { name: 'Avances', most: PLAN_LIMITS.progress },
  'avances.#': { name: 'Avance #' },
  'avances.#.fechaCorte': { name: 'Fecha de corte del avance #', wrong: 'no es una fecha, o es la de otro avance' },
  'avances.#.porcentaje': { name: 'Porcentaje del avance #', wrong: 'no es un número entero de 0 a 100' },
  'avances.#.observacion': long('Observación del avance #'),
  retirada: { name: 'Salida del plan' },
  'retirada.motivo': { name: 'Motivo por el que salió del plan' },
  'retirada.fecha': { name: 'Fecha en que salió del plan', ...DATE },
};

const texts: Readonly<Record<string, RecordPart>> = {
  '': { name: 'Todos los textos' },
  racionalizacionTramites: long(textFieldName.procedures),
  servicioCiudadano: long(textFieldName.citizenService),
  mecanismos: long(textFieldName.mechanisms),
  recursos: long(textFieldName.resources),
};

const resource = (key: string, name: string): Record<string, RecordPart> => ({
  [`recursos.${key}`]: { name },
  [`recursos.${key}.descripcion`]: long(`${resourceFieldName.description} de ${name.toLowerCase()}`),
  [`recursos.${key}.valor`]: { name: `${resourceFieldName.amount} de ${name.toLowerCase()}`, ...AMOUNT },
});

const project: Readonly<Record<string, RecordPart>> = {
  '': { name: 'Todo el proyecto' },
  id: { ...text('Código del proyecto', PLAN_LIMITS.id), wrong: 'no se entiende, o es el de otro proyecto' },
  nombre: text(projectFieldName.name, PLAN_LIMITS.name),
  ...ids('tipos', projectFieldName.kinds, 6),
  ...ids('sobre', projectFieldName.targets, 4),
  ...ids('fases', projectFieldName.phases, PLAN_LIMITS.criteria),
  ...ids('criterios', projectFieldName.criteria, PLAN_LIMITS.criteria),
  ...ids('actividades', projectFieldName.activities, PLAN_LIMITS.links),
  recursos: { name: projectFieldName.resources },
  ...resource('hardware', resourceName.hardware),
  ...resource('software', resourceName.software),
  ...resource('comunicaciones', resourceName.communications),
  fuente: text(projectFieldName.source, PLAN_LIMITS.source),
  fechaInicio: { name: projectFieldName.start, ...DATE },
  fechaFin: { name: projectFieldName.end, ...DATE },
  responsable: text(projectFieldName.office, PLAN_LIMITS.responsible),
  cargo: text(projectFieldName.position, PLAN_LIMITS.responsible),
  observaciones: long(projectFieldName.remarks),
};

const partsOf: Readonly<Record<RecordKind, Readonly<Record<string, RecordPart>>>> = {
  answer,
  header,
  activity,
  texts,
  project,
};

/**
 * Takes the keys that lead to a place of a record; gives that place as the page names it, by the nearest one that has a
 * name. What this version does not know is told by its own key.
 */
export function recordPart(kind: RecordKind, keys: readonly string[]): RecordPart {
  const numbers = keys.filter((key) => /^[0-9]+$/.test(key)).map((key) => String(Number(key) + 1));
  for (let length = keys.length; length > 0; length -= 1) {
    const place = keys
      .slice(0, length)
      .map((key) => (/^[0-9]+$/.test(key) ? '#' : key))
      .join('.');
    const found = Object.hasOwn(partsOf[kind], place) ? partsOf[kind][place] : undefined;
    if (found) return { ...found, name: found.name.replace('#', numbers[0] ?? '') };
  }
  const [key] = keys;
  return key === undefined ? (partsOf[kind][''] as RecordPart) : { name: `Otro dato (${isolated(key).slice(0, 80)})` };
}
