import { BLANK, type Answer } from '../../src/assessment/domain/answer.ts';
import type { Assessment } from '../../src/assessment/domain/assessment.ts';
import { writeDocuments } from '../../src/planning/file/documents.ts';
import { goldenAssessment } from './golden-assessment.ts';
import { goldenPlan, goldenProjects } from './golden-planning.ts';

/** An open assessment with everything that a database has to hold: answers, a plan, projects, keys of other versions. */
export const anAssessment: Assessment = {
  ...goldenAssessment,
  documents: writeDocuments(goldenPlan, goldenProjects),
};
export const ID = anAssessment.id;

/** Another entity's, with little in it. */
export const another: Assessment = {
  ...goldenAssessment,
  id: '7a7c2f0e-1111-4b7e-9a35-2f1a4c1f9f10',
  entity: { ...goldenAssessment.entity, name: 'Servicio Nacional de Aprendizaje', acronym: 'SENA', nit: '' },
  label: '',
  modified: '2009-10-20T10:00:00.000Z',
  revision: 1,
  answers: { 'INF-01': { ...BLANK, kind: 'assessed', met: ['a'], updatedAt: '2009-10-20T10:00:00.000Z' } },
  documents: { activities: {}, texts: null, projects: [] },
};

export const NEW_ID = '3c1de0a2-2222-4b7e-9a35-2f1a4c1f9f10';
export const NOW = '2009-10-21T08:00:00.000Z';
export const LATER = '2009-10-22T08:00:00.000Z';

/** An answer with a note. */
export const noted = (note: string, change: Partial<Answer> = {}): Answer => ({
  ...BLANK,
  kind: 'assessed',
  note,
  updatedAt: NOW,
  ...change,
});
