import type { Check, Criterion, Section } from '../../instrument/instrument.ts';
import { score, unknownAnswers, unknownChecks, type Answers, type SectionScore } from './scoring.ts';

/** A criterion, and checks of it. */
export interface CrossedCriterion {
  readonly id: string;
  readonly name: string;
  readonly checks: readonly Check[];
}

/** What becomes of answers to one version of the instrument where a later one reads them. */
export interface VersionCrossing {
  /** Checks that were marked as met and are no longer asked: kept in the file, counted for nothing. */
  readonly lost: readonly CrossedCriterion[];
  /** Checks that were not asked then, of criteria that have an answer: not met until somebody looks. */
  readonly gained: readonly CrossedCriterion[];
  /** Ids of criteria that were answered and are no longer asked, and of those that were not asked then. */
  readonly goneCriteria: readonly string[];
  readonly newCriteria: readonly string[];
  /** The same answers counted by each version, section by section of the present one. */
  readonly figures: readonly { readonly section: Section; readonly then: SectionScore; readonly now: SectionScore }[];
}

const criteriaOf = (sections: readonly Section[]): Map<string, Criterion> =>
  new Map(sections.flatMap(({ criteria }) => criteria.map((criterion) => [criterion.id, criterion] as const)));

/**
 * Takes the sections as the answered version asks them, the present ones and the answers; gives what the answers lose
 * and gain in being read with the present ones (docs/scoring.md, «Criteria that change»). Total: nothing is changed.
 */
export function crossVersions(
  earlier: readonly Section[],
  present: readonly Section[],
  answers: Answers,
): VersionCrossing {
  const was = criteriaOf(earlier);
  const is = criteriaOf(present);
  const answerTo = (id: string) => (Object.hasOwn(answers, id) ? answers[id] : undefined);
  const assessed = [...was.values()].flatMap((before) => {
    const after = is.get(before.id);
    const answer = answerTo(before.id);
    return after && answer?.kind === 'assessed' ? [{ before, after, met: new Set(answer.met) }] : [];
  });
  const pick = (side: 'before' | 'after', isPicked: (check: Check, pair: (typeof assessed)[number]) => boolean) =>
    assessed
      .map((pair) => ({
        id: pair.after.id,
        name: pair.after.name,
        checks: pair[side].checks.filter((check) => isPicked(check, pair)),
      }))
      .filter(({ checks }) => checks.length > 0);
  const has = ({ checks }: Criterion, id: string): boolean => checks.some((check) => check.id === id);
  const then = new Map(score(earlier, answers).map((each) => [each.sectionId, each]));
  return {
    lost: pick('before', ({ id }, { after, met }) => met.has(id) && !has(after, id)),
    // What is already marked was looked at under the present version.
    gained: pick('after', ({ id }, { before, met }) => !has(before, id) && !met.has(id)),
    goneCriteria: [...was.keys()].filter((id) => !is.has(id) && answerTo(id) !== undefined),
    newCriteria: [...is.keys()].filter((id) => !was.has(id)),
    figures: score(present, answers).flatMap((now, index) => {
      const section = present[index];
      const before = then.get(now.sectionId);
      return section && before ? [{ section, then: before, now }] : [];
    }),
  };
}

/** What the answers name that neither version asks: criteria, and checks as `INF-01.mision`. */
export function strangers(crossing: VersionCrossing, present: readonly Section[], answers: Answers): string[] {
  const lost = new Set(crossing.lost.flatMap(({ id, checks }) => checks.map((check) => `${id}.${check.id}`)));
  const gone = new Set(crossing.goneCriteria);
  return [
    ...unknownAnswers(present, answers).filter((id) => !gone.has(id)),
    ...unknownChecks(present, answers).filter((id) => !lost.has(id)),
  ];
}

/** Ids of the criteria whose checks are not the same in two versions: what rises or falls there may be the instrument's. */
export function differentlyAsked(earlier: readonly Section[], present: readonly Section[]): string[] {
  const was = criteriaOf(earlier);
  return [...criteriaOf(present).values()]
    .filter(({ id, checks }) => {
      const before = was.get(id);
      const ids = new Set(before?.checks.map((check) => check.id));
      return before !== undefined && (ids.size !== checks.length || checks.some((check) => !ids.has(check.id)));
    })
    .map(({ id }) => id);
}
