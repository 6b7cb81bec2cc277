import * as z from 'zod/mini';
import { isWebAddress } from '../../kit/values/web-address.ts';

/**
 * How sure we are of a statement, from the dossier's marks.
 * circular: the circular says it. fuente: a public source that was seen says it.
 * sin-confirmar: known before, no source seen; drawn as «sin confirmar». inferido: deduced. propuesta: a rule of this site.
 */
export const confidence = z.enum(['circular', 'fuente', 'sin-confirmar', 'inferido', 'propuesta'], {
  error: '«confianza» debe ser circular, fuente, sin-confirmar, inferido o propuesta.',
});
export type Confidence = z.infer<typeof confidence>;

/**
 * What kind of backing was found for a criterion. norma: a norm of the period asks it. criterio: a document of the period
 * names it as a requirement. practica: entities did it. indicio: something of the period points to it. posterior: only
 * later norms ask it. ninguno: nothing.
 */
export const backing = z.enum(['norma', 'criterio', 'practica', 'indicio', 'posterior', 'ninguno'], {
  error: '«soporte» debe ser norma, criterio, practica, indicio, posterior o ninguno.',
});
export type Backing = z.infer<typeof backing>;

/** A page of this site, named from its root: `/circular/`. */
const sitePath = /^\/[a-z0-9][a-z0-9/#-]*$/;

/** Where something can be read: a web address, or a page of this site. */
export const address = z
  .string({ error: '«url» debe ser la dirección completa, o una página de este sitio como /circular/.' })
  .check(
    z.refine((value) => isWebAddress(value) || sitePath.test(value), {
      error: 'La dirección no está bien formada. Debe comenzar por http:// o https:// y no llevar espacios.',
    }),
  );

/** A written passage of a source: what it asks, told in the site's own words. */
const passage = (key: string, maximum: number) =>
  z
    .string({ error: `«${key}» no es un texto. Escríbalo entre comillas si lleva dos puntos.` })
    .check(
      z.minLength(3, { error: `«${key}» de la fuente debe decir algo.` }),
      z.maxLength(maximum, { error: `«${key}» de la fuente pasa de ${maximum} caracteres: acórtelo.` }),
    );

const sourceContent = z
  .strictObject(
    {
      titulo: z
        .string({ error: 'Cada fuente debe llevar «titulo».' })
        .check(z.minLength(3, { error: 'El «titulo» de la fuente debe decir algo.' })),
      url: z.nullable(address),
      anio: z.optional(
        z
          .int({ error: '«anio» es el año de la fuente, en cuatro cifras.' })
          .check(
            z.gte(1900, { error: '«anio» es el año de la fuente, en cuatro cifras.' }),
            z.lte(2100, { error: '«anio» es el año de la fuente, en cuatro cifras.' }),
          ),
      ),
      articulo: z.optional(passage('articulo', 120)),
      dice: z.optional(passage('dice', 320)),
      posterior: z.optional(z.boolean({ error: '«posterior» debe ser true o false.' })),
    },
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? `Una fuente no lleva ${issue.keys.join(', ')}: solo «titulo», «url», «anio», «articulo», «dice» y «posterior».`
          : 'Una fuente lleva «titulo» y «url», cada una en su línea.',
    },
  )
  .check(
    z.refine((source) => source.articulo === undefined || source.dice !== undefined, {
      path: ['dice'],
      error: 'La fuente nombra un artículo: diga en «dice», con palabras propias, qué pide.',
    }),
  );

/**
 * A source as an editor writes it and as the code reads it. `article` is there where it is a norm, and then `says` tells
 * what the norm asks, in the site's own words. `isLater` marks what came after the period: it proves nothing about it.
 */
export const source = z.pipe(
  sourceContent,
  z.transform(({ titulo, url, anio, articulo, dice, posterior }) => ({
    title: titulo,
    url,
    year: anio ?? null,
    article: articulo ?? null,
    says: dice ?? null,
    isLater: posterior ?? false,
  })),
);
export type Source = z.infer<typeof source>;
