import type { AssessmentHeader } from '../domain/assessment.ts';

/** Takes whose assessment it is and of what day; gives the part of a file's name that says so: `ins-2009-10-15`. */
export function entitySlug({ entity, cutoffDate }: Pick<AssessmentHeader, 'entity' | 'cutoffDate'>): string {
  const name = (entity.acronym || entity.name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${name || 'entidad'}-${cutoffDate}`;
}
