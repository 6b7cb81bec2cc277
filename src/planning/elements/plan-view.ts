import { planLeftOut, planMerged, planMergeSummary } from '../copy/plan-merging.ts';
import type { Assessment } from '../../assessment/domain/assessment.ts';
import { mergeDocuments } from '../file/documents-merging.ts';
import type { MergedDocuments } from '../../assessment/elements/merge/plans.ts';
import { termsAndTexts } from '../../assessment/elements/page/answer-texts.ts';
import { need } from '../../kit/browser/dom.ts';

/** Merges the plan and the projects of two assessments, and says at their place on the page what becomes of them. */
export function showPlanMerge(root: ParentNode, mine: Assessment, theirs: Assessment): MergedDocuments {
  const { documents, merge, leftOut } = mergeDocuments(mine.documents, theirs.documents);
  const summary = planMergeSummary(merge);
  need(root, '[data-plan-section]').hidden = summary.length === 0 && leftOut.length === 0;
  need(root, '[data-plan-summary]').replaceChildren(...termsAndTexts(summary));
  const notice = need(root, '[data-plan-left-out]');
  notice.hidden = leftOut.length === 0;
  notice.textContent = planLeftOut(leftOut).join(' ');
  return { documents, outcome: planMerged(merge), isWhole: leftOut.length === 0 };
}
