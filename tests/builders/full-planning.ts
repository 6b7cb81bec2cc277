import { BLANK, type Answer } from '../../src/assessment/domain/answer.ts';
import { createAssessment, type Assessment } from '../../src/assessment/domain/assessment.ts';
import { deadlineFor } from '../../src/assessment/domain/deadline.ts';
import { planningOf, type Planning } from '../../src/planning/domain/planning.ts';
import { EMPTY_PLAN, newActivity, withActivities, type Activity, type Plan } from '../../src/planning/domain/plan.ts';
import { proposeActivities, suggestionsOf } from '../../src/planning/domain/plan-proposals.ts';
import { archive } from '../../src/planning/domain/plan-follow-up.ts';
import { newProject, withProject, type Project } from '../../src/planning/domain/projects.ts';
import { resultsOf } from '../../src/assessment/domain/results.ts';
import { readInstrument, readInstrumentSource } from '../../scripts/read-content.ts';

const instrument = readInstrument();
const suggestions = suggestionsOf(readInstrumentSource().criteria);

/** Every third criterion met, every third met in part, every third not; every tenth does not apply. */
function answers(): Record<string, Answer> {
  const criteria = instrument.sections.flatMap((section) => section.criteria);
  return Object.fromEntries(
    criteria.map(({ id, checks, admitsNotApplicable }, index): [string, Answer] => {
      if (index % 10 === 9 && admitsNotApplicable) {
        return [id, { ...BLANK, kind: 'notApplicable', justification: 'La entidad no tiene sedes.' }];
      }
      const met = checks.slice(
        0,
        index % 3 === 0 ? checks.length : index % 3 === 1 ? Math.floor(checks.length / 2) : 0,
      );
      return [id, { ...BLANK, kind: 'assessed', met: met.map((check) => check.id) }];
    }),
  );
}

const offices = [
  ['Oficina de Planeación', 'Jefe de oficina'],
  ['Oficina de Tecnologías de la Información y las Comunicaciones', 'Profesional especializado'],
  ['Secretaría General, Grupo de Atención al Ciudadano', 'Coordinador de grupo'],
] as const;

/** What a person would write of an activity that was proposed. */
function filled(activity: Activity, index: number, deadline: string): Activity {
  const [office, position] = offices[index % offices.length] ?? offices[0];
  const isLate = deadline !== '' && deadline < '2009-11-15';
  return {
    ...activity,
    office,
    position,
    support: index % 4 === 0 ? 'Oficina Asesora Jurídica y Programa Agenda de Conectividad' : '',
    start: '2009-11-15',
    end: isLate || deadline === '' ? '2010-03-31' : deadline < '2010-01-01' ? '2009-12-01' : '2010-05-31',
    lateReason: isLate ? 'El plazo ya había pasado al corte; la actividad empieza cuando se apruebe el plan.' : '',
    technology: index % 2 === 0 ? 'Servidor web y administrador de contenidos de la entidad' : '',
    amount: index % 5 === 0 ? 0n : index % 7 === 0 ? null : BigInt(index) * 125_000_000n + (index % 3 === 0 ? 50n : 0n),
    source: index % 5 === 0 ? '' : 'Funcionamiento, gastos generales, rubro 2-0-4',
    procedure: index % 6 === 0 ? 'Expedición de certificados (SUIT 1234)' : '',
    citizenService: index % 6 === 1 ? 'Reduce las visitas a la ventanilla de atención' : '',
    remarks: index % 8 === 0 ? 'Depende del contrato de conectividad.\nRiesgo: demora en la contratación.' : '',
    progress:
      index % 9 === 0
        ? [
            { date: '2009-10-15', percent: 25, note: 'Se levantó el inventario.' },
            { date: '2010-01-31', percent: 80, note: 'Posterior al corte.' },
          ]
        : [],
  };
}

