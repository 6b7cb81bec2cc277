import { href, PLAN_PATH, PROJECTS_PATH, questionPath } from '../../../addresses.ts';
import { lackText, type LackNames } from '../../copy/lacks.ts';
import type { Lack } from '../../domain/plan-check.ts';
import { ID_PARAMETER } from '../../../assessment/elements/page/keep-assessment.ts';
import { placeOfLack, type LackPlace } from '../planning/places.ts';

function pathOf(place: LackPlace): string {
  if (place.page === 'question') return questionPath(place.phaseId, place.criterionId);
  return `${place.page === 'plan' ? PLAN_PATH : PROJECTS_PATH}#${place.fragment}`;
}

/** Takes something that is missing, how things are called and the assessment; gives a link to where it is filled in. */
export function lackLink(lack: Lack, names: LackNames, assessmentId: string): HTMLAnchorElement {
  const link = document.createElement('a');
  const url = new URL(href(pathOf(placeOfLack(lack))), location.href);
  url.searchParams.set(ID_PARAMETER, assessmentId);
  link.href = url.href;
  link.textContent = lackText(lack, names);
  // Many lead to one page: this tells each from the others when the list is drawn anew.
  link.dataset['lack'] = Object.values(lack).join(' ');
  return link;
}
