import * as z from 'zod/mini';
import { calendarDate, instant, shortList, text } from '../../kit/bytes/file-parts.ts';
import { isWebAddress } from '../../kit/values/web-address.ts';

/** The most that each field holds, in characters or rows (docs/assessment-file.md, «What is refused»). */
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
  conditions: 200,
} as const;

const NOT_BLANK = /\S/;

/** The profile's entries, counted before any is read, as in a short list. */
const profile = z.pipe(
  z
    .unknown()
    .check(
      z.refine(
        (value) => typeof value !== 'object' || value === null || Object.keys(value).length <= LIMITS.conditions,
        { error: `se esperaban ${LIMITS.conditions} respuestas del perfil como máximo`, abort: true },
      ),
    ),
  z.record(text(80), z.boolean({ error: 'se esperaba true o false' }), {
    error: ({ code }) =>
      code === 'invalid_key'
        ? 'se esperaba un nombre de 80 caracteres como máximo'
        : 'se esperaba el perfil entre llaves',
  }),
);

const WEB_ADDRESS_EXPECTED = 'se esperaba una dirección http:// o https://';

const evidence = z.looseObject(
  {
    titulo: z.optional(text(LIMITS.evidenceTitle)),
    url: text(LIMITS.url).check(
      // What the expression can say of `isWebAddress` stands in the published JSON Schema.
      z.regex(/^[Hh][Tt][Tt][Pp][Ss]?:\/\/\S+$/, { error: WEB_ADDRESS_EXPECTED, abort: true }),
      z.refine((value) => isWebAddress(value), { error: WEB_ADDRESS_EXPECTED }),
    ),
  },
  { error: 'se esperaba una evidencia con «titulo» y «url»' },
);

/** One answer as file and database hold it (docs/assessment-file.md, «An answer»). Unknown keys are let through. */
export const answerFile = z.looseObject(
  {
    tipo: z.enum(['evaluada', 'no-aplica', 'sin-responder'], {
      error: 'se esperaba evaluada, no-aplica o sin-responder',
    }),
    cumplidas: z.optional(
      shortList(text(80), LIMITS.checks, { list: 'se esperaba una lista de verificaciones', rows: 'verificaciones' }),
    ),
    justificacion: z.optional(text(LIMITS.justification)),
    fundamento: z.optional(text(LIMITS.legalGround)),
    observacion: z.optional(text(LIMITS.note)),
    evidencias: z.optional(
      shortList(evidence, LIMITS.evidenceRows, { list: 'se esperaba una lista de evidencias', rows: 'evidencias' }),
    ),
    modificada: instant,
  },
  { error: 'se esperaba una respuesta entre llaves' },
);
export type AnswerFile = z.infer<typeof answerFile>;

const closing = z.looseObject(
  {
    fecha: calendarDate('se esperaba la fecha del cierre, como 2009-10-31'),
    responsable: text(LIMITS.responsible).check(z.regex(NOT_BLANK, { error: 'se esperaba el nombre de quien cierra' })),
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
    id: text(80).check(z.regex(/^[A-Za-z0-9_-]{8,80}$/, { error: 'se esperaba un identificador' })),
    instrumento: z.looseObject({ id: text(80), version: text(40) }, { error: 'se esperaba «id» y «version»' }),
    entidad: z.looseObject(
      {
        nombre: text(LIMITS.name).check(z.regex(NOT_BLANK, { error: 'se esperaba el nombre de la entidad' })),
        sigla: z.optional(text(LIMITS.acronym)),
        nit: z.optional(text(LIMITS.nit)),
        orden: z.enum(['nacional', 'territorial'], { error: 'se esperaba nacional o territorial' }),
        contacto: z.optional(
          z.looseObject(
            {
              nombre: z.optional(text(LIMITS.contact)),
              cargo: z.optional(text(LIMITS.contact)),
              correo: z.optional(text(LIMITS.contact)),
            },
            { error: 'se esperaba el contacto entre llaves' },
          ),
        ),
      },
      { error: 'se esperaban los datos de la entidad' },
    ),
    etiqueta: z.optional(text(LIMITS.label)),
    fechaCorte: calendarDate('se esperaba la fecha de corte, como 2009-10-15'),
    perfil: z.optional(profile),
    creada: instant,
    modificada: instant,
    revision: z.int({ error: 'se esperaba un número entero' }).check(z.gte(0, { error: 'se esperaba 0 o más' })),
    cierre: z.optional(closing),
  },
  { error: 'se esperaba una autoevaluación entre llaves' },
);
export type HeaderFile = z.infer<typeof headerFile>;
