import * as z from 'zod/mini';
import { calendarDate, shortList, text } from '../../kit/bytes/file-parts.ts';

/** The most that plan and projects hold, in characters or rows (docs/assessment-file.md, «What is refused»). */
export const PLAN_LIMITS = {
  activities: 2000,
  projects: 500,
  /** Each free text. */
  text: 5000,
  /** A project's name. */
  name: 300,
  /** Responsible office, post. */
  responsible: 200,
  /** Where the money comes from. */
  source: 500,
  /** An id of a criterion, an activity, a phase or a project. */
  id: 80,
  /** Criteria of an activity or a project; phases of a project. */
  criteria: 200,
  /** Activities that a project supports. */
  links: 2000,
  /** Cut-off dates of follow-up for an activity. */
  progress: 100,
} as const;

const freeText = z.optional(text(PLAN_LIMITS.text));

/** What names an activity (its key), a criterion, a phase or a project. */
export const documentId = text(PLAN_LIMITS.id).check(z.minLength(1, { error: 'se esperaba un identificador' }));

function listOf<Row extends z.ZodMiniType>(row: Row, maximum: number, rows: string, none?: string) {
  return shortList(row, maximum, {
    list: `se esperaba una lista de ${rows}`,
    rows,
    ...(none !== undefined && { none }),
  });
}

const DAY = 'se esperaba una fecha como 2010-06-01';
const optionalDate = z.optional(calendarDate(DAY));

const AMOUNT = 'se esperaba un valor en pesos entre comillas, como "1250000" o "1250000.50"';

/**
 * Pesos as a decimal string: whole pesos, or pesos with two decimals after a dot; no sign, no thousands. A string and
 * no number, because a JSON number of this size with cents does not survive every reader.
 */
const amount = z
  .string({ error: AMOUNT })
  .check(z.regex(/^(?:0|[1-9][0-9]{0,14})(?:[.][0-9]{2})?$/, { error: AMOUNT }));

/** One activity as files and the browser's database hold it, without its id, which is its key. */
export const activityFile = z.looseObject(
  {
    criterios: z.optional(listOf(documentId, PLAN_LIMITS.criteria, 'criterios', 'se esperaba al menos un criterio')),
    actividad: freeText,
    producto: freeText,
    meta: freeText,
    indicador: freeText,
    responsable: z.optional(text(PLAN_LIMITS.responsible)),
    cargo: z.optional(text(PLAN_LIMITS.responsible)),
    apoyo: freeText,
    fechaInicio: optionalDate,
    fechaFin: optionalDate,
    motivoFechaFin: freeText,
    recursosTecnologicos: freeText,
    valor: z.optional(amount),
    fuente: z.optional(text(PLAN_LIMITS.source)),
    tramiteRelacionado: freeText,
    servicioCiudadano: freeText,
    observaciones: freeText,
    avances: z.optional(
      listOf(
        z.looseObject(
          {
            fechaCorte: calendarDate(DAY),
            porcentaje: z
              .int({ error: 'se esperaba un número entero de 0 a 100' })
              .check(
                z.gte(0, { error: 'se esperaba un número entero de 0 a 100' }),
                z.lte(100, { error: 'se esperaba un número entero de 0 a 100' }),
              ),
            observacion: freeText,
          },
          { error: 'se esperaba un avance con «fechaCorte» y «porcentaje»' },
        ),
        PLAN_LIMITS.progress,
        'avances',
      ),
    ),
    retirada: z.optional(
      z.looseObject(
        {
          motivo: z.enum(['cumplida', 'no-aplica'], { error: 'se esperaba cumplida o no-aplica' }),
          fecha: calendarDate(DAY),
        },
        { error: 'se esperaba «motivo» y «fecha» entre llaves' },
      ),
    ),
  },
  { error: 'se esperaba una actividad entre llaves' },
);
export type ActivityFile = z.infer<typeof activityFile>;

/** What the plan says as a whole. */
export const planTextsFile = z.looseObject(
  {
    racionalizacionTramites: freeText,
    servicioCiudadano: freeText,
    mecanismos: freeText,
    recursos: freeText,
  },
  { error: 'se esperaban los textos del plan entre llaves' },
);
export type PlanTextsFile = z.infer<typeof planTextsFile>;

const resource = z.optional(
  z.looseObject(
    { descripcion: freeText, valor: z.optional(amount) },
    { error: 'se esperaba «descripcion» y «valor» entre llaves' },
  ),
);

/** One proyecto de sistemas de información as files and the browser's database hold it. */
export const projectFile = z.looseObject(
  {
    id: z.optional(documentId),
    nombre: z.optional(text(PLAN_LIMITS.name)),
    tipos: z.optional(
      listOf(
        z.enum(['adquisicion', 'reposicion', 'actualizacion', 'integracion', 'mantenimiento', 'sostenimiento'], {
          error: 'se esperaba adquisicion, reposicion, actualizacion, integracion, mantenimiento o sostenimiento',
        }),
        6,
        'tipos',
      ),
    ),
    sobre: z.optional(
      listOf(
        z.enum(
          ['sistemas-de-informacion', 'equipos-de-procesamiento', 'programas-informaticos', 'comunicacion-de-datos'],
          {
            error:
              'se esperaba sistemas-de-informacion, equipos-de-procesamiento, programas-informaticos o comunicacion-de-datos',
          },
        ),
        4,
        'objetos',
      ),
    ),
    fases: z.optional(listOf(documentId, PLAN_LIMITS.criteria, 'fases')),
    criterios: z.optional(listOf(documentId, PLAN_LIMITS.criteria, 'criterios')),
    recursos: z.optional(
      z.looseObject(
        { hardware: resource, software: resource, comunicaciones: resource },
        { error: 'se esperaban «hardware», «software» y «comunicaciones» entre llaves' },
      ),
    ),
    fuente: z.optional(text(PLAN_LIMITS.source)),
    fechaInicio: optionalDate,
    fechaFin: optionalDate,
    responsable: z.optional(text(PLAN_LIMITS.responsible)),
    cargo: z.optional(text(PLAN_LIMITS.responsible)),
    actividades: z.optional(listOf(documentId, PLAN_LIMITS.links, 'actividades')),
    observaciones: freeText,
  },
  { error: 'se esperaba un proyecto entre llaves' },
);
export type ProjectFile = z.infer<typeof projectFile>;
