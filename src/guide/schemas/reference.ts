import * as z from 'zod/mini';
import { EXISTING_DAY, EXISTING_MONTH } from '../../kit/bytes/file-parts.ts';
import { confidence, source } from '../../instrument/schemas/provenance.ts';

/** The guide's reference material: Spanish keys in the files, the English domain on the way out. */

function words(key: string) {
  return z
    .string({ error: `«${key}» debe ser un texto; entre comillas si lleva dos puntos.` })
    .check(z.minLength(1, { error: `«${key}» debe decir algo.` }));
}

const slug = z
  .string({ error: '«id» debe ser un nombre corto y permanente, como tramite-en-linea.' })
  .check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'El «id» lleva solo minúsculas sin tilde, números y guiones.' }));

const sources = z.array(source, { error: '«fuentes» debe ser una lista; si no hay ninguna, fuentes: [].' });

/** A term of the glossary; `variants` are the other ways in which people say and type it. */
export const termSchema = z.pipe(
  z.strictObject({
    id: slug,
    termino: words('termino'),
    siglas: z.array(words('siglas')),
    sinonimos: z.array(words('sinonimos')),
    definicion: words('definicion'),
    confianza: confidence,
    fuentes: z.optional(sources),
    verTambien: z.array(slug),
  }),
  z.transform((term) => ({
    id: term.id,
    term: term.termino,
    acronyms: term.siglas,
    variants: term.sinonimos,
    definition: term.definicion,
    confidence: term.confianza,
    sources: term.fuentes ?? [],
    seeAlso: term.verTambien,
  })),
);

/** A question that people ask, with its answer in Markdown. */
export const questionSchema = z.pipe(
  z.strictObject({ id: slug, pregunta: words('pregunta'), respuesta: words('respuesta'), confianza: confidence }),
  z.transform((each) => ({
    id: each.id,
    question: each.pregunta,
    answer: each.respuesta,
    confidence: each.confianza,
  })),
);

/** One of the things that an article lists: a principle, a term that it defines, a phase. */
const point = z.pipe(
  z.strictObject({ nombre: words('nombre'), texto: z.optional(words('texto')) }),
  z.transform(({ nombre, texto }) => ({ name: nombre, text: texto ?? null })),
);

/** An article of the decree, told in the site's own words; `points` holds what it lists. */
export const articleSchema = z.pipe(
  z.strictObject({
    numero: z.int(),
    asunto: words('asunto'),
    dispone: words('dispone'),
    puntos: z.optional(z.array(point)),
    confianza: confidence,
    nota: z.nullable(words('nota')),
    fuentes: sources,
  }),
  z.transform((article) => ({
    number: article.numero,
    subject: article.asunto,
    provides: article.dispone,
    points: article.puntos ?? [],
    confidence: article.confianza,
    note: article.nota,
    sources: article.fuentes,
  })),
);

/** A fact of the decree's card. */
export const decreeFactSchema = z.pipe(
  z.strictObject({ dato: words('dato'), valor: words('valor'), confianza: confidence, fuentes: sources }),
  z.transform((fact) => ({
    name: fact.dato,
    value: fact.valor,
    confidence: fact.confianza,
    sources: fact.fuentes,
  })),
);

/** A version of the Manual; its date is text, because not every day is known. */
export const manualVersionSchema = z.pipe(
  z.strictObject({
    version: words('version'),
    fecha: words('fecha'),
    cambio: words('cambio'),
    confianza: confidence,
    fuentes: sources,
  }),
  z.transform((each) => ({
    version: each.version,
    date: each.fecha,
    change: each.cambio,
    confidence: each.confianza,
    sources: each.fuentes,
  })),
);

/** A body that was not of the sector, or of which there is doubt. */
export const outsiderSchema = z.pipe(
  z.strictObject({
    nombre: words('nombre'),
    razon: words('razon'),
    confianza: confidence,
    nota: z.nullable(words('nota')),
    fuentes: sources,
  }),
  z.transform((each) => ({
    name: each.nombre,
    reason: each.razon,
    confidence: each.confianza,
    note: each.nota,
    sources: each.fuentes,
  })),
);

