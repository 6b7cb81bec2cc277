import { expect, it } from 'vitest';
import { allSections, anEntity } from '../../../tests/builders/planned-entity.ts';
import { copyOf, NO_DOCUMENTS } from '../../assessment/domain/assessment.ts';
import { carryPlan } from './carry-plan.ts';

const NOW = '2010-01-05T10:00:00.000Z';
const documents = {
  ...NO_DOCUMENTS,
  activities: {
    'INF-01': { actividad: 'Publicar', color: 'azul' },
    'INF-02': { meta: '', actividad: 'Revisar' },
    'INF-02-2': { fechaFin: 'mañana' },
  },
  projects: [{ actividades: ['INF-01'], id: 'P-01' }],
};

it('takes what is met out of the plan with a trace, and leaves the rest to the letter', () => {
  const { instrument, assessment } = anEntity(allSections(2), { 'INF-01': 'met', 'INF-02': 'unmet' });
  const copy = copyOf({ ...assessment, documents }, { id: 'copia-0001', now: NOW, cutoffDate: '2009-12-31' });
  const carried = carryPlan(instrument, copy);
  expect(carried.told).toContain('1 actividad salió de su plan');
  expect(JSON.stringify(carried.assessment.documents.activities['INF-01'])).toBe(
    '{"actividad":"Publicar","retirada":{"motivo":"cumplida","fecha":"2009-12-31"},"color":"azul"}',
  );
  for (const id of ['INF-02', 'INF-02-2'] as const) {
    expect(carried.assessment.documents.activities[id]).toBe(documents.activities[id]);
  }
  expect(carried.assessment.documents.projects).toEqual(documents.projects);
  // Once more, at the same answers, nothing leaves it.
  expect(carryPlan(instrument, carried.assessment)).toEqual({ assessment: carried.assessment, told: '' });
});
