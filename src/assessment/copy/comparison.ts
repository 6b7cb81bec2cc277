import type { AssessmentHeader } from '../domain/assessment.ts';
import type { ChangeKind, SectionComparison } from '../domain/comparison.ts';
import { showDifference } from '../domain/percent.ts';
import { longDate, longInstant } from '../../kit/words/dates.ts';
import { resultRow, type ResultRow } from './results.ts';
import type { FaultMessage } from '../../kit/words/fault.ts';
import { plural } from '../../kit/words/plural.ts';

/** A kind of change: the heading of its list, what the list holds, and its words in a sentence after a number. */
export const changeWords: Record<ChangeKind | 'retired', { title: string; lead: string; one: string; many: string }> = {
  rose: {
    title: 'Subieron',
    lead: 'Cumplen más verificaciones que antes.',
    one: 'subió',
    many: 'subieron',
  },
  fell: {
    title: 'Bajaron',
    lead: 'Cumplen menos verificaciones que antes.',
    one: 'bajó',
    many: 'bajaron',
  },
  appeared: {
    title: 'Ahora tienen respuesta',
    lead: 'Antes estaban sin responder: no se sabe si mejoraron o si solo se respondieron.',
    one: 'ahora tiene respuesta',
    many: 'ahora tienen respuesta',
  },
  withdrawn: {
    title: 'Quedaron sin respuesta',
    lead: 'Antes tenían respuesta y ahora están sin responder: valen 0 mientras tanto.',
    one: 'quedó sin respuesta',
    many: 'quedaron sin respuesta',
  },
  leftScope: {
    title: 'Dejaron de aplicar',
    lead: 'Ahora son «No aplica»: salen de la cuenta de su fase.',
    one: 'dejó de aplicar',
    many: 'dejaron de aplicar',
  },
  enteredScope: {
    title: 'Ahora aplican',
    lead: 'Antes eran «No aplica»: entran en la cuenta de su fase.',
    one: 'ahora aplica',
    many: 'ahora aplican',
  },
  same: {
    title: 'Siguen igual',
    lead: 'Tienen el mismo estado y el mismo número de verificaciones cumplidas.',
    one: 'sigue igual',
    many: 'siguen igual',
  },
  retired: {
    title: 'Retirados del instrumento',
    lead: 'El instrumento de hoy no los tiene. Se conservan tal como estaban y no cuentan en ningún porcentaje.',
    one: 'está retirado',
    many: 'están retirados',
  },
};

/** How the checks gained and lost are called in each kind of change. */
export const checkWords: Record<ChangeKind, { gained: string; lost: string }> = {
  rose: { gained: 'Ahora cumple', lost: 'Ya no cumple' },
  fell: { gained: 'Ahora cumple', lost: 'Ya no cumple' },
  same: { gained: 'Ahora cumple', lost: 'Ya no cumple' },
  appeared: { gained: 'Cumple', lost: '' },
  withdrawn: { gained: '', lost: 'Antes cumplía' },
  leftScope: { gained: '', lost: 'Antes cumplía' },
  enteredScope: { gained: 'Cumple', lost: '' },
};

/** «12 subieron, 1 bajó y 87 siguen igual», in the order of the lists; what there is none of is left out. */
export function changeSummary(counts: readonly (readonly [ChangeKind | 'retired', number])[]): string {
  const parts = counts
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => plural(count, changeWords[kind].one, changeWords[kind].many));
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} y ${last}`;
}

/** One section of a comparison as every screen and print says it. */
export interface ComparisonRow {
  readonly before: ResultRow;
  readonly after: ResultRow;
  /** «+ 12,3», «0,0»; «No se calcula» where either side has no percentage. */
  readonly difference: string;
}

/** Takes a section of a comparison; gives its words. */
export function comparisonRow({ before, after, difference }: SectionComparison): ComparisonRow {
  return {
    before: resultRow(before),
    after: resultRow(after),
    difference: difference === null ? 'No se calcula' : showDifference(difference),
  };
}

type Named = Pick<AssessmentHeader, 'entity' | 'cutoffDate' | 'label' | 'closing' | 'modified'>;

/**
 * Names assessments so that each can be told from the others: «1 de noviembre de 2009 · segunda visita». Only those that
 * would read the same say when they were last changed.
 */
export function cutoffNames(headers: readonly Named[]): string[] {
  const short = headers.map(({ cutoffDate, label, closing }) =>
    [longDate(cutoffDate), label.trim(), closing ? 'versión cerrada' : ''].filter((part) => part !== '').join(' · '),
  );
  const keys = short.map((name, index) => `${headers[index]?.entity.name ?? ''}\n${name}`);
  return short.map((name, index) => {
    const isRepeated = keys.indexOf(keys[index] ?? '') !== keys.lastIndexOf(keys[index] ?? '');
    const header = headers[index];
    return isRepeated && header ? `${name} · último cambio: ${longInstant(header.modified)}` : name;
  });
}

export const sameTwice =
  'Eligió la misma autoevaluación en «Antes» y en «Después»: no hay nada que comparar. Elija otra en una de las dos.';
export const noneEarlier =
  'Este navegador no tiene una anterior de la misma entidad. Elija en «Antes» con cuál quiere comparar.';
export const chooseBoth = 'Elija en «Antes» y en «Después» las dos que quiere comparar.';
export const otherEntity = (before: string, after: string): string =>
  `Son dos entidades: «Antes» es de ${before} y «Después», de ${after}. Se comparan igual, pero la diferencia no es el avance de una sola.`;
export const reversed =
  'La fecha de corte de «Antes» es posterior a la de «Después». Se comparan en el orden que eligió.';
/** The sides as the sentence on another instrument names them. */
export const sideName = { before: 'La de «Antes»', after: 'La de «Después»' } as const;
export const otherInstrument = (names: readonly string[], present: string): string =>
  `${names.join(' y ')}: se respondió con otra versión del instrumento. Las dos se leen aquí con ${present}: lo que es nuevo en ella está sin responder.`;
export const foreignChecks = (ids: readonly string[]): string =>
  `Hay verificaciones marcadas que esta versión del instrumento no tiene: ${ids.join(', ')}. Se conservan y no cuentan.`;

/** When the address names, as one side, an assessment that this browser does not have. */
export const sideMissing: FaultMessage = {
  happened: 'Una de las autoevaluaciones de esta dirección no está en este navegador.',
  data: 'Las que sí están no cambiaron.',
  remedy: 'Elija otra en la lista, o abra su archivo en la página «Autoevaluación».',
};

/** The first line of each list of assessments. */
export const chooseOne = 'Elija una autoevaluación';

/** What of one side its percentage alone does not say: what it may still come to, and how many criteria have an answer. */
export const sideCeiling = (ceiling: string): string => (ceiling === '' ? '' : `hasta ${ceiling}`);
export const sideAnswered = (answered: string): string => `${answered} respondidos`;

/** The title of the page, and with it the name of a file printed from it. */
export const comparisonTitle = (
  before: Pick<AssessmentHeader, 'cutoffDate'>,
  after: Pick<AssessmentHeader, 'entity' | 'cutoffDate'>,
): string => `Comparación · ${after.entity.name} · ${before.cutoffDate} y ${after.cutoffDate} · Gobierno en Línea`;
