import { downloaded } from './files.ts';
import { ID, store } from './assessment.ts';
import { wholePlan } from './documents.ts';
import { expect, type Page } from './test.ts';

/** The files that a person carries to the ministry, by name. */
export type Deliverables = ReadonlyMap<string, Buffer>;

/** What the screen says of both documents. */
export interface Shown {
  /** «50 actividades · $ 63.750.000,50 en total». */
  readonly planSum: string;
  /** Cells of each table of the preview of a document, row by row. */
  readonly plan: readonly (readonly string[])[];
  readonly projects: readonly (readonly string[])[];
}

const saved = (page: Page) => expect(page.locator('[data-save-line]')).toHaveText(/^Guardado a las/);

/** An entity that has answered everything, and of which every other criterion is not met or met in part. */
export async function storeHalfMet(page: Page): Promise<void> {
  await store(page, wholePlan().answers);
}

/** Writes the plan de acción as a person does: proposals, the same into many, one by itself, the general texts. */
export async function writePlan(page: Page): Promise<void> {
  await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
  await page.getByRole('link', { name: 'Convertir lo que falta en el plan de acción' }).click();
  await page.getByRole('button', { name: /^Agregar las \d+ actividades propuestas$/ }).click();
  await page.getByLabel('Seleccionar todas las que se ven').check();
  for (const [field, kind, value] of [
    ['position', 'text', 'Jefe de la dependencia'],
    ['start', 'date', '2009-11-03'],
    ['end', 'date', '2009-11-30'],
    ['lateReason', 'text', 'El plazo del Decreto había pasado en la fecha de corte.'],
    ['technology', 'text', 'Gestor de contenidos del sitio web'],
    ['amount', 'text', '1.250.000'],
    ['source', 'text', 'Inversión, rubro de sistemas'],
  ] as const) {
    await page.locator('[data-group-field]').selectOption(field);
    await page.locator(`[data-group-value="${kind}"]`).fill(value);
    await page.locator('[data-group-apply]').click();
    await expect(page.locator('[data-undo-text]')).toContainText(/cambió en \d+ actividades/);
  }
  const first = page.locator('[data-edit]').first();
  await first.click();
  await page.locator('[data-editor] [data-field="amount"]').fill('$ 2.500.000,50');
  await page.locator('[data-editor] [data-field="procedure"]').fill('Trámite inscrito en el SUIT');
  await page.locator('[data-done]').click();
  for (const [field, text] of [
    ['procedures', 'El plan racionaliza primero los trámites inscritos en el SUIT.'],
    ['citizenService', 'Los canales en línea siguen el protocolo de servicio al ciudadano.'],
    ['mechanisms', 'El comité de Gobierno en Línea revisa el plan cada mes.'],
    ['resources', 'Inversión y funcionamiento de la vigencia 2010.'],
  ] as const) {
    await page.locator(`#texto-${field}`).fill(text);
  }
  await saved(page);
}

/** Writes one proyecto de sistemas de información that serves the activities of the plan. */
export async function writeProject(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Seguir con los proyectos' }).click();
  await page.getByRole('button', { name: 'Comenzar un proyecto con estas actividades' }).click();
  await page.locator('[data-field="name"] input').fill('Renovación del sitio web y de los trámites');
  await page.locator('[data-choices=kinds]').getByLabel('Actualización').check();
  await page.locator('[data-choices=targets]').getByLabel('Sistemas de información').check();
  for (const [resource, description, amount] of [
    ['hardware', 'Servidor de respaldo', '18.000.000'],
    ['software', 'Gestor de contenidos', '35000000'],
    ['communications', 'Canal dedicado', '$ 12.400.000,25'],
  ] as const) {
    await page.locator(`[data-field="${resource}.description"]`).locator('input, textarea').fill(description);
    await page.locator(`[data-field="${resource}.amount"] input`).fill(amount);
  }
  await page.locator('[data-field="source"]').locator('input, textarea').fill('Inversión');
  await page.locator('[data-date=start] input').fill('2009-12-01');
  await page.locator('[data-date=end] input').fill('2010-06-30');
  await page.locator('[data-field="office"]').locator('input, textarea').fill('Oficina de Sistemas');
  await page.locator('[data-field="position"]').locator('input, textarea').fill('Jefe de oficina');
  await saved(page);
}

async function tablesOf(page: Page, kind: string): Promise<string[][]> {
  await page.locator(`[data-preview=${kind}] summary`).click();
  const paper = page.locator(`[data-preview=${kind}] .paper`);
  await paper.waitFor();
  return paper
    .locator('table tr')
    .evaluateAll((rows) => rows.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent)));
}

/** Takes both documents along in every form, as the page of the documents hands them over, and says what it shows. */
export async function takeAlong(page: Page): Promise<{ files: Deliverables; shown: Shown }> {
  await page.goto(`/autoevaluacion/plan/?id=${ID}`);
  await page.locator('[data-row]').first().waitFor();
  const planSum = (await page.locator('[data-sum]').textContent()) ?? '';
  await page.goto(`/autoevaluacion/documentos/?id=${ID}`);
  await page.locator('[data-check-count]:visible').waitFor();
  const files = new Map<string, Buffer>();
  for (const [paper, ways] of [
    ['plan', ['docx', 'xlsx', 'csv']],
    ['projects', ['docx', 'xlsx', 'csv']],
    ['plan-letter', ['docx']],
    ['projects-letter', ['docx']],
  ] as const) {
    for (const way of ways) {
      const button = page.locator(`[data-paper=${paper}] [data-way=${way}]`);
      const { name, bytes } = await downloaded(page, () => button.click());
      files.set(name, bytes);
    }
  }
  const shown = { planSum, plan: await tablesOf(page, 'plan'), projects: await tablesOf(page, 'projects') };
  return { files, shown };
}
