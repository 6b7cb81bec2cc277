import * as z from 'zod/mini';
import { EXISTING_DAY } from '../../kit/bytes/file-parts.ts';
import { address, confidence, source } from '../../instrument/schemas/provenance.ts';

/**
 * One norm of the chain before, in and after the period: Spanish keys in the file, the English domain on the way out.
 * `officialText` is the address of its official text, null where none was found; `sources` are what else was read of it.
 */
export const normSchema = z.pipe(
  z.strictObject({
    id: z.string(),
    tipo: z.string(),
    numero: z.string(),
    anio: z.int(),
    fecha: z.nullable(
      z
        .string({ error: '«fecha» va entre comillas, como 2008-04-14; null si no se conoce el día.' })
        .check(z.regex(EXISTING_DAY, { error: '«fecha» debe ser un día que exista, como 2008-04-14.' })),
    ),
    confianzaFecha: z.nullable(confidence),
    etapa: z.enum(['antes', 'periodo', 'despues']),
    asunto: z.string(),
    relacion: z.string(),
    confianza: confidence,
    nota: z.nullable(z.string()),
    vigencia: z.nullable(z.string()),
    textoOficial: z.nullable(address),
    fuentes: z.array(source),
  }),
  z.transform((norm) => ({
    id: norm.id,
    kind: norm.tipo,
    number: norm.numero,
    year: norm.anio,
    date: norm.fecha,
    dateConfidence: norm.confianzaFecha,
    stage: norm.etapa,
    subject: norm.asunto.replace(/\.$/, ''),
    relation: norm.relacion,
    confidence: norm.confianza,
    note: norm.nota,
    status: norm.vigencia,
    officialText: norm.textoOficial,
    sources: norm.fuentes,
  })),
);
