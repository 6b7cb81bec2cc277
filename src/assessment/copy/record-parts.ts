import type { DocumentKind } from '../file/document-key.ts';
import { LIMITS } from '../file/schema.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { DATE, ids, text, type RecordPart, type RecordParts } from './record-part.ts';

/** The records that the browser's database holds: an answer, the data of an assessment, or one of the plan's. */
export type RecordKind = 'answer' | 'header' | DocumentKind;

const LINK = { wrong: 'no es un enlace que comience por http:// o https://' };

const answer: RecordParts = {
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

const header: RecordParts = {
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

/** The places of the plan's records, from whoever understands plans. */
export type DocumentParts = Readonly<Record<DocumentKind, RecordParts>>;

/**
 * Takes the keys that lead to a place of a record; gives that place as the page names it, by the nearest one that has a
 * name. What this version does not know is told by its own key, and so is a record of the plan where nobody here
 * understands plans.
 */
export function recordPart(kind: RecordKind, keys: readonly string[], documents?: DocumentParts): RecordPart {
  const parts: RecordParts = { answer, header, ...documents }[kind] ?? { '': { name: 'Todo el registro' } };
  const numbers = keys.filter((key) => /^[0-9]+$/.test(key)).map((key) => String(Number(key) + 1));
  for (let length = keys.length; length > 0; length -= 1) {
    const place = keys
      .slice(0, length)
      .map((key) => (/^[0-9]+$/.test(key) ? '#' : key))
      .join('.');
    const found = Object.hasOwn(parts, place) ? parts[place] : undefined;
    if (found) return { ...found, name: found.name.replace('#', numbers[0] ?? '') };
  }
  const [key] = keys;
  return key === undefined ? (parts[''] as RecordPart) : { name: `Otro dato (${isolated(key).slice(0, 80)})` };
}
