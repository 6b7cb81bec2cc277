import * as z from 'zod/mini';
import { sectionId } from './criterion.ts';
import { EXISTING_DAY, EXISTING_MONTH } from '../../kit/bytes/file-parts.ts';
import { confidence } from './provenance.ts';

const date = z
  .string({ error: 'La fecha debe ser como 2008-06-01, entre comillas.' })
  .check(z.regex(EXISTING_DAY, { error: 'La fecha debe ser un día que exista, como 2008-06-01, entre comillas.' }));

function words(key: string) {
  return z
    .string({ error: `«${key}» debe ser un texto; entre comillas si lleva dos puntos.` })
    .check(z.minLength(2, { error: `«${key}» debe decir algo.` }));
}

const deadline = z.pipe(
  z.strictObject({ fecha: date, confianza: confidence }, { error: 'El plazo lleva «fecha» y «confianza».' }),
  z.transform(({ fecha, confianza }) => ({ date: fecha, confidence: confianza })),
);

const phaseContent = z.strictObject(
  {
    id: sectionId,
    codigo: words('codigo'),
    orden: z.int({ error: '«orden» debe ser un número entero.' }),
    nombre: words('nombre'),
    corto: words('corto'),
    pregunta: words('pregunta'),
    resumen: words('resumen'),
    confianza: confidence,
    plazos: z.nullable(
      z.strictObject(
        { nacional: deadline, territorial: deadline },
        { error: '«plazos» lleva «nacional» y «territorial».' },
      ),
    ),
    circular: z.nullable(
      z.strictObject(
        {
          texto: words('texto'),
          ancla: words('ancla'),
          mes: z.nullable(
            z
              .string({ error: '«mes» debe ser como 2010-06, o null.' })
              .check(z.regex(EXISTING_MONTH, { error: '«mes» debe ser como 2010-06, o null.' })),
          ),
        },
        { error: '«circular» lleva «texto», «ancla» y «mes».' },
      ),
    ),
    grupos: z
      .array(z.strictObject({ id: words('id'), nombre: words('nombre'), descripcion: words('descripcion') }), {
        error: '«grupos» debe ser una lista de uno o más.',
      })
      .check(z.minLength(1, { error: '«grupos» debe llevar al menos uno.' })),
  },
  { error: 'La cabecera de la fase tiene una clave de más o no se pudo leer.' },
);

/** A phase (or the preparatory actions): Spanish keys in the file, the English domain on the way out. */
export const phaseSchema = z.pipe(
  phaseContent,
  z.transform((phase) => ({
    id: phase.id,
    code: phase.codigo,
    order: phase.orden,
    name: phase.nombre,
    shortName: phase.corto,
    question: phase.pregunta,
    summary: phase.resumen,
    confidence: phase.confianza,
    deadlines: phase.plazos,
    circular: phase.circular && {
      text: phase.circular.texto,
      anchor: phase.circular.ancla,
      month: phase.circular.mes,
    },
    groups: phase.grupos.map(({ id, nombre, descripcion }) => ({ id, name: nombre, description: descripcion })),
  })),
);
export type PhaseContent = z.infer<typeof phaseSchema>;
