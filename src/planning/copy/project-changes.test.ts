import { expect, it } from 'vitest';
import { markedUnseen } from './project-changes.ts';

it('names the marked activities that are not to be seen, up to eight', () => {
  const ids = Array.from({ length: 10 }, (_, index) => `INF-${index + 10}`);
  expect(markedUnseen([])).toBe('');
  expect(markedUnseen(['TRA-01'])).toBe('Hay 1 marcada que no está a la vista y también cuenta: TRA-01.');
  expect(markedUnseen(ids)).toBe(
    'Hay 10 marcadas que no están a la vista y también cuentan: INF-10, INF-11, INF-12, INF-13, INF-14, INF-15, INF-16, INF-17 y 2 más.',
  );
});
