import { href, PLAN_PATH, PROJECTS_PATH, questionPath } from '../../../addresses.ts';
import { gapText, type GapNames } from '../../copy/gaps.ts';
import type { Gap } from '../../domain/plan-check.ts';
import { withAssessment } from '../../../assessment/elements/page/keep-assessment.ts';
import { placeOfGap, type GapPlace } from '../planning/places.ts';

function pathOf(place: GapPlace): string {
  if (place.page === 'question') return questionPath(place.phaseId, place.criterionId);
  return `${place.page === 'plan' ? PLAN_PATH : PROJECTS_PATH}#${place.fragment}`;
}

/** Takes something that is missing, how things are called and the assessment; gives a link to where it is filled in. */
export function gapLink(gap: Gap, names: GapNames, assessmentId: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = withAssessment(href(pathOf(placeOfGap(gap))), assessmentId);
  link.textContent = gapText(gap, names);
  // Many lead to one page: this tells each from the others when the list is drawn anew.
  link.dataset['lack'] = Object.values(gap).join(' ');
  return link;
}
