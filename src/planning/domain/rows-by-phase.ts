import { isPhase } from '../../instrument/instrument.ts';
import { groupedBy } from '../../kit/values/grouped-by.ts';
import type { PlanRow } from './plan-rows.ts';
import type { Results, SectionResult } from '../../assessment/domain/results.ts';

/** The rows of a plan, each once, in the place where a document lists it. */
export interface RowsByPhase {
  /** One for each phase, in the instrument's order: the rows whose deadline is that phase's. */
  readonly phases: readonly { readonly result: SectionResult; readonly rows: readonly PlanRow[] }[];
  /** Rows that serve the preparatory actions alone. */
  readonly preparation: readonly PlanRow[];
  /** Rows of which the instrument has no criterion. */
  readonly unknown: readonly PlanRow[];
}

/**
 * Takes a row and the results; gives the section in which it is listed: that of the first criterion, in the
 * instrument's order, to which its deadline belongs. Null where the instrument has none of its criteria.
 */
export function sectionOfRow({ criteria, deadline }: PlanRow, results: Pick<Results, 'sections'>): string | null {
  const open = criteria.filter(({ status }) => status !== 'met' && status !== 'notApplicable');
  const own = new Set((open.length > 0 ? open : criteria).map(({ sectionId }) => sectionId));
  const first = results.sections.find(
    ({ section, deadline: limit }) => own.has(section.id) && limit?.date === deadline?.date,
  );
  return first?.section.id ?? null;
}

/** Takes the rows in any order, which stays as it is within each place; gives them by phase. */
export function rowsByPhase(rows: readonly PlanRow[], results: Pick<Results, 'sections' | 'phases'>): RowsByPhase {
  const placed = groupedBy(rows, (row) => sectionOfRow(row, results));
  return {
    phases: results.phases.map((result) => ({ result, rows: placed.get(result.section.id) ?? [] })),
    preparation: results.sections
      .filter(({ section }) => !isPhase(section))
      .flatMap(({ section }) => placed.get(section.id) ?? []),
    unknown: placed.get(null) ?? [],
  };
}