/** What the site says beside one piece of the circular: what it asks of an entity, or an editor's remark. */
export const circularNoteSchema = z.pipe(
  z.strictObject({
    ancla: slug,
    titulo: words('titulo'),
    tipo: z.enum(['obligacion', 'nota']),
    quien: z.optional(z.nullable(words('quien'))),
    que: z.optional(z.nullable(words('que'))),
    aQuien: z.optional(z.nullable(words('aQuien'))),
    paraCuando: z.optional(z.nullable(words('paraCuando'))),
    herramienta: z.optional(z.nullable(z.strictObject({ texto: words('texto'), ruta: words('ruta') }))),
    texto: words('texto'),
    confianza: confidence,
  }),
  z.transform((note) => ({
    anchor: note.ancla,
    title: note.titulo,
    isObligation: note.tipo === 'obligacion',
    who: note.quien ?? null,
    what: note.que ?? null,
    toWhom: note.aQuien ?? null,
    byWhen: note.paraCuando ?? null,
    tool: note.herramienta ? { label: note.herramienta.texto, path: note.herramienta.ruta } : null,
    text: note.texto,
    confidence: note.confianza,
  })),
);

/** A date of the circular's and the decree's time line: a day or a month. */
export const milestoneSchema = z.pipe(
  z.strictObject({
    fecha: z.string().check(
      z.refine((date) => EXISTING_DAY.test(date) || EXISTING_MONTH.test(date), {
        error: '«fecha» debe ser un día que exista, como 2009-11-01, o un mes, como 2010-06; entre comillas.',
      }),
    ),
    que: words('que'),
    quien: z.enum(['Circular', 'Decreto', 'Norma', 'Manual']),
    orden: z.nullable(z.enum(['nacional', 'territorial'])),
    confianza: confidence,
    enlace: z.nullable(words('enlace')),
  }),
  z.transform((each) => ({
    date: each.fecha,
    what: each.que,
    origin: each.quien,
    order: each.orden,
    confidence: each.confianza,
    path: each.enlace,
  })),
);

const fact = z.looseObject({ valor: words('valor'), confianza: confidence });

/** The sector and its head, as one card. */
export const sectorSchema = z.pipe(
  z.looseObject({
    titulo: words('titulo'),
    evaluacion: z.strictObject({ texto: words('texto'), confianza: confidence, nota: words('nota') }),
    cabezaDeSector: z.looseObject({
      nombre: fact,
      periodo: fact,
      despues: fact,
      dependenciaReceptora: z.looseObject({ valor: words('valor'), papel: words('papel'), confianza: confidence }),
      fuentes: sources,
    }),
    diagnosticoPrevio: z.looseObject({
      titulo: words('titulo'),
      url: words('url'),
      nota: words('nota'),
      confianza: confidence,
    }),
    advertencias: z.array(z.strictObject({ texto: words('texto'), confianza: confidence })),
  }),
  z.transform(({ titulo, evaluacion, cabezaDeSector: head, diagnosticoPrevio, advertencias }) => ({
    title: titulo,
    evaluation: { text: evaluacion.texto, confidence: evaluacion.confianza, note: evaluacion.nota },
    head: {
      name: { value: head.nombre.valor, confidence: head.nombre.confianza },
      period: { value: head.periodo.valor, confidence: head.periodo.confianza },
      receives: { value: head.dependenciaReceptora.valor, confidence: head.dependenciaReceptora.confianza },
      receivesWhy: head.dependenciaReceptora.papel,
      afterwards: { value: head.despues.valor, confidence: head.despues.confianza },
      sources: head.fuentes,
    },
    earlierDiagnosis: {
      title: diagnosticoPrevio.titulo,
      url: diagnosticoPrevio.url,
      note: diagnosticoPrevio.nota,
      confidence: diagnosticoPrevio.confianza,
    },
    cautions: advertencias.map(({ texto, confianza }) => ({ text: texto, confidence: confianza })),
  })),
);
