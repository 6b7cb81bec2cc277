/**
 * A part of the site's own program that did not come on demand: the network or a filter stopped it, the site was changed
 * under an open page, or what came instead is no script. `cause` says what the browser said of it.
 */
export class PartMissing extends Error {
  override readonly name = 'PartMissing';

  constructor(cause: unknown) {
    super('a part of the program did not come', { cause });
  }
}

const listeners = new Set<() => void>();

/** Calls back each time that a part does not come. */
export function onPartMissing(listener: () => void): void {
  listeners.add(listener);
}

/**
 * Brings a part of the program on demand: every `import()` of the site goes through here, so that whoever asked can tell
 * a part that did not come from any other fault. Throws PartMissing. The next call asks for it again; where the browser
 * remembers the failure, as each does of a script that it could not read, only a reload helps.
 */
export async function part<T>(bring: () => Promise<T>): Promise<T> {
  try {
    return await bring();
  } catch (cause) {
    for (const listener of listeners) listener();
    throw new PartMissing(cause);
  }
}

/** Makes something once, on the first call; where that fails, the next call tries again. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
