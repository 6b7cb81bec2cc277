/** A piece of a record's text, at its own place of the page. */
export interface Section {
  /** The id that the address of this place ends in; empty for the record's own address. */
  readonly anchor: string;
  readonly heading: string;
  /** Blocks of the page, a line each. */
  readonly text: string;
  /** True for what backs the record and is not about it: sources, later norms. */
  readonly isAside: boolean;
}

/** What a search can find: a page, or one thing on it (a term, a norm, an article, a question, an entity). */
export interface SearchRecord {
  /** Its address below the site's root. */
  readonly path: string;
  readonly title: string;
  /** The heading of the page that it stands on, where it is only a part of it. */
  readonly context: string;
  readonly kind: string;
  readonly phase: string;
  readonly sections: readonly Section[];
}

/** Other names of a thing, as the editors declare them. */
export interface NamedThing {
  readonly names: readonly string[];
  /** The addresses of the records that deal with it, the best one first. */
  readonly paths: readonly string[];
  /** How the site itself says it, where it says it in many places. */
  readonly said: readonly string[];
}

/** Everything that a search works on: what the build writes and the browser fetches. */
export interface SearchSource {
  readonly records: readonly SearchRecord[];
  readonly things: readonly NamedThing[];
}
