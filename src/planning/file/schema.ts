import * as z from 'zod/mini';
import { calendarDate } from '../../kit/bytes/file-parts.ts';
import { activityFields } from '../fields/activity-fields.ts';
import { PLAN_LIMITS } from '../fields/limits.ts';
import { projectFields } from '../fields/project-fields.ts';
import { DAY, documentId, freeText, listOf, shapeOf } from './field-schema.ts';

/** One activity as files and the browser's database hold it, without its id, which is its key. */
export const activityFile = z.looseObject(
  {
    criterios: z.optional(listOf(documentId, PLAN_LIMITS.criteria, 'criterios', 'se esperaba al menos un criterio')),
    ...shapeOf(activityFields),
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

/** One proyecto de sistemas de información as files and the browser's database hold it. */
export const projectFile = z.looseObject(
  {
    id: z.optional(documentId),
    ...shapeOf(projectFields),
  },
  { error: 'se esperaba un proyecto entre llaves' },
);
export type ProjectFile = z.infer<typeof projectFile>;
