import * as z from 'zod/mini';

const words = (key: string) =>
  z
    .string({ error: `«${key}» debe ser un texto; entre comillas si lleva dos puntos.` })
    .check(z.minLength(3, { error: `«${key}» debe decir algo.` }));

/** To whom corrections are handed in; the ministry fills in what it knows. */
export const deliverySchema = z.pipe(
  z.strictObject({
    quien: words('quien'),
    correo: z.nullable(
      words('correo').check(
        z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, { error: '«correo» debe ser como nombre@entidad.gov.co, o null.' }),
      ),
    ),
    direccion: z.nullable(words('direccion')),
  }),
  z.transform(({ quien, correo, direccion }) => ({ who: quien, email: correo, address: direccion })),
);
