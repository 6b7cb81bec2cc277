import * as z from 'zod/mini';
import { confidence, source } from '../../instrument/schemas/provenance.ts';

/** One entity of the sector as the dossier knows it: Spanish keys in the file, the English domain on the way out. */
export const sectorEntitySchema = z.pipe(
  z.strictObject({
    id: z.optional(z.string()),
    sigla: z.string(),
    nombre: z.string(),
    vinculo: z.string(),
    naturaleza: z.string(),
    funcion: z.string(),
    despues: z.nullable(z.string()),
    confianza: confidence,
    nota: z.nullable(z.string()),
    fuentes: z.array(source),
  }),
  z.transform((entity) => ({
    acronym: entity.sigla,
    name: entity.nombre,
    bond: entity.vinculo,
    nature: entity.naturaleza,
    duty: entity.funcion,
    afterwards: entity.despues,
    confidence: entity.confianza,
    note: entity.nota,
    sources: entity.fuentes,
  })),
);
