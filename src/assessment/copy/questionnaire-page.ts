import type { Entity } from '../domain/assessment.ts';
import { isolated } from '../../kit/words/isolated.ts';

/** What the page of the questionnaire says around its criteria; `answer-forms.ts` has what it says in them. */

const LINE = '____________________________';

/** On paper, who answers; a line to write on where nobody is named. */
export const answeredBy = ({ name, position }: Entity['contact']): string =>
  `Responde: ${isolated(name) || LINE} Cargo: ${isolated(position) || LINE}`;

/** How many criteria a filter shows, of how many. */
export const shownText = (shown: number, total: number): string =>
  shown === 0 ? 'No hay criterios así en esta fase.' : `Se muestran ${shown} de ${total}.`;

export const nonePending = 'No queda nada sin responder en esta fase.';

/** What a change did to the phase, for whoever does not see it. */
export const spokenSummary = (phase: string, percent: string, answered: string): string =>
  `${phase}: ${percent}, ${answered}.`;
