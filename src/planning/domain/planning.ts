import type { Assessment } from '../../assessment/domain/assessment.ts';
import type { Instrument } from '../../instrument/instrument.ts';
import type { Cents } from '../../kit/values/money.ts';
import { checkPlan, type PlanCheck } from './plan-check.ts';
import { lateActivities, type LateActivity } from './plan-follow-up.ts';
import { planRows, type PlanRow } from './plan-rows.ts';
import { compareIds, type Activity, type Plan } from './plan.ts';
import { projectTotals, type Project, type ProjectTotals } from './projects.ts';
import { resultsOf, type Results } from '../../assessment/domain/results.ts';
import { whatIf, type Outlook } from './what-if.ts';

/** What some activities cost together. */
export interface ActivitySum {
  readonly activities: number;
  readonly total: Cents;
  /** Activities whose amount nobody has given yet: the total is a floor while it is not 0. */
  readonly unstated: number;
}

/**
 * Everything that follows from an assessment, its plan and its projects, computed once: screen, paper, DOCX, XLSX and CSV
 * of both documents read this object.
 */
export interface Planning {
  readonly assessment: Assessment;
  readonly instrument: Instrument;
  readonly plan: Plan;
  /** By id, whatever their order in the file: one order on screen, paper and in every document. */
  readonly projects: readonly Project[];
  readonly results: Results;
  readonly rows: readonly PlanRow[];
  readonly sum: ActivitySum;
  readonly outlook: Outlook;
  readonly check: PlanCheck;
  readonly totals: ProjectTotals;
  /** What is late at the assessment's cut-off date. */
  readonly late: readonly LateActivity[];
}

/** Takes any activities; gives what they cost together. */
export function sumOfActivities(activities: readonly Activity[]): ActivitySum {
  return {
    activities: activities.length,
    total: activities.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n),
    unstated: activities.filter(({ amount }) => amount === null).length,
  };
}

/** Takes the instrument, an assessment, its plan and its projects; gives everything that follows from them. */
export function planningOf(
  instrument: Instrument,
  assessment: Assessment,
  plan: Plan,
  projects: readonly Project[],
): Planning {
  const results = resultsOf(instrument, assessment);
  const outlook = whatIf(instrument, assessment, plan);
  return {
    assessment,
    instrument,
    plan,
    projects: [...projects].sort((a, b) => compareIds(a.id, b.id)),
    results,
    rows: planRows(results, plan),
    sum: sumOfActivities(plan.activities),
    outlook,
    check: checkPlan(results, outlook, plan, projects),
    totals: projectTotals(projects, instrument.sections),
    late: lateActivities(plan, assessment.cutoffDate),
  };
}
