import type { Page } from '@playwright/test';
import { readInstrument, readInstrumentSource } from '../../scripts/read-content.ts';
import { BLANK, type Answer } from '../../src/assessment/domain/answer.ts';
import { EMPTY_PLAN, withActivities, withTexts, type Activity, type Plan } from '../../src/planning/domain/plan.ts';
import { proposeActivities, suggestionsOf } from '../../src/planning/domain/plan-proposals.ts';
import { resultsOf } from '../../src/assessment/domain/results.ts';
import { newProject, type Project } from '../../src/planning/domain/projects.ts';
import { answerToFile } from '../../src/assessment/file/assessment-file.ts';
import { documentKey, documentOfKey } from '../../src/assessment/file/document-key.ts';
import { documentRecords } from '../../src/planning/file/documents.ts';
import { anEntity, type Standing } from '../builders/planned-entity.ts';
import { header, ID, store } from './assessment.ts';
import { putRecords } from './database.ts';

const { sections } = readInstrument();
const suggestions = suggestionsOf(readInstrumentSource().criteria);
const NOW = '2009-10-15T21:40:12.512Z';

/** What each activity of a whole plan says; a deadline that had passed at the cut-off date asks for a reason. */
function filledIn(activity: Activity, deadline: string | null): Activity {
  const end = deadline !== null && deadline > header.fechaCorte ? deadline : '2010-03-31';
  return {
    ...activity,
    position: 'Jefe de la dependencia',
    start: '2009-11-03',
    end,
    lateReason: end === deadline ? '' : 'El plazo ya había pasado en la fecha de corte.',
    technology: 'Sitio web de la entidad y su gestor de contenidos.',
    amount: 1_250_000_00n,
    source: 'Inversión, rubro de sistemas',
  };
}

/** An assessment with its plan and its projects, as the browser's database takes them. */
export interface PlannedAssessment {
  readonly answers: Record<string, unknown>;
  readonly plan: Plan;
  readonly projects: readonly Project[];
}

/**
 * The entity of the support with every criterion answered, one in so many not met or half met, and a plan and two
 * projects with all that the circular asks.
 */
export function wholePlan(everyOther = 2): PlannedAssessment {
  const criteria = sections.flatMap((section) => section.criteria);
  const standing: Record<string, Answer> = Object.fromEntries(
    criteria.map(({ id, checks }, index) => {
      const share = index % everyOther === 0 ? (index % 3 === 0 ? 0 : 1) : checks.length;
      return [id, { ...BLANK, kind: 'assessed', met: checks.slice(0, share).map((check) => check.id), updatedAt: NOW }];
    }),
  );
  const { instrument, assessment } = anEntity(sections, {} satisfies Standing, header.fechaCorte);
  const results = resultsOf(instrument, { ...assessment, answers: standing });
  const { rows } = proposeActivities(results, EMPTY_PLAN, suggestions);
  const plan = withTexts(
    withActivities(
      EMPTY_PLAN,
      rows.map(({ activity, priority }) => filledIn(activity, priority.deadline?.date ?? null)),
    ),
    {
      procedures: 'Se racionalizan primero los trámites inscritos en el SUIT.',
      citizenService: 'Los canales en línea siguen el protocolo de servicio al ciudadano.',
      mechanisms: 'El comité de Gobierno en Línea revisa el plan cada mes.',
      resources: 'Recursos de inversión y de funcionamiento de 2010.',
    },
  );
  const first = newProject([], {
    name: 'Renovación del sitio web',
    kinds: ['upgrade', 'maintenance'],
    targets: ['informationSystems', 'programs'],
    phases: ['informacion', 'interaccion'],
    criteria: ['INF-01'],
    resources: {
      hardware: { description: 'No necesita equipos nuevos.', amount: 0n },
      software: { description: 'Gestor de contenidos', amount: 35_000_000_00n },
      communications: { description: 'Canal dedicado de 4 Mbps', amount: 18_400_000_00n },
    },
    source: 'Inversión',
    start: '2009-12-01',
    end: '2010-06-30',
    office: 'Oficina de Sistemas',
    position: 'Jefe de oficina',
    activities: rows.slice(0, 2).map(({ activity }) => activity.id),
  });
  const { id: _, ...likeFirst } = first;
  const second = newProject([first], {
    ...likeFirst,
    name: 'Trámites en línea',
    kinds: ['acquisition'],
    phases: ['transaccion'],
  });
  return {
    answers: Object.fromEntries(Object.entries(standing).map(([id, answer]) => [id, answerToFile(answer)])),
    plan,
    projects: [first, second],
  };
}

/** Puts an assessment with its plan and its projects into the browser's database. */
export async function storePlanned(
  page: Page,
  { answers, plan, projects }: PlannedAssessment,
  stored: unknown = header,
) {
  await store(page, answers, stored);
  await putDocuments(page, plan, projects);
}

/** Puts a plan and projects beside an assessment that the database has, and takes away those that were there. */
export async function putDocuments(
  page: Page,
  plan: Plan,
  projects: readonly Project[],
  assessmentId: string = ID,
): Promise<void> {
  const records = [...documentRecords(plan, projects)].map(([key, record]) => {
    const { kind, id } = documentOfKey(key);
    const position = kind === 'project' ? projects.findIndex((project) => documentKey(kind, project.id) === key) : 0;
    return { assessmentId, kind, id, position, record };
  });
  await putRecords(page, { documents: records }, { clear: assessmentId });
}
