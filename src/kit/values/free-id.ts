/** Takes the ids that are given, how an id with a number is written, and the number to begin with; gives the first free id. */
export function freeId(used: Pick<ReadonlySet<string>, 'has'>, idOf: (number: number) => string, from = 1): string {
  let number = from;
  while (used.has(idOf(number))) number += 1;
  return idOf(number);
}
