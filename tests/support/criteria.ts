import { readInstrument } from '../../scripts/read-content.ts';

const { sections } = readInstrument();

/** How many criteria the content asks, of one section or of all. */
export function criteriaIn(sectionId?: string): number {
  const asked = sections.filter(({ id }) => sectionId === undefined || id === sectionId);
  if (asked.length === 0) throw new Error(`There is no section ${sectionId}.`);
  return asked.reduce((sum, { criteria }) => sum + criteria.length, 0);
}

/** A percentage as the page shows it, of integers alone: cut to one decimal. */
export function shownPercent(part: number, whole: number): string {
  const tenths = Math.floor((1000 * part) / whole);
  return `${Math.floor(tenths / 10)},${tenths % 10}\u00a0%`;
}
