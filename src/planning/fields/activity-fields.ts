import type { Catalogue, FieldWords } from './field.ts';
import { PLAN_LIMITS } from './limits.ts';

/**
 * What a person writes of an activity of the plan, in the order of the file and of the columns of XLSX and CSV. A field
 * more is an entry here and its words below: type, schema, reading, writing, merging, table, form and the names of what
 * is damaged follow.
 */
export const activityFields = {
  /** What will be done. */
  activity: { file: 'actividad', kind: 'text', label: 'Actividad', width: 42 },
  /** What will be there to prove it. */
  product: { file: 'producto', kind: 'text', label: 'Producto', width: 30 },
  /** The measurable result. */
  goal: { file: 'meta', kind: 'text', label: 'Meta', width: 30 },
  indicator: { file: 'indicador', kind: 'text', label: 'Indicador', width: 30 },
  /** The office that answers for it, and the post in that office. */
  office: {
    file: 'responsable',
    kind: 'line',
    label: 'Dependencia responsable',
    limit: PLAN_LIMITS.responsible,
    width: 26,
  },
  position: { file: 'cargo', kind: 'line', label: 'Cargo responsable', limit: PLAN_LIMITS.responsible, width: 22 },
  /** Other offices or entities that take part. */
  support: { file: 'apoyo', kind: 'text', label: 'Apoyo', width: 24 },
  start: { file: 'fechaInicio', kind: 'date', label: 'Inicio', width: 12 },
  end: { file: 'fechaFin', kind: 'date', label: 'Fin', width: 12 },
  /** Why it ends after the deadline of its phase. */
  lateReason: { file: 'motivoFechaFin', kind: 'text', label: 'Motivo del fin posterior al plazo', width: 30 },
  /** Hardware, software and communications that it needs. */
  technology: { file: 'recursosTecnologicos', kind: 'text', label: 'Recursos tecnológicos', width: 30 },
  /** What it costs; null where nobody has said so yet, 0n where it costs nothing. */
  amount: { file: 'valor', kind: 'amount', label: 'Valor', width: 22 },
  /** Where the money comes from. */
  source: { file: 'fuente', kind: 'line', label: 'Rubro o fuente', limit: PLAN_LIMITS.source, width: 24 },
  /** The trámite that it touches. */
  procedure: { file: 'tramiteRelacionado', kind: 'text', label: 'Trámite relacionado', width: 28 },
  /** What it has to do with servicio al ciudadano. */
  citizenService: { file: 'servicioCiudadano', kind: 'text', label: 'Servicio al ciudadano', width: 28 },
  remarks: { file: 'observaciones', kind: 'text', label: 'Observaciones', width: 32 },
} as const satisfies Catalogue;

export type ActivityFieldKey = keyof typeof activityFields;

/** The parts of the form, in the order in which people fill them in. */
export const activityGroups = {
  what: 'Qué se hará',
  who: 'Quién responde',
  when: 'Cuándo',
  means: 'Con qué',
  relations: 'Con qué se relaciona',
} as const;

/** What a form and the published JSON Schema say of each field. */
export const activityWords = {
  activity: {
    group: 'what',
    help: 'Qué se hará, con un verbo: «Publicar…», «Instalar…».',
    description: 'Qué se hará.',
  },
  product: {
    group: 'what',
    help: 'Lo que quedará y prueba que se hizo.',
    description: 'Qué quedará hecho, para mostrarlo.',
  },
  goal: {
    group: 'what',
    help: 'El resultado que se puede medir, con su cantidad.',
    description: 'El resultado que se espera, con su cantidad.',
  },
  indicator: { group: 'what', help: 'Cómo se mide la meta.', description: 'Cómo se mide la meta.' },
  office: { group: 'who', description: 'La dependencia que responde por la actividad.' },
  position: { group: 'who', description: 'El cargo de quien responde, dentro de esa dependencia.' },
  support: {
    group: 'who',
    help: 'Otras dependencias o entidades que participan.',
    description: 'Otras dependencias o entidades que participan.',
  },
  start: { group: 'when', description: 'El día en que comienza. Se escribe AAAA-MM-DD.' },
  end: { group: 'when', description: 'El día en que termina. Se escribe AAAA-MM-DD.' },
  lateReason: {
    group: 'when',
    help: 'Por qué termina después del plazo de su fase.',
    description: 'Por qué termina después del plazo de su fase.',
  },
  technology: {
    group: 'means',
    help: 'Equipos, programas y comunicaciones que necesita.',
    description: 'Los equipos, los programas y las comunicaciones que necesita.',
  },
  amount: {
    group: 'means',
    help: 'En pesos, por ejemplo 1.250.000. Escriba 0 si no cuesta nada; déjelo en blanco si no se sabe.',
    description:
      'Cuánto cuesta, en pesos y entre comillas, como "1250000" o "1250000.50". Si falta, nadie lo ha dicho; "0" dice que no cuesta.',
  },
  source: { group: 'means', help: 'De dónde sale el dinero.', description: 'De dónde sale el dinero.' },
  procedure: {
    group: 'relations',
    help: 'El trámite de la entidad que toca, si toca alguno.',
    description: 'El trámite con el que tiene que ver.',
  },
  citizenService: {
    group: 'relations',
    help: 'Qué relación tiene con el servicio al ciudadano, si la tiene.',
    description: 'Qué relación tiene con el servicio al ciudadano.',
  },
  remarks: {
    group: 'relations',
    help: 'Riesgos, dependencias u otra cosa que convenga saber.',
    description: 'Lo que la entidad quiera anotar de la actividad.',
  },
} as const satisfies Readonly<Record<ActivityFieldKey, FieldWords & { readonly group: keyof typeof activityGroups }>>;
