import type { Assessment, Documents } from '../../domain/assessment.ts';

/** The plan and the projects of both as one: what is stored, what is said afterwards, and whether theirs is all in it. */
export interface MergedDocuments {
  readonly documents: Documents;
  readonly outcome: string;
  readonly isWhole: boolean;
}

/** What merging needs of whoever understands plans. */
export interface Plans {
  /** Merges the plan and the projects of two assessments, and says at their place on the page what becomes of them. */
  showPlanMerge: (root: ParentNode, mine: Assessment, theirs: Assessment) => MergedDocuments;
}
