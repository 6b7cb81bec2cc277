import type { Lack } from '../../domain/plan-check.ts';
import type { ActivityFields, PlanTexts } from '../../domain/plan.ts';

/** Fields of an activity that an address can lead to. */
export type ActivityPlaceField = keyof ActivityFields | 'criteria';

/** A place of the page of the plan, as its address names it after `#`. */
export type PlanPlace =
  /** A row, open, with the focus in a field where one is named. */
  | { readonly kind: 'activity'; readonly id: string; readonly field: ActivityPlaceField | null }
  /** The first row of a criterion, or its proposal. */
  | { readonly kind: 'criterion'; readonly id: string }
  | { readonly kind: 'text'; readonly field: Exclude<keyof PlanTexts, 'extra'> }
  | { readonly kind: 'proposals' };

/** A place of the page of the projects. `field` is a name of `Project` or of a kind of resource. */
export type ProjectPlace =
  { readonly kind: 'project'; readonly id: string; readonly field: string | null } | { readonly kind: 'new' };

/** Takes a place of the plan's page; gives it as the fragment of an address, without `#`. */
export function planFragment(place: PlanPlace): string {
  switch (place.kind) {
    case 'activity':
      return `actividad/${encodeURIComponent(place.id)}${place.field === null ? '' : `/${place.field}`}`;
    case 'criterion':
      return `criterio/${encodeURIComponent(place.id)}`;
    case 'text':
      return `texto/${place.field}`;
    case 'proposals':
      return 'propuestas';
  }
}

/** Takes a fragment with or without `#`; gives the place that it names, or null. */
export function planPlace(fragment: string): PlanPlace | null {
  const [kind = '', id = '', field = null] = partsOf(fragment);
  if (kind === 'actividad' && id !== '') return { kind: 'activity', id, field: field as ActivityPlaceField | null };
  if (kind === 'criterio' && id !== '') return { kind: 'criterion', id };
  if (kind === 'texto' && id !== '') return { kind: 'text', field: id as Exclude<keyof PlanTexts, 'extra'> };
  return kind === 'propuestas' ? { kind: 'proposals' } : null;
}

/** Takes a place of the projects' page; gives it as the fragment of an address, without `#`. */
export function projectFragment(place: ProjectPlace): string {
  if (place.kind === 'new') return 'nuevo';
  return `proyecto/${encodeURIComponent(place.id)}${place.field === null ? '' : `/${place.field}`}`;
}

/** Takes a fragment with or without `#`; gives the place that it names, or null. */
export function projectPlace(fragment: string): ProjectPlace | null {
  const [kind = '', id = '', field = null] = partsOf(fragment);
  if (kind === 'proyecto' && id !== '') return { kind: 'project', id, field };
  return kind === 'nuevo' ? { kind: 'new' } : null;
}

function partsOf(fragment: string): string[] {
  try {
    return fragment.replace(/^#/, '').split('/').map(decodeURIComponent);
  } catch {
    // An address that somebody cut in the middle of a sign names no place.
    return [];
  }
}

/** Where what is missing is filled in: the page, and the place in it. */
export type LackPlace =
  | { readonly page: 'plan'; readonly fragment: string }
  | { readonly page: 'projects'; readonly fragment: string }
  | { readonly page: 'question'; readonly phaseId: string; readonly criterionId: string };

/** Takes something that is missing; gives where one click has to lead. */
export function placeOfLack(lack: Lack): LackPlace {
  const plan = (place: PlanPlace): LackPlace => ({ page: 'plan', fragment: planFragment(place) });
  const projects = (place: ProjectPlace): LackPlace => ({ page: 'projects', fragment: projectFragment(place) });
  switch (lack.kind) {
    case 'criterion':
      return plan({ kind: 'criterion', id: lack.criterionId });
    case 'activity':
      return plan({
        kind: 'activity',
        id: lack.activityId,
        field: lack.field === 'resources' ? 'technology' : lack.field,
      });
    case 'activityDates':
      return plan({ kind: 'activity', id: lack.activityId, field: 'end' });
    case 'text':
      return plan({ kind: 'text', field: lack.field });
    case 'project':
      return projects({ kind: 'project', id: lack.projectId, field: lack.field });
    case 'noActivities':
      return plan({ kind: 'proposals' });
    case 'noProjects':
      return projects({ kind: 'new' });
    case 'goal':
      if (lack.why === 'pending') return { page: 'question', phaseId: lack.phaseId, criterionId: lack.criterionId };
      return plan(
        lack.activityId === null
          ? { kind: 'criterion', id: lack.criterionId }
          : { kind: 'activity', id: lack.activityId, field: 'end' },
      );
    case 'goalLate':
      return plan({ kind: 'activity', id: lack.activityId, field: 'end' });
  }
}
