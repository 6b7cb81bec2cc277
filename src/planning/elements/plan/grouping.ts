import { groupName } from '../../copy/plan-page.ts';
import { compareIds } from '../../domain/plan.ts';
import type { PlanRow } from '../../domain/plan-rows.ts';
import { fold } from '../../../kit/words/fold.ts';
import { isFound } from '../../../kit/words/typed-search.ts';

/** How the rows of the plan are shown: by phase, by who answers for them, or along the time. */
export type PlanView = 'phase' | 'office' | 'date';

/** Rows that stand together under one name. */
export interface RowGroup {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly PlanRow[];
}

const spanish = new Intl.Collator('es', { numeric: true, sensitivity: 'base' });

/** Takes a text that people write in different ways; gives what they have in common. */
function plain(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim();
}

/**
 * Takes the plan's rows in their own order and the sections in the instrument's; gives them in groups. Offices whose
 * names differ only in capitals, accents and spaces are one. Along the time the order is that of the dates, and what has
 * none stands apart, at the end.
 */
export function groupRows(
  rows: readonly PlanRow[],
  view: PlanView,
  sections: readonly { readonly id: string; readonly name: string }[],
): RowGroup[] {
  if (view === 'phase') {
    const names = [...sections.map(({ id, name }) => [id, name] as const), [null, groupName.noPhase] as const];
    return names
      .map(([id, name]) => ({ key: id ?? '', name, rows: rows.filter(({ sectionId }) => sectionId === id) }))
      .filter((group) => group.rows.length > 0);
  }
  if (view === 'office') return byOffice(rows);
  const dateOf = ({ activity: { start, end } }: PlanRow): string => start || end;
  const dated = rows
    .filter((row) => dateOf(row) !== '')
    .sort((a, b) => {
      const [x, y] = [`${dateOf(a)} ${a.activity.end}`, `${dateOf(b)} ${b.activity.end}`];
      return x < y ? -1 : x > y ? 1 : compareIds(a.activity.id, b.activity.id);
    });
  const undated = rows.filter((row) => dateOf(row) === '');
  return [
    { key: 'dated', name: groupName.dated, rows: dated },
    { key: 'undated', name: groupName.undated, rows: undated },
  ].filter((group) => group.rows.length > 0);
}

function byOffice(rows: readonly PlanRow[]): RowGroup[] {
  const groups = new Map<string, { name: string; rows: PlanRow[] }>();
  for (const row of rows) {
    const key = plain(row.activity.office);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { name: row.activity.office.trim() || groupName.noOffice, rows: [row] });
  }
  return [...groups]
    .map(([key, group]) => ({ key, ...group }))
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || spanish.compare(a.name, b.name));
}

/** True where a row has what is looked for: its words, or the code of the activity or of one of its criteria. */
export function matchesText({ activity, criteria }: PlanRow, typed: string): boolean {
  return isFound(typed, {
    texts: [
      ...criteria.map(({ name }) => name),
      activity.activity,
      activity.product,
      activity.goal,
      activity.office,
      activity.position,
      activity.support,
      activity.source,
      activity.technology,
      activity.procedure,
    ],
    codes: [activity.id, ...activity.criteria],
  });
}
