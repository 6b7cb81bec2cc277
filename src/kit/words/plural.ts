/** «1 criterio», «12 criterios». */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** «12.500»: a count with its thousands apart. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}
