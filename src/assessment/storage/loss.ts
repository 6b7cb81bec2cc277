/** Where it is noted that the browser threw its database away: beside the database, which no longer knows of it. */
const KEY = 'gel-base-perdida';

/** What Chromium says where it found its database damaged and began a new one in its place. */
interface LossEvent extends IDBVersionChangeEvent {
  readonly dataLoss?: 'none' | 'total';
}

/** Takes the event that makes or changes the database; notes it where the browser has just thrown the old one away. */
export function noteLoss(event: LossEvent): void {
  if (event.dataLoss !== 'total') return;
  remembering(() => localStorage.setItem(KEY, new Date().toISOString()));
}

/** The instant (ISO 8601 in UTC) at which a lost database was first noticed, until the person has read of it; or null. */
export function lossOf(): string | null {
  return remembering(() => localStorage.getItem(KEY)) ?? null;
}

/** The person has read that the database was lost. */
export function settleLoss(): void {
  remembering(() => localStorage.removeItem(KEY));
}

/** A browser that refuses this small memory loses nothing but the sentence that it was to be told with. */
function remembering<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof DOMException) return undefined;
    throw cause;
  }
}
