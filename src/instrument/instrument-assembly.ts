import type { ALWAYS as Always, CriterionContent } from './schemas/criterion.ts';
import type { PhaseContent } from './schemas/phase.ts';
import type { Instrument } from './instrument.ts';

/** The condition that every entity meets; its name is the schemas'. */
const ALWAYS: typeof Always = 'siempre';

/** What an editor can get wrong across files, which no single file shows. */
export interface CoherenceProblem {
  readonly kind:
    | 'repeatedId'
    | 'unknownSection'
    | 'unknownGroup'
    | 'unknownCondition'
    | 'foreignId'
    | 'emptySection'
    | 'unknownDependency';
  /** The criterion's or the section's id. */
  readonly id: string;
  /** What was found. */
  readonly value: string;
  /** What is allowed there. */
  readonly allowed: readonly string[];
}

export interface InstrumentSource {
  readonly id: string;
  readonly version: string;
  readonly phases: readonly PhaseContent[];
  readonly criteria: readonly CriterionContent[];
  readonly conditions: readonly { readonly id: string; readonly dependsOn: string | null }[];
}

/** Takes the content of all files; gives what does not fit together, an empty list where all does. */
export function coherenceProblems(source: InstrumentSource): CoherenceProblem[] {
  const problems: CoherenceProblem[] = [];
  const phases = new Map<string, PhaseContent>(source.phases.map((phase) => [phase.id, phase]));
  const conditionIds = source.conditions.map(({ id }) => id);
  const seen = new Set<string>();
  for (const { id, section, group, appliesIf } of source.criteria) {
    const phase = phases.get(section);
    const groups = phase?.groups.map((each) => each.id) ?? [];
    if (seen.has(id)) problems.push({ kind: 'repeatedId', id, value: id, allowed: [] });
    seen.add(id);
    if (!phase) problems.push({ kind: 'unknownSection', id, value: section, allowed: [...phases.keys()] });
    else if (!id.startsWith(`${phase.code}-`)) {
      problems.push({ kind: 'foreignId', id, value: id, allowed: [`${phase.code}-…`] });
    }
    if (phase && !groups.includes(group)) problems.push({ kind: 'unknownGroup', id, value: group, allowed: groups });
    if (appliesIf !== ALWAYS && !conditionIds.includes(appliesIf)) {
      problems.push({ kind: 'unknownCondition', id, value: appliesIf, allowed: [ALWAYS, ...conditionIds] });
    }
  }
  for (const { id, dependsOn } of source.conditions) {
    if (dependsOn !== null && !conditionIds.includes(dependsOn)) {
      problems.push({ kind: 'unknownDependency', id, value: dependsOn, allowed: conditionIds });
    }
  }
  for (const phase of source.phases) {
    if (!source.criteria.some(({ section }) => section === phase.id)) {
      problems.push({ kind: 'emptySection', id: phase.id, value: phase.id, allowed: [] });
    }
  }
  return problems;
}

/** Makes the instrument: sections in the decree's order, criteria by id. Takes content without coherence problems. */
export function assembleInstrument(source: InstrumentSource): Instrument {
  const byNumber = new Intl.Collator('en', { numeric: true });
  return {
    id: source.id,
    version: source.version,
    sections: [...source.phases]
      .sort((a, b) => a.order - b.order)
      .map((phase) => ({
        id: phase.id,
        code: phase.code,
        name: phase.name,
        shortName: phase.shortName,
        deadlines: phase.deadlines,
        criteria: source.criteria
          .filter(({ section }) => section === phase.id)
          .sort((a, b) => byNumber.compare(a.id, b.id))
          .map(({ id, name, weight, checks, group, appliesIf, admitsNotApplicable }) => ({
            id,
            name,
            weight,
            checks,
            group,
            appliesIf,
            admitsNotApplicable,
          })),
      })),
  };
}

/**
 * The text whose SHA-256 names a version: what an answer depends on, in a fixed order. Guidance, sources and order of
 * files are not in it: improving the help does not change what was asked.
 */
export function canonicalInstrument(instrument: Instrument, asked: (criterionId: string) => string): string {
  const lines = instrument.sections.flatMap((section) => [
    JSON.stringify([section.id]),
    ...section.criteria.map(({ id, name, weight, checks, appliesIf, admitsNotApplicable }) =>
      JSON.stringify([
        id,
        name,
        asked(id),
        weight,
        appliesIf,
        admitsNotApplicable,
        checks.map((check) => [check.id, check.text]),
      ]),
    ),
  ]);
  return `${[instrument.id, ...lines].join('\n')}\n`;
}
