import { describe, expect, it } from 'vitest';
import { EMPTY_PLAN, withActivities } from '../../src/planning/domain/plan.ts';
import { proposeActivities, suggestionsOf } from '../../src/planning/domain/plan-proposals.ts';
import { planFromFile } from '../../src/planning/file/plan-reading.ts';
import { planToFile } from '../../src/planning/file/plan-writing.ts';
import { readInstrument, readInstrumentSource } from '../../scripts/read-content.ts';
import { anEntity } from '../builders/planned-entity.ts';

const { sections } = readInstrument();
const suggestions = suggestionsOf(readInstrumentSource().criteria);

describe('the plan of an entity that meets nothing', () => {
  const criteria = sections.flatMap((section) => section.criteria.map(({ id }) => id));
  const { results } = anEntity(sections, Object.fromEntries(criteria.map((id) => [id, 'unmet'] as const)));
  const { rows } = proposeActivities(results, EMPTY_PLAN, suggestions);

  it('has a row for each criterion, with the words of its content and its usual owner', () => {
    expect(rows.map(({ activity }) => activity.id).sort()).toEqual([...criteria].sort());
    for (const { activity } of rows) {
      for (const field of ['activity', 'product', 'goal', 'indicator', 'office'] as const) {
        expect(activity[field], `${activity.id}.${field}`).not.toBe('');
      }
    }
  });

  it('goes by deadline, the preparatory actions last', () => {
    const dates = rows.map(({ priority }) => priority.deadline?.date ?? 'zz');
    expect(dates).toEqual([...dates].sort());
  });

  it('fits in its file', () => {
    const plan = withActivities(
      EMPTY_PLAN,
      rows.map(({ activity }) => activity),
    );
    expect(planFromFile(JSON.parse(JSON.stringify(planToFile(plan))))).toEqual({ ok: true, value: plan });
  });
});
