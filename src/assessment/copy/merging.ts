import type { Assessment } from '../domain/assessment.ts';
import type { MergeItem } from '../domain/merging.ts';
import { isSameEntity } from '../domain/same-entity.ts';
import { assessmentFacts, assessmentTitle } from './assessments.ts';
import { longDate } from '../../kit/words/dates.ts';
import { plural } from '../../kit/words/plural.ts';
import { isolated } from '../../kit/words/isolated.ts';
import type { FaultMessage } from '../../kit/words/fault.ts';

/** The counts of a merge, as term and text: what is equal, what is taken from whom, what a person decides. */
export function mergeSummary(items: readonly MergeItem[]): [string, string][] {
  const count = (kind: MergeItem['kind']): string =>
    plural(items.filter((item) => item.kind === kind).length, 'criterio', 'criterios');
  return [
    ['Iguales en las dos', count('equal')],
    ['Solo en la de este navegador', `${count('mine')}; se quedan`],
    ['Solo en la otra', `${count('theirs')}; se toman`],
    ['Respuesta de una con lo que anotó la otra', `${count('joined')}; se juntan`],
    ['Difieren', count('conflict')],
  ];
}

/** What a person should know before merging: other entity, other date, other data. Empty where all is as expected. */
export function mergeWarnings(mine: Assessment, theirs: Assessment): string[] {
  const warnings: string[] = [];
  if (!isSameEntity(mine.entity, theirs.entity)) {
    warnings.push(
      `No parecen de la misma entidad: la de este navegador es de ${isolated(mine.entity.name)} y la otra, de ${isolated(theirs.entity.name)}. Únalas solo si son la misma.`,
    );
  }
  if (mine.cutoffDate !== theirs.cutoffDate) {
    warnings.push(
      `Describen días distintos: ${longDate(mine.cutoffDate)} y ${longDate(theirs.cutoffDate)}. Queda la fecha de corte de la de este navegador.`,
    );
  }
  if (mine.instrument.version !== theirs.instrument.version || mine.instrument.id !== theirs.instrument.id) {
    warnings.push(
      `Se respondieron con versiones distintas del instrumento (${isolated(mine.instrument.version)} y ${isolated(theirs.instrument.version)}). Lo que una no tenía se conserva.`,
    );
  }
  const facts: [string, string, string][] = [
    ['nombre', mine.entity.name, theirs.entity.name],
    ['sigla', mine.entity.acronym, theirs.entity.acronym],
    ['NIT', mine.entity.nit, theirs.entity.nit],
    ['orden', mine.entity.order, theirs.entity.order],
    ['contacto', mine.entity.contact.name, theirs.entity.contact.name],
  ];
  const differing = facts.filter(([, a, b]) => a !== b && b !== '').map(([name]) => name);
  if (differing.length > 0) {
    warnings.push(`Los datos de la entidad difieren en ${differing.join(', ')}. Quedan los de este navegador.`);
  }
  return warnings;
}

/** When another tab changed the assessment between the comparison and «Unir». */
export const changedMeanwhile: FaultMessage = {
  happened: 'No se unió: la de este navegador acaba de cambiar en otra pestaña.',
  data: 'Ninguna de las dos cambió por esta página. Lo que ya había escogido sigue escogido.',
  remedy: 'Revise de nuevo el resumen y oprima «Unir».',
};

/** When what was kept before a merge is no longer there to go back to. */
export const undoneAlready: FaultMessage = {
  happened: 'No se deshizo: la copia de como estaba antes ya no se conserva. Se recuperó o se borró en otra pestaña.',
  data: 'La de este navegador está como la dejó la otra pestaña, o unida.',
  remedy: 'Revise la lista de la página «Autoevaluación».',
};

/** When the merged assessment was closed in another tab before «Deshacer». */
export const undoneBeside: FaultMessage = {
  happened: 'La de este navegador se cerró en otra pestaña, ya unida, y así queda.',
  data: 'Como estaba antes de unir quedó aparte en la lista, como copia abierta.',
  remedy: 'Búsquela en la página «Autoevaluación».',
};

/** After a merge. `plan` is a sentence of its own, or ''. */
export const merged = (changed: number, plan: string): string =>
  `Las dos quedaron unidas: ${plural(changed, 'criterio cambió', 'criterios cambiaron')} en la de este navegador.${plan} Como estaba antes se conserva y puede volver.`;

/** When the file to merge with brings several assessments. Takes its name and how many. */
export function bringsSeveral(name: string, count: number): FaultMessage {
  return {
    happened: `${isolated(name)} trae ${count} autoevaluaciones, y aquí se une una sola.`,
    data: 'Nada cambió.',
    remedy: 'Ábralo en la página «Autoevaluación» y oprima «Unir las dos» en la que quiere unir.',
  };
}

/** Which other one is merged. Takes how many criteria it has data of. */
export const otherText = (theirs: Assessment, answered: number): string =>
  `La otra: ${assessmentTitle(theirs)}. ${assessmentFacts(theirs, answered)}`;

/** After the way back, behind which other one is merged. */
export const asBeforeMerging = ' La de este navegador quedó como estaba antes de unir.';

/** Opens the list of what is taken. */
export const takenSummary = (count: number): string =>
  `Ver ${plural(count, 'criterio que se toma', 'criterios que se toman')} de la otra`;

/** One criterion that is taken. Takes its name, where this version has it, and whether only what is noted in it is. */
export const takenLine = (id: string, name: string | undefined, isJoined: boolean): string =>
  `${isolated(id)} ${name ?? 'criterio que esta versión no tiene'}${isJoined ? ' (se juntan las anotaciones)' : ''}`;

/** Above what a person decides. */
export const conflictsLead = (count: number): string =>
  `${plural(count, 'criterio tiene', 'criterios tienen')} respuestas distintas. Se propone la más reciente; escoja la que vale.`;

/** The answer of each side to a question of the profile. */
export const profileMine = (isYes: boolean): string => `${isYes ? 'Sí' : 'No'}, como en la de este navegador`;
export const profileTheirs = (isYes: boolean): string => `${isYes ? 'Sí' : 'No'}, como en la otra`;
