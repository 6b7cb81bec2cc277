import { fallsShort, type Answer, type Status } from '../../domain/answer.ts';

export type Filter = 'all' | 'pending' | 'unmet' | 'noted';

/** «No cumplidos» are those that fall short; «con observación» those with a note. */
export function matchesFilter(filter: Filter, status: Status, answer: Pick<Answer, 'note'>): boolean {
  if (filter === 'pending') return status === 'pending';
  if (filter === 'unmet') return fallsShort(status);
  if (filter === 'noted') return answer.note.trim() !== '';
  return true;
}
