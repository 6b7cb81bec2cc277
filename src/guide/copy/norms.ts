import type { Backing, Source } from '../../instrument/schemas/provenance.ts';

/** «Ley 962 de 2005», «CONPES 3072 de 2000». */
export function normName(norm: { kind: string; number: string; year: number }): string {
  return `${norm.kind} ${norm.number} de ${norm.year}`;
}

/** Takes a source; gives its name as it is cited: «Ley 962 de 2005, artículo 8», «Plan de compras (2009)». */
export function sourceName({ title, article, year }: Source): string {
  const dated = year === null || title.includes(String(year)) ? title : `${title} (${year})`;
  return article === null ? dated : `${dated}, ${article}`;
}

/** What kind of backing a criterion has, as its page says it. */
export const backingName: Record<Backing, string> = {
  norma: 'Una norma de su tiempo lo pedía.',
  criterio: 'Un documento de su tiempo lo nombra entre lo que se exigía.',
  practica: 'Hubo entidades que lo hacían en su tiempo.',
  indicio: 'Algo de su tiempo apunta a él, pero no lo pide.',
  posterior: 'Solo lo piden normas y documentos posteriores.',
  ninguno: 'No se apoya todavía en ningún documento leído. Si usted lo tiene, proponga la corrección.',
};

/** The standing note of every criterion that rests on a norm. */
export const NORM_PROVES = 'La norma prueba el deber; no prueba que el Manual lo incluyera entre sus criterios.';

/** What a criterion's page says where its content holds no norm of today. */
export const NO_NORM_TODAY =
  'Ninguna norma de hoy sobre este punto se ha leído para este sitio. La política de hoy se llama Gobierno Digital: consulte a su oficina jurídica.';

export const normStages = [
  { id: 'antes', title: 'Antes de 2008' },
  { id: 'periodo', title: 'En el periodo (2008-2010)' },
  { id: 'despues', title: 'Después' },
] as const;
