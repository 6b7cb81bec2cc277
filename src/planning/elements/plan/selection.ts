/** What a change to many activities takes, and what it leaves alone although it is selected. */
export interface Selection {
  /** The ids that can be selected: those that the search and the filter ask for. */
  readonly offered: readonly string[];
  /** The selected ones among them. They alone are changed. */
  readonly taken: readonly string[];
  /** Selected, but not asked for by the search and the filter: nobody would see them change. */
  readonly aside: readonly string[];
}

/**
 * Takes all ids of the plan in its order, those that stand in the list in its own order, those of them that the search
 * and the filter do not ask for (an activity stays there while its fields are open), and the selected ones.
 */
export function selectionOf(
  all: readonly string[],
  listed: readonly string[],
  held: ReadonlySet<string>,
  picked: ReadonlySet<string>,
): Selection {
  const offered = listed.filter((id) => !held.has(id));
  const isOffered = new Set(offered);
  return {
    offered,
    taken: offered.filter((id) => picked.has(id)),
    aside: all.filter((id) => picked.has(id) && !isOffered.has(id)),
  };
}
