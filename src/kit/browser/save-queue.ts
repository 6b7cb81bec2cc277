/** What a queue says of itself: `saved` only after the database has confirmed everything that was given to it. */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * Writes changes one after another. While one is being written the newest of each key waits, so that typing fast
 * writes the last text and not each letter; what could not be written stays and is tried again with the next change.
 */
export class SaveQueue<T> {
  readonly #write: (changes: Readonly<Record<string, T>>) => Promise<unknown>;
  readonly #announce: (state: SaveState) => void;
  readonly #now: () => Date;
  #waiting = new Map<string, T>();
  #running: Promise<void> | undefined;

  constructor(options: {
    write: (changes: Readonly<Record<string, T>>) => Promise<unknown>;
    announce: (state: SaveState) => void;
    now: () => Date;
  }) {
    this.#write = options.write;
    this.#announce = options.announce;
    this.#now = options.now;
  }

  /** True while something that a person gave is not in the database. */
  get isPending(): boolean {
    return this.#running !== undefined || this.#waiting.size > 0;
  }

  /** True while a value of this key waits for its turn. */
  isWaiting(key: string): boolean {
    return this.#waiting.has(key);
  }

  /** Takes back what waits under a key: it is to be saved under another one. */
  forget(key: string): void {
    this.#waiting.delete(key);
  }

  /** Takes the newest value of a key; resolves when the queue has come to rest, saved or failed. */
  save(key: string, value: T): Promise<void> {
    this.#waiting.set(key, value);
    return this.retry();
  }

  /** Tries again what is waiting. */
  retry(): Promise<void> {
    this.#running ??= this.#drain().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.size > 0) {
      this.#announce({ kind: 'saving' });
      const batch = this.#waiting;
      this.#waiting = new Map();
      try {
        await this.#write(Object.fromEntries(batch));
      } catch (error) {
        // Newer values of the same keys, given meanwhile, win over those that failed.
        this.#waiting = new Map([...batch, ...this.#waiting]);
        this.#announce({ kind: 'failed', error });
        return;
      }
    }
    this.#announce({ kind: 'saved', at: this.#now() });
  }
}
