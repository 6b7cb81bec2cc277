import * as z from 'zod/mini';

const words = (key: string) =>
  z
    .string({ error: `Cada texto de «${key}» va entre comillas.` })
    .check(z.minLength(2, { error: `Cada texto de «${key}» debe decir algo.` }));

const CODE = /^[A-Z]{3}-\d{2}$/;
const address = z.string({ error: 'Cada destino de «llevan» es un código o una dirección.' }).check(
  z.regex(/^(?:[A-Z]{3}-\d{2}|\/(?:[a-z0-9-]+\/)*(?:#[a-z0-9-]+)?)$/, {
    error: 'Cada destino de «llevan» es un código, como INF-03, o una dirección del sitio, como /normas/#ley-962-2005.',
  }),
);

/** Other names of a thing, for the search: where they lead, or how the site itself says it. */
export const thingSchema = z.pipe(
  z
    .strictObject({
      nombres: z.array(words('nombres')).check(z.minLength(1, { error: '«nombres» lleva al menos un nombre.' })),
      llevan: z.optional(z.array(address)),
      aqui: z.optional(z.array(words('aqui'))),
    })
    .check(
      z.refine(({ llevan = [], aqui = [] }) => llevan.length + aqui.length > 0, {
        error: 'Escriba en «llevan» a dónde llevan los nombres, o en «aqui» cómo lo dice el sitio.',
      }),
    ),
  z.transform(({ nombres, llevan = [], aqui = [] }) => ({
    names: nombres,
    paths: llevan.map((each) => (CODE.test(each) ? `/criterios/${each.toLowerCase()}/` : each)),
    said: aqui,
  })),
);
