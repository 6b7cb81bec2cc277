import type { Catalogue, FieldWords } from './field.ts';
import { PLAN_LIMITS } from './limits.ts';

/**
 * What a person writes of a proyecto de sistemas de información, in the order of the file and of the columns of XLSX
 * and CSV. A field more of one value is an entry here and its words below: type, schema, reading, writing, merging,
 * table, form, document and the names of what is damaged follow.
 */
export const projectFields = {
  name: { file: 'nombre', kind: 'line', label: 'Nombre del proyecto', limit: PLAN_LIMITS.name, width: 36 },
  /** What it does, in the circular's own order (circular 000062, numeral 2). */
  kinds: {
    file: 'tipos',
    kind: 'choices',
    label: 'Tipo de proyecto',
    rows: 'tipos',
    options: {
      acquisition: { file: 'adquisicion', label: 'Adquisición' },
      replacement: { file: 'reposicion', label: 'Reposición' },
      upgrade: { file: 'actualizacion', label: 'Actualización' },
      integration: { file: 'integracion', label: 'Integración' },
      maintenance: { file: 'mantenimiento', label: 'Mantenimiento' },
      sustainment: { file: 'sostenimiento', label: 'Sostenimiento' },
    },
  },
  /** What it acts on, in the circular's own order (numeral 2). */
  targets: {
    file: 'sobre',
    kind: 'choices',
    label: 'Sobre qué actúa',
    rows: 'objetos',
    options: {
      informationSystems: { file: 'sistemas-de-informacion', label: 'Sistemas de información' },
      dataEquipment: { file: 'equipos-de-procesamiento', label: 'Equipos de procesamiento de datos' },
      programs: { file: 'programas-informaticos', label: 'Programas informáticos' },
      dataCommunication: { file: 'comunicacion-de-datos', label: 'Comunicación de datos' },
    },
  },
  /** Ids of the phases that it serves, said outright and never deduced. */
  phases: { file: 'fases', kind: 'ids', label: 'Fases que cumple', limit: PLAN_LIMITS.criteria, rows: 'fases' },
  /** Ids of the criteria that it serves, known or not to this version of the instrument. */
  criteria: {
    file: 'criterios',
    kind: 'ids',
    label: 'Criterios que atiende',
    limit: PLAN_LIMITS.criteria,
    rows: 'criterios',
  },
  /** The technological resources that the circular names (numeral 2). */
  resources: {
    file: 'recursos',
    kind: 'resources',
    label: 'Recursos tecnológicos',
    options: {
      hardware: { file: 'hardware', label: 'Hardware' },
      software: { file: 'software', label: 'Software' },
      communications: { file: 'comunicaciones', label: 'Comunicaciones' },
    },
  },
  /** Where the money comes from. */
  source: { file: 'fuente', kind: 'text', label: 'Fuente de los recursos', limit: PLAN_LIMITS.source, width: 26 },
  start: { file: 'fechaInicio', kind: 'date', label: 'Inicio', width: 12 },
  end: { file: 'fechaFin', kind: 'date', label: 'Fin', width: 12 },
  office: {
    file: 'responsable',
    kind: 'line',
    label: 'Dependencia responsable',
    limit: PLAN_LIMITS.responsible,
    width: 26,
  },
  position: { file: 'cargo', kind: 'line', label: 'Cargo responsable', limit: PLAN_LIMITS.responsible, width: 22 },
  /** Ids of the plan's activities that it supports. The link is kept here alone; `projectsOf` reads it the other way. */
  activities: {
    file: 'actividades',
    kind: 'links',
    label: 'Actividades del plan que apoya',
    limit: PLAN_LIMITS.links,
    rows: 'actividades',
  },
  remarks: { file: 'observaciones', kind: 'text', label: 'Observaciones', width: 32 },
} as const satisfies Catalogue;

export type ProjectFieldKey = keyof typeof projectFields;

/** What a form and the published JSON Schema say of each field. */
export const projectWords = {
  name: { description: 'Cómo se llama el proyecto.' },
  kinds: {
    help: 'Qué hace. Marque todos los que correspondan.',
    description: 'Qué hace, con las palabras de la circular.',
    each: 'Una de las seis clases que nombra la circular.',
  },
  targets: {
    help: 'Marque todo lo que corresponda.',
    description: 'Sobre qué actúa, con las palabras de la circular.',
    each: 'Uno de los cuatro objetos que nombra la circular.',
  },
  phases: {
    help: 'La circular pide decirlas de forma explícita: no se deducen de los criterios.',
    description: 'Las fases que el proyecto ayuda a cumplir.',
    each: 'El nombre de una fase en la dirección de su página, como transaccion.',
  },
  criteria: {
    description: 'Los criterios que el proyecto ayuda a cumplir.',
    each: 'El código de un criterio, como TRA-04.',
  },
  resources: {
    help: 'La circular pide decir los tres. El valor va en pesos, por ejemplo 1.250.000. Si no necesita uno, dígalo: así no queda pendiente.',
    description: 'Los recursos tecnológicos que se le asignan.',
  },
  source: { description: 'De dónde sale el dinero.', rows: 1 },
  start: { description: 'El día en que comienza. Se escribe AAAA-MM-DD.' },
  end: { description: 'El día en que termina. Se escribe AAAA-MM-DD.' },
  office: { description: 'La dependencia que responde por el proyecto.' },
  position: { description: 'El cargo de quien responde, dentro de esa dependencia.' },
  activities: {
    help: 'Marque las filas del plan de acción que este proyecto hace posibles.',
    description: 'Las actividades del plan que el proyecto apoya.',
    each: 'El código de una actividad del plan, como INF-01.',
  },
  remarks: { description: 'Lo que la entidad quiera anotar del proyecto.' },
} as const satisfies Readonly<Record<ProjectFieldKey, FieldWords>>;

/** What the published JSON Schema says of each kind of resource. */
export const resourceDescriptions: Readonly<Record<keyof typeof projectFields.resources.options, string>> = {
  hardware: 'Los equipos.',
  software: 'Los programas.',
  communications: 'Las comunicaciones.',
};
