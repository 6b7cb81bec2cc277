/** The version of the file that this code writes, and the only one that it reads without steps. */
export const CURRENT_VERSION = 1;

/** What a file holds, as `JSON.parse` gives it. */
export type RawFile = Readonly<Record<string, unknown>>;

/** Brings a file of one version to the next. Whatever the file holds, a step gives back all that it does not know. */
export interface MigrationStep {
  /** The version that the step takes; it gives the next one. */
  readonly from: number;
  readonly migrate: (raw: RawFile) => RawFile;
}

/**
 * One step for each older version, each with a test and a frozen file in `tests/golden/`. There is none yet: version 1 is
 * the first.
 */
export const MIGRATION_STEPS: readonly MigrationStep[] = [];

/**
 * Takes a file and steps; gives the file after every step that it needs, one version at a time. A file that is no older
 * version comes back as it is. Where a step is missing or fails on a broken file, the file comes back at the version it
 * had reached, and the reader refuses it by its `versionFormato`.
 */
export function migrate(raw: RawFile, steps: readonly MigrationStep[] = MIGRATION_STEPS): RawFile {
  let file = raw;
  // Each step is used once at most, whatever the steps are: no file can make this turn in a circle.
  for (let count = 0; count < steps.length; count += 1) {
    const version = file['versionFormato'];
    const step = steps.find(({ from }) => from === version);
    if (!step) return file;
    try {
      file = { ...step.migrate(file), versionFormato: step.from + 1 };
    } catch {
      // The step met a file that was never valid in its own version: what it had is still there to be refused by.
      return file;
    }
  }
  return file;
}
