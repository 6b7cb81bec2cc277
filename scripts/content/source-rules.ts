// What a criterion's sources need beyond their schema: an address and a year each, an article of the time where a norm is
// claimed, and the official address that `normas.yaml` gives the norm.
import { normName } from '../../src/guide/copy/norms.ts';
import { criterionSchema } from '../../src/instrument/schemas/criterion.ts';
import { normSchema } from '../../src/guide/schemas/norm.ts';
import type { Source } from '../../src/instrument/schemas/provenance.ts';
import type { ContentRecord } from './files.ts';
import { told, type Problem } from './problem.ts';

/** The last year of the period that the site is about. */
const LAST_YEAR = 2010;

function sourceProblems(
  record: ContentRecord,
  sources: readonly Source[],
  path: readonly PropertyKey[],
  official: ReadonlyMap<string, string | null>,
): Problem[] {
  const names = new Set<string>();
  return sources.flatMap((source, index): Problem[] => {
    const at = (key: string, found: unknown, write: string): Problem => ({
      file: record.file,
      line: record.lineOf([...path, index, key]),
      key: record.keyOf([...path, index, key]),
      found: told(found),
      write,
    });
    const { title, url, year, article, isLater } = source;
    const problems: Problem[] = [];
    if (url === null) problems.push(at('url', null, 'la dirección de la fuente.'));
    if (year === null) problems.push(at('anio', null, 'el año de la fuente, en cuatro cifras; sin él no prueba nada.'));
    // A norm of before may hold today, in a later text: only among what backs the criterion is that a mistake.
    if (year !== null && isLater && year < LAST_YEAR && path[0] === 'fuentes') {
      problems.push(at('posterior', true, `nada: la fuente es de ${year}, del periodo o anterior.`));
    }
    if (year !== null && !isLater && article !== null && year > LAST_YEAR) {
      problems.push(at('posterior', null, `posterior: true, porque la norma es de ${year}.`));
    }
    // «Decreto 1 de 1984 (Código Contencioso Administrativo)» is that norm too.
    const name = title.replace(/ \(.*\)$/, '');
    const address = official.get(name);
    if (address !== undefined && address !== url) {
      problems.push(
        at(
          'url',
          url,
          address === null
            ? 'el texto oficial en normas/normas.yaml, y aquí el mismo.'
            : `la dirección oficial: ${address}`,
        ),
      );
    }
    const whole = `${title}, ${article ?? ''}`;
    if (names.has(whole)) problems.push(at('titulo', whole, 'la fuente una sola vez.'));
    names.add(whole);
    return problems;
  });
}

/** Takes the criteria's and the norms' records; gives what is wrong with the sources of each criterion. */
export function criterionSourceProblems(
  criteria: readonly ContentRecord[],
  norms: readonly ContentRecord[],
): Problem[] {
  const official = new Map(
    norms.flatMap(({ value }) => {
      const parsed = normSchema.safeParse(value);
      return parsed.success ? [[normName(parsed.data), parsed.data.officialText] as const] : [];
    }),
  );
  return criteria.flatMap((record) => {
    const parsed = criterionSchema.safeParse(record.value);
    if (!parsed.success) return [];
    const { sources, today, backing } = parsed.data;
    const problems = [
      ...sourceProblems(record, sources, ['fuentes'], official),
      ...sourceProblems(record, today?.sources ?? [], ['hoy', 'fuentes'], official),
    ];
    if (backing === 'norma' && !sources.some(({ article, isLater }) => article !== null && !isLater)) {
      problems.push({
        file: record.file,
        line: record.lineOf(['soporte']),
        key: 'soporte',
        found: told('norma'),
        write: 'una fuente de 2010 o antes con su «articulo» y su «dice»; o cambie «soporte».',
      });
    }
    return problems;
  });
}
