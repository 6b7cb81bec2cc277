import type { DocumentModel } from '../../documents/document-model.ts';
import type { PaperKind } from '../../copy/documents-page.ts';
import type { Planning } from '../../domain/planning.ts';
import { part } from '../../../kit/browser/part.ts';
import { dayOf } from '../../../kit/browser/day-of.ts';

/** A file to be handed over. */
export interface MadeFile {
  readonly name: string;
  readonly content: BlobPart;
  readonly type: string;
}

export type FileWay = 'docx' | 'xlsx' | 'csv';

const CSV = 'text/csv;charset=utf-8';
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Takes what to write and everything that follows from the assessment; gives the document's words. */
export async function documentOf(kind: PaperKind, planning: Planning): Promise<DocumentModel> {
  switch (kind) {
    case 'plan':
      return (await part(() => import('../../documents/plan-document.ts'))).planDocument(planning);
    case 'projects':
      return (await part(() => import('../../documents/projects-document.ts'))).projectsDocument(planning);
    case 'plan-letter':
    case 'projects-letter': {
      const { coverLetter } = await part(() => import('../../documents/cover-letter.ts'));
      return coverLetter(planning, kind === 'plan-letter' ? 'plan' : 'projects', dayOf(new Date()));
    }
  }
}

/** The beginning of each document's file name: what its model calls it. */
const kindOf = {
  plan: 'plan-de-accion',
  projects: 'proyectos',
  'plan-letter': 'carta-plan',
  'projects-letter': 'carta-proyectos',
} as const satisfies Readonly<Record<PaperKind, string>>;

/** The name of a document's file; what names the files comes with what writes them. */
export async function fileNameOf(kind: PaperKind, { assessment }: Planning, extension: string): Promise<string> {
  const { documentFileName } = await part(() => import('../../documents/document-file-name.ts'));
  return documentFileName(kindOf[kind], assessment, extension);
}

/**
 * Takes which document, in which form, and everything that follows from the assessment; gives the file. What writes
 * it comes only now, and Office files are written beside the page, in a worker.
 */
export async function makeDocument(kind: PaperKind, way: FileWay, planning: Planning): Promise<MadeFile> {
  const name = await fileNameOf(kind, planning, way);
  if (way === 'csv') {
    const { planCsv, projectsCsv } = await part(() => import('../../documents/plan-csv.ts'));
    const content = kind === 'plan' ? planCsv(planning) : projectsCsv(planning);
    return { name, content, type: CSV };
  }
  const { makeFile } = await part(() => import('../../documents/document-work.ts'));
  const bytes =
    way === 'docx'
      ? await makeFile({ kind: 'docx', model: await documentOf(kind, planning) })
      : await makeFile({ kind: kind === 'plan' ? 'plan-xlsx' : 'projects-xlsx', planning });
  const application = way === 'docx' ? 'wordprocessingml.document' : 'spreadsheetml.sheet';
  return { name, content: bytes, type: `${OFFICE}.${application}` };
}
