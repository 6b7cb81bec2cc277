import { describe, expect, it } from 'vitest';
import { allSections } from '../../../../tests/builders/planned-entity.ts';
import { EMPTY_PLAN, newActivity } from '../../domain/plan.ts';
import { newProject } from '../../domain/projects.ts';
import { projectFacts } from './facts.ts';
import { projectGaps } from './list-view.ts';

describe('what is said of a project', () => {
  it('names its criteria and activities, those that left the plan or that nobody knows too', () => {
    const plan = {
      ...EMPTY_PLAN,
      activities: [newActivity(EMPTY_PLAN, ['INF-01'], { activity: 'Publicar' })],
      archived: [
        {
          activity: newActivity(EMPTY_PLAN, ['INF-02'], { activity: 'Ya hecho' }),
          why: 'met' as const,
          date: '2009-10-15',
        },
      ],
    };
    const project = newProject([], {
      phases: ['informacion', 'otra'],
      criteria: ['INF-01', 'XXX-01'],
      activities: ['INF-01', 'INF-02', 'INF-09'],
      resources: {
        hardware: { description: 'Un servidor', amount: null },
        software: { description: '', amount: 0n },
        communications: { description: 'Un enlace', amount: 125_050n },
      },
    });
    const facts = new Map(projectFacts(project, allSections(1), plan));
    expect(facts.get('Fases que cumple')).toBe('informacion y otra');
    expect(facts.get('Criterios que atiende')).toBe('INF-01 Criterio 1\nXXX-01');
    expect(facts.get('Actividades del plan que apoya')).toBe('INF-01 Publicar\nINF-02 Ya hecho\nINF-09');
    expect(facts.get('Hardware')).toBe('Un servidor\nSin valor');
    expect(facts.get('Software')).toBe('Valor: $\u00a00');
    expect(facts.get('Comunicaciones')).toBe('Un enlace\nValor: $\u00a01.250,50');
  });
});

describe('what the circular asks of each project', () => {
  it('is gathered by project from the items of the check', () => {
    expect(
      projectGaps([
        { gaps: [{ kind: 'noActivities' }, { kind: 'project', projectId: 'P-01', field: 'kinds' }] },
        {
          gaps: [
            { kind: 'project', projectId: 'P-02', field: 'phases' },
            { kind: 'project', projectId: 'P-01', field: 'software' },
          ],
        },
      ]),
    ).toEqual(
      new Map([
        ['P-01', ['kinds', 'software']],
        ['P-02', ['phases']],
      ]),
    );
  });
});
