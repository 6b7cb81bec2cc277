import type { Status } from '../domain/answer.ts';
import type { PhaseState } from '../domain/deadline.ts';

/** A status as every screen, print and file names it (docs/scoring.md, «Answers and statuses»). */
export const statusName: Record<Status, string> = {
  met: 'Cumple',
  partial: 'Parcial',
  unmet: 'No cumple',
  notApplicable: 'No aplica',
  pending: 'Sin responder',
};

/** Where a phase stands at the cut-off date. */
export const stateName: Record<PhaseState, string> = {
  achieved: 'Meta cumplida',
  onTime: 'Dentro del plazo',
  overdue: 'Plazo vencido',
  notApplicable: 'No aplica',
};
