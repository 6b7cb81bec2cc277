import { expect, it } from 'vitest';
import { conflictData, recordName } from './planning-faults.ts';

it('what was written twice is named, with its field where it is known', () => {
  expect(recordName('activity', 'INF-01')).toBe('la actividad INF-01');
  expect(recordName('project', 'P-01')).toBe('el proyecto P-01');
  expect(recordName('texts', '', 'Mecanismos')).toBe('los textos generales («Mecanismos»)');
});

it('what the other tab had written is quoted, and what is long by its beginning', () => {
  expect(conflictData('Se conserva.', [])).toBe('Se conserva.');
  expect(conflictData('Se conserva.', ['uno', 'x'.repeat(201)])).toBe(
    `Se conserva. Lo de la otra pestaña: «uno», «${'x'.repeat(200)}…».`,
  );
});
