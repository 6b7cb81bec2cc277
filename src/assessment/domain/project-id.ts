import { freeId } from '../../kit/values/free-id.ts';

/** Takes the ids that are given and the number to begin with; gives the next free id of a project: `P-01`. */
export function freeProjectId(used: Pick<ReadonlySet<string>, 'has'>, from = 1): string {
  return freeId(used, (number) => `P-${String(number).padStart(2, '0')}`, from);
}
