/**
 * The permanent addresses of the site. They come from the norm and stay for ever; each works under any base path.
 */
const BASE = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** Takes a path from the site's root (`/fases/`, `/circular/#numeral-1`); gives it under the base path. */
export function href(path: string): string {
  return path.startsWith('/') ? BASE + path.slice(1) : path;
}

export const criterionPath = (id: string): string => `/criterios/${id.toLowerCase()}/`;
export const phasePath = (id: string): string => `/fases/${id}/`;
export const questionnairePath = (id: string): string => `/autoevaluacion/${id}/`;
/** The circular's two deliverables: where they are made, and where they are checked and taken along. */
export const PLAN_PATH = '/autoevaluacion/plan/';
export const PROJECTS_PATH = '/autoevaluacion/proyectos/';
export const DOCUMENTS_PATH = '/autoevaluacion/documentos/';
/** Where anybody checks that a file of a closed version is what was closed. */
export const CHECK_PATH = '/autoevaluacion/comprobar/';
/** The place of a criterion in its phase's questionnaire. */
export const questionPath = (sectionId: string, id: string): string =>
  `${questionnairePath(sectionId)}#${id.toLowerCase()}`;
/** The published JSON Schema of the assessment file; its address is also its name, `$id`. */
export const FILE_SCHEMA_PATH = '/datos-abiertos/autoevaluacion-v1.schema.json';
/** Where a correction of one thing is proposed. */
export const correctionPath = (kind: string, id: string): string => `/correcciones/?${kind}=${encodeURIComponent(id)}`;
/** What changed from one version of the instrument to the next, and each version as data. */
export const VERSIONS_PATH = '/versiones/';
export const instrumentDataPath = (version: string): string => `/datos-abiertos/instrumento-${version}.json`;
export const FILE_EXAMPLE_PATH = '/datos-abiertos/autoevaluacion-ejemplo.gel.json';
