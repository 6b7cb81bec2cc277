import type { Gap } from '../domain/plan-check.ts';
import type { Planning } from '../domain/planning.ts';
import { longDate } from '../../kit/words/dates.ts';
import { isolated } from '../../kit/words/isolated.ts';

/** How what a gap names by its id is called; '' where it has no name. */
export interface GapNames {
  /** «INF-07» → «Directorio de funcionarios». */
  readonly criterion: (id: string) => string;
  /** An activity is called as the first of its criteria that the instrument has. */
  readonly activity: (id: string) => string;
  readonly project: (id: string) => string;
  /** «transaccion» → «Transacción en línea». */
  readonly phase: (id: string) => string;
}

const activityWords: Readonly<Record<Extract<Gap, { kind: 'activity' }>['field'], string>> = {
  activity: 'falta decir qué se hará',
  goal: 'falta la meta',
  office: 'falta la dependencia responsable',
  position: 'falta el cargo responsable',
  end: 'falta la fecha de fin',
  lateReason: 'termina después del plazo de su fase y falta el motivo',
  resources: 'faltan los recursos: tecnología, un valor (cero, si no cuesta) o un proyecto que la apoye',
};

const textWords: Readonly<Record<Extract<Gap, { kind: 'text' }>['field'], string>> = {
  procedures: 'El plan no dice cómo concuerda con la racionalización de trámites',
  citizenService: 'El plan no dice cómo concuerda con el Programa Nacional de Servicio al Ciudadano',
  mechanisms: 'El plan no dice con qué mecanismos se cumplirán las metas',
  resources: 'El plan no dice con qué recursos se cumplirán las metas',
};

const projectWords: Readonly<Record<Extract<Gap, { kind: 'project' }>['field'], string>> = {
  kinds: 'falta decir qué hace (adquisición, reposición, actualización…)',
  targets: 'falta decir sobre qué actúa',
  phases: 'falta decir qué fases cumple',
  hardware: 'falta el valor o la descripción de hardware',
  software: 'falta el valor o la descripción de software',
  communications: 'falta el valor o la descripción de comunicaciones',
};

const goalWords: Readonly<Record<Extract<Gap, { kind: 'goal' }>['why'], string>> = {
  pending: 'sin responder',
  noActivity: 'no tiene actividad',
  noEnd: 'una de sus actividades no tiene fecha de fin',
  endPassed: 'sus actividades debían terminar antes de la fecha de corte y sigue sin cumplirse',
};

/** «INF-07 Directorio de funcionarios»; the code alone where there is no name. */
function called(id: string, name: string): string {
  return [id, name.trim()]
    .filter((part) => part !== '')
    .map(isolated)
    .join(' ');
}

function withSmallInitial(text: string): string {
  return text.charAt(0).toLocaleLowerCase('es') + text.slice(1);
}

/** Takes everything that follows from an assessment; gives how what may be missing is called. */
export function gapNames({ instrument, rows, projects }: Planning): GapNames {
  const criteria = new Map(instrument.sections.flatMap((each) => each.criteria.map(({ id, name }) => [id, name])));
  const activities = new Map(rows.map((row) => [row.activity.id, row.criteria[0]?.name ?? '']));
  const named = new Map(projects.map(({ id, name }) => [id, name]));
  const phases = new Map<string, string>(instrument.sections.map(({ id, name }) => [id, name]));
  return {
    criterion: (id) => criteria.get(id) ?? '',
    activity: (id) => activities.get(id) ?? '',
    project: (id) => named.get(id) ?? '',
    phase: (id) => phases.get(id) ?? id,
  };
}

/** Takes something that is missing and how things are called; gives it in a sentence without its full stop. */
export function gapText(gap: Gap, names: GapNames): string {
  switch (gap.kind) {
    case 'criterion':
      return `${called(gap.criterionId, names.criterion(gap.criterionId))}: no tiene actividad`;
    case 'activity':
      return `${called(gap.activityId, names.activity(gap.activityId))}: ${activityWords[gap.field]}`;
    case 'activityDates':
      return `${called(gap.activityId, names.activity(gap.activityId))}: termina antes de comenzar`;
    case 'text':
      return textWords[gap.field];
    case 'project':
      return `${called(gap.projectId, names.project(gap.projectId))}: ${projectWords[gap.field]}`;
    case 'noActivities':
      return 'El plan no tiene actividades';
    case 'noProjects':
      return 'No hay proyectos de sistemas de información';
    case 'goal':
      return `${called(gap.criterionId, names.criterion(gap.criterionId))}: ${goalWords[gap.why]}`;
    case 'goalLate':
      return `La fase de ${withSmallInitial(names.phase(gap.phaseId))} llega al 100\u00a0% el ${longDate(gap.reachedOn)}, después del plazo (${longDate(gap.deadline)})`;
  }
}
