import { href } from '../../../addresses.ts';
import { withAssessment } from '../page/keep-assessment.ts';

/** Takes an assessment's id and a text; gives the link to its results. */
export function resultsLink(id: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = withAssessment(href('/autoevaluacion/resultados/'), id);
  link.textContent = text;
  return link;
}
