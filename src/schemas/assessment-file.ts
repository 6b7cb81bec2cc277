import * as z from 'zod/mini';
import { isWebAddress } from './provenance.ts';

/** The most that each field of an assessment holds, in characters or rows. Source: spec/assessment-file, «Rules». */
export const LIMITS = {
  name: 200,
  label: 80,
  responsible: 200,
  acronym: 30,
  nit: 20,
  contact: 200,
  note: 5000,
  justification: 2000,
  legalGround: 500,
  evidenceRows: 20,
  evidenceTitle: 200,
  url: 2000,
  checks: 100,
} as const;

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

function text(maximum: number) {
  return z
    .string({ error: 'se esperaba un texto' })
    .check(z.maxLength(maximum, { error: `se esperaba un texto de ${maximum} caracteres como máximo` }));
}

function calendarDate(expected: string) {
  return z.string({ error: expected }).check(z.regex(CALENDAR_DATE, { error: expected }));
}

const instant = z.string({ error: 'se esperaba una fecha y hora como 2009-10-15T21:40:12.512Z' }).check(
  z.refine((value) => INSTANT.test(value) && !Number.isNaN(Date.parse(value)), {
    error: 'se esperaba una fecha y hora como 2009-10-15T21:40:12.512Z',
  }),
);

const evidence = z.looseObject(
  {
    titulo: z.optional(text(LIMITS.evidenceTitle)),
    url: text(LIMITS.url).check(
      z.refine((value) => isWebAddress(value), { error: 'se esperaba una dirección http:// o https://' }),
    ),
  },
  { error: 'se esperaba una evidencia con «titulo» y «url»' },
);

/** One answer as files and the browser's database hold it (spec/assessment-file). Unknown keys are let through. */
export const answerFile = z.looseObject(
  {
    tipo: z.enum(['evaluada', 'no-aplica', 'sin-responder'], {
      error: 'se esperaba evaluada, no-aplica o sin-responder',
    }),
    cumplidas: z.optional(
      z
        .array(text(80), { error: 'se esperaba una lista de verificaciones' })
        .check(z.maxLength(LIMITS.checks, { error: `se esperaban ${LIMITS.checks} verificaciones como máximo` })),
    ),
    justificacion: z.optional(text(LIMITS.justification)),
    fundamento: z.optional(text(LIMITS.legalGround)),
    observacion: z.optional(text(LIMITS.note)),
    evidencias: z.optional(
      z
        .array(evidence, { error: 'se esperaba una lista de evidencias' })
        .check(
          z.maxLength(LIMITS.evidenceRows, { error: `se esperaban ${LIMITS.evidenceRows} evidencias como máximo` }),
        ),
    ),
    modificada: instant,
  },
  { error: 'se esperaba una respuesta entre llaves' },
);
export type AnswerFile = z.infer<typeof answerFile>;

const closing = z.looseObject(
  {
    fecha: calendarDate('se esperaba la fecha del cierre, como 2009-10-31'),
    responsable: text(LIMITS.responsible).check(
      z.refine((value) => value.trim() !== '', { error: 'se esperaba el nombre de quien cierra' }),
    ),
    sha256: z
      .string({ error: 'se esperaba la huella SHA-256' })
      .check(z.regex(/^[0-9a-f]{64}$/, { error: 'se esperaba la huella SHA-256, 64 cifras hexadecimales' })),
  },
  { error: 'se esperaba el cierre con «fecha», «responsable» y «sha256»' },
);

/** Everything of an assessment but its answers, as files and the browser's database hold it. */
export const headerFile = z.looseObject(
  {
    formato: z.literal('gel-autoevaluacion', { error: 'se esperaba gel-autoevaluacion' }),
    versionFormato: z.literal(1, { error: 'se esperaba la versión de formato 1' }),
    id: text(80).check(z.regex(/^[\w-]{8,80}$/, { error: 'se esperaba un identificador' })),
    instrumento: z.looseObject({ id: text(80), version: text(40) }, { error: 'se esperaba «id» y «version»' }),
    entidad: z.looseObject(
      {
        nombre: text(LIMITS.name).check(
          z.refine((value) => value.trim() !== '', { error: 'se esperaba el nombre de la entidad' }),
        ),
        sigla: z.optional(text(LIMITS.acronym)),
        nit: z.optional(text(LIMITS.nit)),
        orden: z.enum(['nacional', 'territorial'], { error: 'se esperaba nacional o territorial' }),
        contacto: z.optional(
          z.looseObject({
            nombre: z.optional(text(LIMITS.contact)),
            cargo: z.optional(text(LIMITS.contact)),
            correo: z.optional(text(LIMITS.contact)),
          }),
        ),
      },
      { error: 'se esperaban los datos de la entidad' },
    ),
    etiqueta: z.optional(text(LIMITS.label)),
    fechaCorte: calendarDate('se esperaba la fecha de corte, como 2009-10-15'),
    perfil: z.optional(
      z.record(text(80), z.boolean({ error: 'se esperaba true o false' }), {
        error: 'se esperaba el perfil entre llaves',
      }),
    ),
    creada: instant,
    modificada: instant,
    revision: z.int({ error: 'se esperaba un número entero' }).check(z.gte(0, { error: 'se esperaba 0 o más' })),
    cierre: z.optional(closing),
  },
  { error: 'se esperaba una autoevaluación entre llaves' },
);
export type HeaderFile = z.infer<typeof headerFile>;