function projects(plan: Plan): Project[] {
  const ids = plan.activities.map(({ id }) => id);
  const list = [
    newProject([], {
      name: 'Renovación del portal institucional',
      kinds: ['acquisition', 'upgrade'],
      targets: ['informationSystems', 'programs'],
      phases: ['informacion', 'interaccion'],
      criteria: ['INF-02', 'INF-03', 'INT-02'],
      resources: {
        hardware: { description: 'Dos servidores de aplicaciones', amount: 8_500_000_000n },
        software: { description: 'Administrador de contenidos y su soporte por un año', amount: 12_000_000_050n },
        communications: { description: 'Canal dedicado de 4 Mbps', amount: null },
      },
      source: 'Inversión, proyecto 520-300-1',
      start: '2010-01-15',
      end: '2010-05-31',
      office: 'Oficina de Tecnologías de la Información y las Comunicaciones',
      position: 'Jefe de oficina',
      activities: ids.slice(0, 3),
      remarks: 'Se contrata por vigencia 2010.',
    }),
  ];
  const second = newProject(list, {
    name: 'Trámites en línea con pago electrónico',
    kinds: ['integration', 'maintenance', 'sustainment'],
    targets: ['informationSystems', 'dataCommunication'],
    phases: ['transaccion', 'transformacion'],
    criteria: ['TRA-02', 'TRF-02'],
    resources: {
      hardware: { description: 'No necesita', amount: 0n },
      software: { description: 'Motor de trámites', amount: 21_000_000_000n },
      communications: { description: 'Enlace con la pasarela de pagos', amount: 1_250_000_000n },
    },
    source: 'Inversión',
    start: '2010-02-01',
    end: '2010-11-30',
    office: 'Secretaría General',
    position: 'Secretario general',
    activities: ids.slice(3, 5),
  });
  return withProject(list, second);
}

/**
 * A national entity assessed with the instrument that is published, half met, with every proposal accepted and filled
 * in, activities that serve several criteria, a trace and two projects. `count` activities at least.
 */
export function fullPlanning(count = 0): Planning {
  const created = createAssessment({
    id: '0f0c8a0e-6d0b-4b7e-9a35-2f1a4c1f9f10',
    now: '2009-10-15T21:40:12.512Z',
    instrument: { id: instrument.id, version: instrument.version },
    entity: {
      name: 'Instituto Nacional de Salud',
      acronym: 'INS',
      nit: '899999403-4',
      order: 'nacional',
      contact: {
        name: 'María Fernanda Ñáñez Gómez',
        position: 'Jefe de la Oficina de Planeación',
        email: 'planeacion@ejemplo.gov.co',
      },
    },
    cutoffDate: '2009-10-15',
  });
  const assessment: Assessment = { ...created, answers: answers() };
  const results = resultsOf(instrument, assessment);
  const { rows } = proposeActivities(results, EMPTY_PLAN, suggestions);
  const deadlineOf = new Map(
    instrument.sections.flatMap((section) =>
      section.criteria.map(({ id }) => [id, deadlineFor(section, 'nacional')?.date ?? ''] as const),
    ),
  );
  const fill = (activity: Activity, index: number): Activity =>
    filled(activity, index, deadlineOf.get(activity.criteria[0] ?? '') ?? '');
  let plan: Plan = {
    ...EMPTY_PLAN,
    texts: {
      procedures:
        'Los trámites inscritos en el SUIT se revisan antes de llevarlos a la red: cada actividad de transacción nombra el trámite que toca.\nLos requisitos que el Estado ya tiene dejan de pedirse.',
      citizenService:
        'Los canales de atención presencial, telefónico y en línea responden con los mismos tiempos y el mismo protocolo.',
      mechanisms: 'El Comité de Gobierno en Línea se reúne cada mes y revisa el avance de cada actividad.',
      resources: 'Los de funcionamiento e inversión de la vigencia 2010 que se detallan en cada actividad.',
    },
  };
  plan = withActivities(
    plan,
    rows.map(({ activity }, index) => fill(activity, index)),
  );
  const joint = fill(
    newActivity(plan, ['INF-02', 'INT-02', 'TRA-02'], { activity: 'Contratar el rediseño del portal' }),
    6,
  );
  plan = withActivities(plan, [joint]);
  const met = results.phases.flatMap(({ score }) => score.criteria).find(({ status }) => status === 'met')!.id;
  const gone = newActivity(plan, [met], { activity: 'Publicar lo que faltaba y probar sus enlaces' });
  plan = archive(withActivities(plan, [gone]), results, assessment.cutoffDate);
  for (let index = plan.activities.length; index < count; index += 1) {
    const { activity } = rows[index % rows.length]!;
    plan = withActivities(plan, [fill(newActivity(plan, activity.criteria as [string], activity), index)]);
  }
  return planningOf(instrument, assessment, plan, projects(plan));
}
