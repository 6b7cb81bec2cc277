import * as z from 'zod/mini';
import { backing, confidence, source } from './provenance.ts';

/** The sections of the instrument in the order of the decree; the preparatory actions come first and are no phase. */
const sectionIds = [
  'preparacion',
  'informacion',
  'interaccion',
  'transaccion',
  'transformacion',
  'democracia',
] as const;
export type SectionId = (typeof sectionIds)[number];

export const sectionId = z.enum(sectionIds, {
  error: `«fase» debe ser una de estas: ${sectionIds.join(', ')}.`,
});

/** The condition that every entity meets. */
export const ALWAYS = 'siempre';

function text(key: string, minimum: number, maximum: number) {
  return z.string({ error: `«${key}» debe ser un texto; entre comillas si lleva dos puntos.` }).check(
    z.minLength(minimum, { error: `«${key}» es muy corto: escriba al menos ${minimum} caracteres.` }),
    z.maxLength(maximum, { error: `«${key}» pasa de ${maximum} caracteres: acórtelo.` }),
    z.refine((value) => value === value.trim(), { error: `«${key}» comienza o termina con un espacio: quítelo.` }),
  );
}

const check = z.strictObject(
  {
    id: z.string({ error: 'Cada verificación debe llevar «id», de una o dos palabras.' }).check(
      z.regex(/^[a-z][a-z0-9-]{1,39}$/, {
        error: 'El «id» de la verificación lleva solo minúsculas sin tilde, números y guiones.',
      }),
    ),
    texto: text('texto', 12, 220),
  },
  { error: 'Una verificación solo lleva «id» y «texto».' },
);

const activity = z.strictObject(
  {
    actividad: text('actividad', 15, 300),
    producto: text('producto', 5, 200),
    meta: text('meta', 5, 200),
    indicador: text('indicador', 5, 200),
  },
  { error: '«actividadSugerida» lleva «actividad», «producto», «meta» e «indicador», y nada más.' },
);

const today = z.strictObject(
  {
    texto: text('texto', 20, 320),
    fuentes: z
      .array(source, { error: '«fuentes» debe ser una lista de una o más, dentro de «hoy».' })
      .check(z.minLength(1, { error: '«hoy» necesita al menos una fuente: sin ella, borre «hoy».' })),
  },
  { error: '«hoy» lleva «texto» y «fuentes», y nada más.' },
);

const criterionContent = z.strictObject(
  {
    id: z
      .string({ error: '«id» debe ser el código del criterio, como INF-03.' })
      .check(z.regex(/^(PRE|INF|INT|TRA|TRF|DEM)-\d{2,5}$/, { error: 'El «id» debe ser como INF-03.' })),
    fase: sectionId,
    grupo: z
      .string({ error: '«grupo» debe ser uno de los de su fase, como INF-G1.' })
      .check(z.regex(/^(PRE|INF|INT|TRA|TRF|DEM)-G\d+$/, { error: 'El «grupo» debe ser como INF-G1.' })),
    nombre: text('nombre', 3, 90),
    quePide: text('quePide', 20, 400),
    peso: z
      .int({ error: '«peso» debe ser un número entero, por ejemplo 1.' })
      .check(z.gte(1, { error: '«peso» debe ser 1 o más.' })),
    verificaciones: z.array(check, { error: '«verificaciones» debe ser una lista de 1 a 9.' }).check(
      z.minLength(1, { error: '«verificaciones» debe llevar al menos una.' }),
      z.maxLength(9, { error: '«verificaciones» admite 9 como máximo.' }),
      z.refine((checks) => new Set(checks.map(({ id }) => id)).size === checks.length, {
        error: 'Hay dos verificaciones con el mismo «id»: cambie una.',
      }),
    ),
    comoVerificar: text('comoVerificar', 20, 500),
    evidencia: z
      .array(text('evidencia', 3, 120), { error: '«evidencia» debe ser una lista de una o más.' })
      .check(z.minLength(1, { error: '«evidencia» debe llevar al menos una.' })),
    responsable: text('responsable', 3, 90),
    aplicaSi: text('aplicaSi', 3, 60),
    admiteNoAplica: z.boolean({ error: '«admiteNoAplica» debe ser true o false.' }),
    versionManual: text('versionManual', 4, 20),
    confianza: confidence,
    soporte: backing,
    fuentes: z.array(source, { error: '«fuentes» debe ser una lista; si no hay ninguna, fuentes: [].' }),
    nota: z.optional(text('nota', 5, 500)),
    hoy: z.optional(today),
    actividadSugerida: activity,
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `Hay claves que el criterio no lleva: ${issue.keys.join(', ')}. Revise cómo están escritas o bórrelas.`
        : 'La cabecera del criterio no se pudo leer: debe ser una lista de «clave: valor» entre dos líneas ---.',
  },
);

/** A criterion: Spanish keys in the file's frontmatter, the English domain on the way out. */
export const criterionSchema = z.pipe(
  criterionContent.check(
    z.refine((c) => c.aplicaSi === ALWAYS || c.admiteNoAplica, {
      path: ['admiteNoAplica'],
      error: 'Un criterio con condición debe admitir «No aplica»: escriba admiteNoAplica: true.',
    }),
    z.refine((c) => c.confianza !== 'fuente' || c.fuentes.length > 0, {
      path: ['fuentes'],
      error: 'Con confianza «fuente» debe haber al menos una fuente.',
    }),
    z.refine((c) => c.soporte !== 'ninguno' || c.fuentes.length === 0, {
      path: ['soporte'],
      error: 'Con fuentes, «soporte» no puede ser ninguno: escriba norma, criterio, practica, indicio o posterior.',
    }),
    z.refine((c) => c.soporte !== 'posterior' || c.fuentes.every((source) => source.isLater), {
      path: ['soporte'],
      error: 'Con soporte «posterior» todas las fuentes llevan posterior: true. Si alguna es del periodo, es indicio.',
    }),
    z.refine((c) => (c.confianza === 'fuente') === ['norma', 'criterio', 'practica'].includes(c.soporte), {
      path: ['confianza'],
      error:
        'Con soporte norma, criterio o practica la confianza es «fuente»; con indicio, posterior o ninguno es «sin-confirmar».',
    }),
  ),
  z.transform((c) => ({
    id: c.id,
    section: c.fase,
    group: c.grupo,
    name: c.nombre,
    asks: c.quePide,
    weight: c.peso,
    checks: c.verificaciones.map(({ id, texto }) => ({ id, text: texto })),
    howToVerify: c.comoVerificar,
    evidence: c.evidencia,
    usualOwner: c.responsable,
    appliesIf: c.aplicaSi,
    admitsNotApplicable: c.admiteNoAplica,
    manualVersion: c.versionManual,
    confidence: c.confianza,
    backing: c.soporte,
    sources: c.fuentes,
    note: c.nota,
    today: c.hoy ? { text: c.hoy.texto, sources: c.hoy.fuentes } : null,
    suggestedActivity: {
      activity: c.actividadSugerida.actividad,
      product: c.actividadSugerida.producto,
      goal: c.actividadSugerida.meta,
      indicator: c.actividadSugerida.indicador,
    },
  })),
);
export type CriterionContent = z.infer<typeof criterionSchema>;
