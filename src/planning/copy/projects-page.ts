import { groupedBy } from '../../kit/values/grouped-by.ts';
import { showPesos, type Cents, type MoneyProblem } from '../../kit/values/money.ts';
import { resourceKinds, sumOf, type Project, type ProjectProblem, type ProjectSum } from '../domain/projects.ts';
import { longDate } from '../../kit/words/dates.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { amountUnstated, moneyMessage, resourceName } from './planning.ts';
import type { FaultMessage } from '../../kit/words/fault.ts';
import { plural, thousands } from '../../kit/words/plural.ts';

const list = new Intl.ListFormat('es', { type: 'conjunction' });

/** «A, B y C». Texts of people in it are isolated. */
export function listed(texts: readonly string[]): string {
  return list.format(texts.map(isolated));
}

/** How a sum of several amounts is told, some of which nobody may have said: never as if it were the whole. */
export function sumText(total: Cents, stated: number, unstated: number): string {
  if (stated === 0) return amountUnstated;
  return unstated === 0 ? showPesos(total) : `al menos ${showPesos(total)}`;
}

/** The total of some projects. */
export function totalText({ projects, total, unstated }: ProjectSum): string {
  return sumText(total, projects * resourceKinds.length - unstated, unstated);
}

/** What one project costs, and which of its amounts nobody has said. */
export function projectTotalText(project: Project): string {
  const sum = sumOf([project]);
  const lacking = resourceKinds.filter((kind) => project.resources[kind].amount === null);
  return lacking.length === 0 || lacking.length === resourceKinds.length
    ? totalText(sum)
    : `${totalText(sum)} (sin valor: ${listed(lacking.map((kind) => resourceName[kind].toLowerCase()))})`;
}

/** How many projects there are and what they cost together, as one line. */
export function overviewText(sum: ProjectSum): string {
  return sum.projects === 0
    ? 'Ningún proyecto'
    : `${plural(sum.projects, 'proyecto', 'proyectos')} · ${totalText(sum)}`;
}

/** How many amounts are missing; '' where none is. */
export function missingText({ unstated }: ProjectSum): string {
  if (unstated === 0) return '';
  const lacking = unstated === 1 ? 'Falta 1 valor' : `Faltan ${thousands(unstated)} valores`;
  return `${lacking} por decir: mientras tanto, las sumas que los incluyen son mínimos.`;
}

export const unnamed = 'Sin nombre';

/** A project within a sentence: `P-01 «Portal»`, or its id alone. */
export function projectTitle({ id, name }: Pick<Project, 'id' | 'name'>): string {
  return name.trim() === '' ? isolated(id) : `${isolated(id)} «${isolated(name.trim())}»`;
}

/** From when to when. */
export function datesText(start: string, end: string): string {
  if (start === '' && end === '') return 'Sin fechas';
  if (end === '') return `Desde el ${longDate(start)}; sin fecha de fin`;
  if (start === '') return `Hasta el ${longDate(end)}; sin fecha de inicio`;
  return `Del ${longDate(start)} al ${longDate(end)}`;
}

/** Takes a project's problems and how a phase is called; gives a sentence each, the criteria of one phase together. */
export function problemTexts(problems: readonly ProjectProblem[], phaseName: (id: string) => string): string[] {
  const outside = groupedBy(
    problems.filter((problem) => problem.kind === 'criterionOutsidePhases'),
    ({ phaseId }) => phaseId,
  );
  const ids = (kind: 'unknownCriterion' | 'unknownPhase' | 'unknownActivity'): string[] =>
    problems.flatMap((problem) => (problem.kind === kind && 'id' in problem ? [problem.id] : []));
  const unknown = (kind: Parameters<typeof ids>[0], text: string): string[] =>
    ids(kind).length === 0 ? [] : [`${text}: ${listed(ids(kind))}.`];
  return [
    ...(problems.some(({ kind }) => kind === 'endsBeforeStart') ? ['Termina antes de comenzar.'] : []),
    ...(problems.some(({ kind }) => kind === 'noCriteria') ? ['No nombra ningún criterio.'] : []),
    ...[...outside].map(
      ([phaseId, each]) =>
        `Nombra ${plural(each.length, 'criterio', 'criterios')} de la fase ${phaseName(phaseId)}, que no está marcada: ${listed(each.map(({ criterionId }) => criterionId))}.`,
    ),
    ...unknown('unknownPhase', 'Nombra fases que esta versión del instrumento no tiene'),
    ...unknown('unknownCriterion', 'Nombra criterios que esta versión del instrumento no tiene'),
    ...unknown('unknownActivity', 'Nombra actividades que el plan no tiene'),
  ];
}

