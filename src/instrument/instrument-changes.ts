import type { CriterionData, InstrumentData } from './schemas/instrument-data.ts';

/** A check that is asked in both versions, in other words. */
interface Reworded {
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

/** What a later version asks otherwise of one criterion. */
interface CriterionChange {
  readonly id: string;
  readonly name: string;
  /** Checks that are no longer asked, as they were asked. */
  readonly retired: CriterionData['verificaciones'];
  /** Checks that were not asked before. */
  readonly added: CriterionData['verificaciones'];
  readonly reworded: readonly Reworded[];
  /** What it asks as a whole, where that is worded otherwise. */
  readonly asks: Omit<Reworded, 'id'> | null;
  /** Its name, its weight, whom it applies to, or whether «No aplica» may be answered. */
  readonly isOtherwiseChanged: boolean;
}

/** Everything that a later version asks otherwise, criterion by criterion, in the order of the instrument. */
export interface InstrumentChanges {
  readonly changed: readonly CriterionChange[];
  /** Ids of criteria that are in one version alone. */
  readonly newCriteria: readonly string[];
  readonly goneCriteria: readonly string[];
}

const criteriaOf = ({ fases }: InstrumentData): CriterionData[] => fases.flatMap(({ criterios }) => criterios);

function changeOf(before: CriterionData, after: CriterionData): CriterionChange | null {
  const asked = new Map(before.verificaciones.map(({ id, texto }) => [id, texto]));
  const isAsked = new Set(after.verificaciones.map(({ id }) => id));
  const change: CriterionChange = {
    id: after.id,
    name: after.nombre,
    retired: before.verificaciones.filter(({ id }) => !isAsked.has(id)),
    added: after.verificaciones.filter(({ id }) => !asked.has(id)),
    reworded: after.verificaciones.flatMap(({ id, texto }) => {
      const was = asked.get(id);
      return was === undefined || was === texto ? [] : [{ id, before: was, after: texto }];
    }),
    asks: before.quePide === after.quePide ? null : { before: before.quePide, after: after.quePide },
    isOtherwiseChanged: (['nombre', 'peso', 'aplicaSi', 'admiteNoAplica'] as const).some(
      (key) => before[key] !== after[key],
    ),
  };
  const isSame =
    change.retired.length + change.added.length + change.reworded.length === 0 &&
    change.asks === null &&
    !change.isOtherwiseChanged;
  return isSame ? null : change;
}

/** Takes two versions of the instrument; gives what the second asks otherwise. Total: any two are valid input. */
export function instrumentChanges(before: InstrumentData, after: InstrumentData): InstrumentChanges {
  const was = new Map(criteriaOf(before).map((criterion) => [criterion.id, criterion]));
  const is = criteriaOf(after);
  const ids = new Set(is.map(({ id }) => id));
  return {
    changed: is.flatMap((criterion) => {
      const earlier = was.get(criterion.id);
      const change = earlier ? changeOf(earlier, criterion) : null;
      return change ? [change] : [];
    }),
    newCriteria: is.filter(({ id }) => !was.has(id)).map(({ id }) => id),
    goneCriteria: [...was.keys()].filter((id) => !ids.has(id)),
  };
}
