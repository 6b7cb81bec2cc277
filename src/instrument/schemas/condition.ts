import * as z from 'zod/mini';

function words(key: string) {
  return z
    .string({ error: `«${key}» debe ser un texto; entre comillas si lleva dos puntos.` })
    .check(z.minLength(2, { error: `«${key}» debe decir algo.` }));
}

/** One question of the entity's profile: Spanish keys in the file, the English domain on the way out. */
export const conditionSchema = z.pipe(
  z.strictObject(
    {
      id: words('id').check(z.regex(/^[a-z][a-z-]+$/, { error: 'El «id» lleva solo minúsculas sin tilde y guiones.' })),
      tema: words('tema'),
      pregunta: words('pregunta'),
      ayuda: words('ayuda'),
      razonNo: words('razonNo'),
      dependeDe: z.optional(words('dependeDe')),
      deduce: z.optional(z.enum(['orden'], { error: '«deduce» solo puede ser orden.' })),
    },
    { error: 'La condición tiene una clave de más o no se pudo leer.' },
  ),
  z.transform((condition) => ({
    id: condition.id,
    topic: condition.tema,
    question: condition.pregunta,
    help: condition.ayuda,
    reasonNo: condition.razonNo,
    dependsOn: condition.dependeDe ?? null,
    deducedFrom: condition.deduce ?? null,
  })),
);
