import type { Entity } from './assessment.ts';
import { fold } from '../../kit/words/fold.ts';

function plainName({ name }: Pick<Entity, 'name'>): string {
  return fold(name).trim().replace(/\s+/g, ' ');
}

/**
 * True where both name one entity: the same NIT where both give it, or else the same name whatever its capitals,
 * accents and spaces.
 */
export function isSameEntity(a: Pick<Entity, 'name' | 'nit'>, b: Pick<Entity, 'name' | 'nit'>): boolean {
  return a.nit !== '' && b.nit !== '' ? a.nit === b.nit : plainName(a) === plainName(b);
}
