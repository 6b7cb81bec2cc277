import type { Assessment } from '../domain/assessment.ts';
import type { KeepReason } from '../storage/database.ts';
import { longDate, longInstant } from '../../kit/words/dates.ts';
import { assessmentTitle } from './assessments.ts';

/** The assessments that the browser keeps aside, on the page of the list. */

/** Why a whole assessment is kept aside, as the list of them says it. */
export const keptReason: Record<KeepReason, string> = {
  deleted: 'Borrada de la lista',
  replaced: 'Como estaba antes de reemplazarla',
  merged: 'Como estaba antes de unirla',
  received: 'Archivo que llegó para unir',
};

export const keptSummary = (count: number): string => `Copias que este navegador conserva (${count})`;

/** What is kept, by its title and its cut-off date. */
export const keptTitle = (assessment: Assessment): string =>
  `${assessmentTitle(assessment)}, ${longDate(assessment.cutoffDate)}`;

/** What is kept, why, and since when. Takes its title and the instant. */
export const keptLine = (title: string, reason: KeepReason, at: string): string =>
  `${title}. ${keptReason[reason]}, el ${longInstant(at)}.`;
