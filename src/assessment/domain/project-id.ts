/** Takes the ids that are given and the number to begin with; gives the next free id of a project: `P-01`. */
export function freeProjectId(used: Pick<ReadonlySet<string>, 'has'>, from = 1): string {
  let number = from;
  const idOf = (each: number): string => `P-${String(each).padStart(2, '0')}`;
  while (used.has(idOf(number))) number += 1;
  return idOf(number);
}
