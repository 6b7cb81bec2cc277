import type { Status } from '../domain/answer.ts';
import type { PhaseState } from '../domain/deadline.ts';
import type { Confidence } from '../../instrument/schemas/provenance.ts';

/** A status as every screen, print and file names it (spec/scoring). */
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

/** The mark that says how sure we are of a statement, short and as a sentence. */
export const confidenceName: Record<Confidence, { short: string; long: string }> = {
  circular: { short: 'circular', long: 'Lo dice la Circular 000062 de 2009.' },
  fuente: { short: 'con fuente', long: 'Lo sostiene al menos una fuente pública que se vio.' },
  'sin-confirmar': { short: 'sin confirmar', long: 'Falta leerlo en un documento del periodo.' },
  inferido: { short: 'inferido', long: 'Deducido de lo demás que se sabe.' },
  propuesta: { short: 'propuesta', long: 'Regla o consejo propio de este sitio; no es oficial.' },
};

/** «1 criterio», «12 criterios». */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** «12.500»: a count with its thousands apart. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}
