import * as z from 'zod/mini';

const text = z.string();

/** One version of the instrument as it is published for programs, and kept for ever: Spanish keys, as in its files. */
export const instrumentDataSchema = z.object({
  id: text,
  version: text,
  fecha: text,
  huella: text,
  fases: z.array(
    z.object({
      id: text,
      codigo: text,
      nombre: text,
      criterios: z.array(
        z.object({
          id: text,
          nombre: text,
          quePide: text,
          peso: z.int(),
          aplicaSi: text,
          admiteNoAplica: z.boolean(),
          verificaciones: z.array(z.object({ id: text, texto: text })),
        }),
      ),
    }),
  ),
});
export type InstrumentData = z.infer<typeof instrumentDataSchema>;
export type CriterionData = InstrumentData['fases'][number]['criterios'][number];
