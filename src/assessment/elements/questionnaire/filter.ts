import type { Answer, Status } from '../../domain/answer.ts';

export type Filter = 'all' | 'pending' | 'unmet' | 'noted';

/** «No cumplidos» are those assessed and not met in full; «con observación» those with a note. */
export function matchesFilter(filter: Filter, status: Status, answer: Pick<Answer, 'note'>): boolean {
  if (filter === 'pending') return status === 'pending';
  if (filter === 'unmet') return status === 'unmet' || status === 'partial';
  if (filter === 'noted') return answer.note.trim() !== '';
  return true;
}
