import type { MergedRecord, PlanMerge, TextField } from '../domain/plan-merging.ts';
import type { DocumentsMerge } from '../file/documents-merging.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { plural } from '../../kit/words/plural.ts';

/** Codes are listed up to here; of the rest, how many there are. */
const MOST_LISTED = 20;

const conjunction = new Intl.ListFormat('es', { type: 'conjunction' });

const textName: Readonly<Record<TextField, string>> = {
  procedures: 'racionalización de trámites',
  citizenService: 'servicio al ciudadano',
  mechanisms: 'mecanismos',
  resources: 'recursos',
};

function listed(codes: readonly string[]): string {
  const shown = codes.slice(0, MOST_LISTED).map(isolated);
  const rest = codes.length - shown.length;
  return conjunction.format(rest === 0 ? shown : [...shown, `${rest} más`]);
}

/** The merge of the plan and the projects, as term and text: only what there is. Empty where neither side has any. */
export function planMergeSummary({ activities, projectRecords, texts }: PlanMerge): [string, string][] {
  const all = [...activities, ...projectRecords];
  const of = (kind: MergedRecord['kind']): MergedRecord[] => all.filter((each) => each.kind === kind);
  const count = (kind: MergedRecord['kind']): string => {
    const inKind = (list: readonly MergedRecord[]): number => list.filter((each) => each.kind === kind).length;
    const parts: [number, string][] = [
      [inKind(activities), plural(inKind(activities), 'actividad', 'actividades')],
      [inKind(projectRecords), plural(inKind(projectRecords), 'proyecto', 'proyectos')],
    ];
    return conjunction.format(parts.filter(([number]) => number > 0).map(([, text]) => text));
  };
  const codes = (kind: MergedRecord['kind']): string => listed(of(kind).map(({ id }) => id));
  const twice = of('both');
  const fieldsOf = (kind: 'theirs' | 'joined'): string =>
    conjunction.format(texts.filter((each) => each.kind === kind).map(({ field }) => textName[field]));
  const rows: [string, string, boolean][] = [
    ['Iguales en las dos', count('equal'), of('equal').length > 0],
    ['Quedan como están en la de este navegador', count('mine'), of('mine').length > 0],
    ['Solo en la otra', `${codes('theirs')}; se toman`, of('theirs').length > 0],
    ['Una dice lo que la otra dejó en blanco', `${codes('joined')}; se juntan`, of('joined').length > 0],
    [
      'Dicen cosas distintas',
      `${codes('both')}; se quedan las dos. Lo de la otra queda como ${listed(twice.map(({ theirId = '' }) => theirId))}. Revíselo después en el plan`,
      twice.length > 0,
    ],
    ['Textos que se toman de la otra', fieldsOf('theirs'), fieldsOf('theirs') !== ''],
    ['Textos distintos, que quedan uno debajo del otro', fieldsOf('joined'), fieldsOf('joined') !== ''],
  ];
  return rows.filter(([, , isShown]) => isShown).map(([term, text]) => [term, text]);
}

/** What of the other's plan and projects does not come in, a sentence each. */
export function planLeftOut(leftOut: DocumentsMerge['leftOut']): string[] {
  const sentences = leftOut.map((each): string => {
    if (each.kind === 'text') {
      return `Los dos textos de ${textName[each.field]} juntos pasan de 5.000 caracteres: queda el de este navegador.`;
    }
    if (each.kind === 'activities') {
      return 'Los dos planes juntos pasarían de 2.000 actividades: quedan las de este navegador.';
    }
    if (each.kind === 'projects') return 'Los proyectos de la otra no se toman: quedan los de este navegador.';
    if (each.kind === 'unknownTexts') {
      return 'Los textos del plan llevan datos de otra versión que no son los mismos: quedan los de este navegador.';
    }
    return 'Parte del plan o de los proyectos no se puede leer y no se pudo juntar: queda lo de este navegador.';
  });
  return sentences.length === 0
    ? []
    : [
        ...sentences,
        'Si las une, la otra se conserva completa en la página «Autoevaluación», entre las copias de este navegador.',
      ];
}

/** What the merge did to the plan and the projects, after it. '' where it did nothing. */
export function planMerged({ activities, projectRecords, texts }: PlanMerge): string {
  const all = [...activities, ...projectRecords];
  const count = (...kinds: MergedRecord['kind'][]): number => all.filter(({ kind }) => kinds.includes(kind)).length;
  const [taken, twice] = [count('theirs', 'joined') + texts.length, count('both')];
  const parts = [
    ...(taken > 0 ? [`${plural(taken, 'cosa se tomó o se juntó', 'cosas se tomaron o se juntaron')}`] : []),
    ...(twice > 0 ? [`${plural(twice, 'quedó dos veces', 'quedaron dos veces')}`] : []),
  ];
  return parts.length === 0 ? '' : ` Del plan y los proyectos, ${conjunction.format(parts)}.`;
}
