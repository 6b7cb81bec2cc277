import type { DocumentModel } from './document-model.ts';
import type { Planning } from '../domain/planning.ts';
import { part } from '../../kit/browser/part.ts';

/** A file to be made. */
export type FileRequest =
  | { readonly kind: 'docx'; readonly model: DocumentModel }
  | { readonly kind: 'plan-xlsx' | 'projects-xlsx'; readonly planning: Planning };

/** Takes what is asked for; gives its bytes, made on this thread. What writes each kind is loaded when it is needed. */
export async function documentBytes(request: FileRequest): Promise<Uint8Array<ArrayBuffer>> {
  switch (request.kind) {
    case 'docx':
      return (await part(() => import('./document-docx.ts'))).documentToDocx(request.model);
    case 'plan-xlsx':
      return (await part(() => import('./plan-workbook.ts'))).planWorkbook(request.planning);
    case 'projects-xlsx':
      return (await part(() => import('./projects-workbook.ts'))).projectsWorkbook(request.planning);
  }
}
