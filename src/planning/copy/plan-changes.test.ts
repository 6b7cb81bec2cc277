import { expect, it } from 'vitest';
import { addedText, archivedText, restoredText, takenOutText } from './plan-changes.ts';

it.each([
  [addedText(['INF-01']), 'Se agregó la actividad INF-01.'],
  [addedText(['INF-01', 'INF-02']), 'Se agregaron 2 actividades.'],
  [takenOutText(1, 0), 'Se quitó 1 actividad.'],
  [takenOutText(2, 1), 'Se quitaron 2 actividades. Queda 1 que ya había cambiado.'],
  [takenOutText(0, 2), 'Se quitaron 0 actividades. Quedan 2 que ya habían cambiado.'],
  [restoredText('INF-01', 'INF-01'), 'La actividad INF-01 está de nuevo en el plan.'],
  [restoredText('INF-01', 'INF-01-2'), 'La actividad volvió con el código INF-01-2.'],
  [archivedText(1), '1 actividad salió del plan y queda en «Salieron del plan».'],
  [archivedText(2), '2 actividades salieron del plan y quedan en «Salieron del plan».'],
])('%s', (said, text) => {
  expect(said).toBe(text);
});