/** What of a project the circular asks for and is not said yet. */
export function gapText(fields: readonly string[]): string {
  return `Falta decir lo que pide la circular: ${listed(fields)}.`;
}

/** Texts of a project that is not open, which could not be saved as they stand. */
export function unsavedText(count: number): string {
  return `${plural(count, 'texto', 'textos')} por corregir: ábralo para verlos. No están guardados.`;
}

export function tooLong(name: string, length: number, maximum: number): string {
  return `«${name}» tiene ${thousands(length)} caracteres y el máximo es ${thousands(maximum)}. Lo que escribió sigue en pantalla, pero no se guardó: queda guardado el texto anterior. Acórtelo.`;
}

/** Why an amount was not saved, and what stays in its place. */
export function amountRefused(problem: MoneyProblem, kept: Cents | null): string {
  return `${moneyMessage(problem)} ${kept === null ? 'El recurso queda sin valor.' : `Queda guardado ${showPesos(kept)}.`}`;
}

function keptDate(kept: string): string {
  return kept === '' ? 'No se guardó ninguna.' : `Queda guardado el ${longDate(kept)}.`;
}

export function dateIncomplete(kept: string): string {
  return `La fecha está incompleta o ese día no existe. ${keptDate(kept)} Complétela con día, mes y año.`;
}

export function dateOutOfRange(kept: string): string {
  return `El año debe estar entre 2000 y 2100. ${keptDate(kept)}`;
}

export const endBeforeStart = 'El proyecto termina antes de comenzar. Así quedó guardado: revise las dos fechas.';

export const criterionBlank = 'Escriba el código o parte del nombre de un criterio y pulse «Agregar».';

export function criterionNone(text: string): string {
  return `Ningún criterio se llama así: «${isolated(text)}». Elíjalo de la lista o escriba su código, por ejemplo INF-03.`;
}

export function criterionMany(text: string, ids: readonly string[]): string {
  const some = ids.slice(0, 5);
  const more = ids.length > some.length ? ` y ${ids.length - some.length} más` : '';
  return `Hay ${ids.length} criterios con «${isolated(text)}»: ${some.join(', ')}${more}. Escriba el código del que busca.`;
}

export function criterionThere(id: string): string {
  return `El criterio ${isolated(id)} ya está en el proyecto.`;
}

export function tooManyCriteria(maximum: number): string {
  return `Un proyecto admite hasta ${maximum} criterios. No se agregó ninguno.`;
}

export function tooManyLinks(maximum: number): string {
  return `Un proyecto admite hasta ${thousands(maximum)} actividades. No se agregó ninguna.`;
}

export function tooManyProjects(maximum: number): string {
  return `Hay ${maximum} proyectos, que es el máximo. No se agregó ninguno. Para agregar otro, borre uno.`;
}

export const noneChosen = 'Marque al menos una actividad. Así el proyecto comienza con sus criterios y sus fases.';

/** When another tab took away the project that is open here. */
export function goneElsewhere(title: string): string {
  return `El proyecto ${title} se borró en otra pestaña.`;
}

/** When the address names a project that is not there. */
export function projectMissing(id: string): FaultMessage {
  return {
    happened: `En esta autoevaluación no hay un proyecto ${isolated(id)}.`,
    data: 'Los que hay están completos en la lista.',
    remedy: 'Búsquelo por su nombre en la lista; si se borró, agréguelo de nuevo.',
  };
}

/** The phases of a project, and what it does on what, as its row says them. Takes names. */
export function scopeText(phases: readonly string[], kinds: readonly string[], targets: readonly string[]): string {
  return [
    phases.length > 0 ? `Fases: ${listed(phases)}` : 'Sin fases',
    `${kinds.length > 0 ? listed(kinds) : 'Sin tipo'}${targets.length > 0 ? `: ${listed(targets)}` : ''}`,
  ].join(' · ');
}
