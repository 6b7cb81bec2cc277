import { readInstrument } from '../../scripts/read-content.ts';
import { evaluated, header, ID, store, stored } from './assessment.ts';
import { putRecords } from './database.ts';
import type { Page } from './test.ts';

const criteria = readInstrument().sections.flatMap((section) => section.criteria);

/** Records of the plan and the projects in the form of the file: activities by id, the texts, the projects. */
export interface StoredPlan {
  readonly activities?: Readonly<Record<string, unknown>>;
  readonly texts?: unknown;
  readonly projects?: readonly { readonly id: string }[];
}

/** Answers to every criterion: one in three met, one in three in part where it has several checks, one in three not. */
export const halfMet: Readonly<Record<string, unknown>> = Object.fromEntries(
  criteria.map(({ id, checks }, index) => [
    id,
    evaluated(...checks.slice(0, [checks.length, checks.length - 1, 0][index % 3]).map((check) => check.id)),
  ]),
);

/** This many activities, several for one criterion, with offices and dates around the circular's own. */
export function manyActivities(count: number): Record<string, unknown> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const criterion = criteria[index % criteria.length]?.id ?? '';
      const round = Math.floor(index / criteria.length);
      const month = String((index % 11) + 1).padStart(2, '0');
      return [
        round === 0 ? criterion : `${criterion}-${round + 1}`,
        {
          actividad: `Publicar en el sitio lo que pide ${criterion}, parte ${round + 1}`,
          meta: 'Todo lo que se pide, publicado',
          responsable: ['Oficina Asesora de Planeación', 'Oficina de Sistemas', 'Secretaría General'][index % 3],
          cargo: 'Jefe de oficina',
          fechaInicio: `2010-${month}-01`,
          fechaFin: `2010-${month}-${String((index % 27) + 2).padStart(2, '0')}`,
          ...(index % 4 !== 0 && { valor: String(1_000_000 + index * 1000) }),
          fuente: 'Inversión',
        },
      ];
    }),
  );
}

/** Puts an assessment with its plan and its projects into the browser's database. */
export async function storePlan(
  page: Page,
  answers: Readonly<Record<string, unknown>>,
  { activities = {}, texts, projects = [] }: StoredPlan = {},
  stored: unknown = header,
): Promise<void> {
  await store(page, answers, stored);
  const records = [
    ...Object.entries(activities).map(([id, record]) => ({ kind: 'activity', id, position: 0, record })),
    ...(texts === undefined ? [] : [{ kind: 'texts', id: '', position: 0, record: texts }]),
    ...projects.map((record, position) => ({ kind: 'project', id: record.id, position, record })),
  ];
  await putRecords(page, { documents: records.map((record) => ({ assessmentId: ID, ...record })) });
}

/** Everything of the plan and the projects that lies in the database, by kind and id. */
export async function storedDocuments(page: Page): Promise<Record<string, Record<string, unknown>>> {
  const { documents } = await stored(page);
  return Object.fromEntries(
    documents.map(({ kind, id, record }) => [`${kind}:${id}`, record as Record<string, unknown>]),
  );
}

/** Opens the page of the plan, at a place of it, and waits until it is ready for the person. */
export async function openPlan(page: Page, fragment = ''): Promise<void> {
  await page.goto(`/autoevaluacion/plan/?id=${ID}${fragment}`);
  await page.locator('gel-plan [data-body]:visible').waitFor();
}
