import * as z from 'zod/mini';
import { isWebAddress } from '../../kit/values/web-address.ts';

/**
 * How sure we are of a statement, from the dossier's marks.
 * circular: the circular says it. fuente: a public source that was seen says it.
 * recordado: known before, no source seen. inferido: deduced. propuesta: a rule of this site.
 */
export const confidence = z.enum(['circular', 'fuente', 'recordado', 'inferido', 'propuesta'], {
  error: '«confianza» debe ser circular, fuente, recordado, inferido o propuesta.',
});
export type Confidence = z.infer<typeof confidence>;

/** What kind of backing the dossier found for a criterion. */
export const backing = z.enum(['criterio', 'practica', 'norma', 'indicio', 'ninguno'], {
  error: '«soporte» debe ser criterio, practica, norma, indicio o ninguno.',
});
export type Backing = z.infer<typeof backing>;

/** A web address that people can open: http or https, nothing else (never `javascript:`). */
export const webAddress = z
  .string({ error: 'Falta la dirección. Escríbala completa, por ejemplo https://www.ejemplo.gov.co/pagina.' })
  .check(
    z.refine((value) => isWebAddress(value), {
      error: 'La dirección no está bien formada. Debe comenzar por http:// o https:// y no llevar espacios.',
    }),
  );

const sourceContent = z.strictObject(
  {
    titulo: z
      .string({ error: 'Cada fuente necesita «titulo».' })
      .check(z.minLength(3, { error: 'El «titulo» de la fuente está vacío.' })),
    url: z.nullable(webAddress),
  },
  { error: 'Una fuente solo lleva «titulo» y «url» (o url: null si no está en la red).' },
);

/** A source as an editor writes it (`titulo`, `url`) and as the code reads it (`title`, `url`). */
export const source = z.pipe(
  sourceContent,
  z.transform(({ titulo, url }) => ({ title: titulo, url })),
);
export type Source = z.infer<typeof source>;
