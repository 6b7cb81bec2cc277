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
/** The place of a criterion in its phase's questionnaire. */
export const questionPath = (sectionId: string, id: string): string =>
  `${questionnairePath(sectionId)}#${id.toLowerCase()}`;
