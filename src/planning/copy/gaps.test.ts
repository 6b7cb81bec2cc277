import { describe, expect, it } from 'vitest';
import { everyGap, type Way } from '../../../tests/builders/every-gap.ts';
import { allSections, anEntity } from '../../../tests/builders/planned-entity.ts';
import type { Gap } from '../domain/plan-check.ts';
import { EMPTY_PLAN, newActivity, withActivities } from '../domain/plan.ts';
import { planningOf } from '../domain/planning.ts';
import { newProject } from '../domain/projects.ts';
import { gapNames, gapText, type GapNames } from './gaps.ts';

const names: GapNames = {
  criterion: (id) => (id === 'INF-07' ? 'Directorio' : 'Reglas de participación'),
  activity: () => 'Directorio',
  project: () => 'Red',
  phase: () => 'Transacción en línea',
};

const texts: Readonly<Record<Way, string>> = {
  criterion: 'INF-07 Directorio: no tiene actividad',
  'activity.activity': 'INF-07 Directorio: falta decir qué se hará',
  'activity.goal': 'INF-07 Directorio: falta la meta',
  'activity.office': 'INF-07 Directorio: falta la dependencia responsable',
  'activity.position': 'INF-07 Directorio: falta el cargo responsable',
  'activity.end': 'INF-07 Directorio: falta la fecha de fin',
  'activity.lateReason': 'INF-07 Directorio: termina después del plazo de su fase y falta el motivo',
  'activity.resources':
    'INF-07 Directorio: faltan los recursos: tecnología, un valor (cero, si no cuesta) o un proyecto que la apoye',
  activityDates: 'INF-07 Directorio: termina antes de comenzar',
  'text.procedures': 'El plan no dice cómo concuerda con la racionalización de trámites',
  'text.citizenService': 'El plan no dice cómo concuerda con el Programa Nacional de Servicio al Ciudadano',
  'text.mechanisms': 'El plan no dice con qué mecanismos se cumplirán las metas',
  'text.resources': 'El plan no dice con qué recursos se cumplirán las metas',
  'project.kinds': 'P-02 Red: falta decir qué hace (adquisición, reposición, actualización…)',
  'project.targets': 'P-02 Red: falta decir sobre qué actúa',
  'project.phases': 'P-02 Red: falta decir qué fases cumple',
  'project.hardware': 'P-02 Red: falta el valor o la descripción de hardware',
  'project.software': 'P-02 Red: falta el valor o la descripción de software',
  'project.communications': 'P-02 Red: falta el valor o la descripción de comunicaciones',
  noActivities: 'El plan no tiene actividades',
  noProjects: 'No hay proyectos de sistemas de información',
  'goal.pending': 'DEM-03 Reglas de participación: sin responder',
  'goal.noActivity': 'DEM-03 Reglas de participación: no tiene actividad',
  'goal.noEnd': 'DEM-03 Reglas de participación: una de sus actividades no tiene fecha de fin',
  'goal.endPassed':
    'DEM-03 Reglas de participación: sus actividades debían terminar antes de la fecha de corte y sigue sin cumplirse',
  goalLate:
    'La fase de transacción en línea llega al 100\u00a0% el 1 de junio de 2010, después del plazo (1 de diciembre de 2009)',
};

describe('what is missing, in a sentence', () => {
  it.each(Object.entries(everyGap) as [Way, Gap][])('%s', (way, gap) => {
    expect(gapText(gap, names)).toBe(texts[way]);
  });

  it('has the code alone where there is no name', () => {
    const nameless = { ...names, project: () => ' ' };
    expect(gapText(everyGap['project.phases'], nameless)).toBe('P-02: falta decir qué fases cumple');
  });

  it('is not turned around by a name that runs from right to left', () => {
    const foreign = { ...names, project: () => '\u202eשלום' };
    expect(gapText(everyGap['project.phases'], foreign)).toBe('P-02 \u2068שלום\u2069: falta decir qué fases cumple');
  });
});

describe('the names', () => {
  it('are those of the instrument, of an activity’s first known criterion, and of the projects', () => {
    const { instrument, assessment } = anEntity(allSections(2), { 'INF-01': 'unmet' });
    const plan = withActivities(EMPTY_PLAN, [
      newActivity(EMPTY_PLAN, ['XXX-99', 'INF-02']),
      newActivity(EMPTY_PLAN, ['YYY-01']),
    ]);
    const of = gapNames(planningOf(instrument, assessment, plan, [newProject([], { name: 'Portal' })]));
    const [, informacion] = instrument.sections;
    expect(of.criterion('INF-02')).toBe(informacion?.criteria[1]?.name);
    expect(of.activity('XXX-99')).toBe(informacion?.criteria[1]?.name);
    expect(of.project('P-01')).toBe('Portal');
    expect(of.phase('informacion')).toBe(informacion?.name);
    expect([of.activity('YYY-01'), of.criterion('ZZZ-01'), of.project('P-09')]).toEqual(['', '', '']);
  });
});
