import * as z from 'zod/mini';

/** One published version of the instrument; `digest` is the SHA-256 of its canonical text, and never changes again. */
export const instrumentVersionSchema = z.pipe(
  z.strictObject({
    id: z.string(),
    version: z.string(),
    fecha: z.string(),
    huella: z.string().check(z.regex(/^[0-9a-f]{64}$/, { error: '«huella» es un SHA-256 de 64 cifras.' })),
    cambios: z.string(),
  }),
  z.transform(({ id, version, fecha, huella, cambios }) => ({
    id,
    version,
    date: fecha,
    digest: huella,
    changes: cambios,
  })),
);
export type InstrumentVersion = z.infer<typeof instrumentVersionSchema>;
