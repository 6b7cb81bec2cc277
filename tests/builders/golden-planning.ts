import { planningOf, type Planning } from '../../src/planning/domain/planning.ts';
import { BLANK_FIELDS, type Activity, type Plan } from '../../src/planning/domain/plan.ts';
import { newProject, type Project } from '../../src/planning/domain/projects.ts';
import { goldenAssessment, goldenInstrument } from './golden-assessment.ts';

function activity(id: string, criteria: string[], fields: Partial<Activity>): Activity {
  return { id, criteria, ...BLANK_FIELDS, progress: [], ...fields };
}

/** What is hard to carry: every field, formulas, signs, checks that XML cannot hold, amounts beyond 15 digits. */
export const goldenPlan: Plan = {
  texts: {
    procedures: 'Primero se quitan requisitos;\r\ndespués se automatiza.',
    citizenService: '=1+1 no es una fórmula',
    mechanisms: '',
    resources: '🏛️ Recursos propios \u202Eoicivres\u202C y campana\u0007',
  },
  activities: [
    activity('INF-01', ['INF-01'], {
      activity: 'Publicar la visión',
      product: '<b>Página</b> &amp; «visión»',
      goal: 'Una página publicada',
      indicator: '+1 página',
      office: 'Oficina de Planeación',
      position: 'Jefe de oficina',
      support: '@Comité; prensa',
      start: '2009-11-03',
      end: '2009-12-15',
      lateReason: '-Se aprueba tarde\tpor la junta',
      technology: 'Administrador de contenidos',
      amount: 125_000_050n,
      source: 'Funcionamiento, "2-0-4"',
      procedure: 'Certificado (SUIT 1234)',
      citizenService: 'Menos visitas',
      remarks: 'Una línea\notra línea\r\n\r\n_x0041_ __proto__ mitad \ud800',
      progress: [
        { date: '2009-10-10', percent: 40, note: 'Texto escrito' },
        { date: '2009-10-31', percent: 90, note: 'Después del corte' },
      ],
    }),
    activity('INF-01-2', ['INF-02', 'INT-01', 'XXX-99'], {
      activity: 'Rediseñar el sitio',
      start: '2010-02-01',
      end: '2010-01-15',
      amount: 99_999_999_999_999_999n,
    }),
    activity('PRE-01', ['PRE-01'], { activity: 'Formar el comité', amount: 0n, end: '2009-11-30' }),
    activity('TRF-01', ['TRF-01'], { activity: 'Conectar con el SUIT', end: '2010-05-31' }),
    activity('XXX-98', ['XXX-98'], { activity: 'De otra versión' }),
  ],
  archived: [
    {
      activity: activity('DEM-01', ['DEM-01'], { activity: 'Abrir el foro', amount: 500n }),
      why: 'met',
      date: '2009-10-15',
    },
  ],
};

export const goldenProjects: readonly Project[] = [
  newProject([], {
    name: '=Portal\n& trámites',
    kinds: ['acquisition', 'sustainment'],
    targets: ['informationSystems', 'dataCommunication'],
    phases: ['informacion', 'transaccion', 'otra'],
    criteria: ['INF-01', 'XXX-99'],
    resources: {
      hardware: { description: 'Servidor', amount: 99_999_999_999_999_999n },
      software: { description: '', amount: null },
      communications: { description: 'No necesita', amount: 0n },
    },
    source: 'Inversión',
    start: '2010-03-01',
    end: '2010-02-01',
    office: 'Sistemas',
    position: 'Coordinador',
    activities: ['INF-01', 'DEM-01', 'ZZZ-01'],
    remarks: '-3',
  }),
  { ...newProject([]), id: 'P-02' },
];

/** The planning of which files are kept in `tests/golden/`. */
export function goldenPlanning(): Planning {
  return planningOf(goldenInstrument, goldenAssessment, goldenPlan, goldenProjects);
}
