import type { Gap } from '../../domain/plan-check.ts';
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
export type GapPlace =
  | { readonly page: 'plan'; readonly fragment: string }
  | { readonly page: 'projects'; readonly fragment: string }
  | { readonly page: 'question'; readonly phaseId: string; readonly criterionId: string };

/** Takes something that is missing; gives where one click has to lead. */
export function placeOfGap(gap: Gap): GapPlace {
  const plan = (place: PlanPlace): GapPlace => ({ page: 'plan', fragment: planFragment(place) });
  const projects = (place: ProjectPlace): GapPlace => ({ page: 'projects', fragment: projectFragment(place) });
  switch (gap.kind) {
    case 'criterion':
      return plan({ kind: 'criterion', id: gap.criterionId });
    case 'activity':
      return plan({
        kind: 'activity',
        id: gap.activityId,
        field: gap.field === 'resources' ? 'technology' : gap.field,
      });
    case 'activityDates':
      return plan({ kind: 'activity', id: gap.activityId, field: 'end' });
    case 'text':
      return plan({ kind: 'text', field: gap.field });
    case 'project':
      return projects({ kind: 'project', id: gap.projectId, field: gap.field });
    case 'noActivities':
      return plan({ kind: 'proposals' });
    case 'noProjects':
      return projects({ kind: 'new' });
    case 'goal':
      if (gap.why === 'pending') return { page: 'question', phaseId: gap.phaseId, criterionId: gap.criterionId };
      return plan(
        gap.activityId === null
          ? { kind: 'criterion', id: gap.criterionId }
          : { kind: 'activity', id: gap.activityId, field: 'end' },
      );
    case 'goalLate':
      return plan({ kind: 'activity', id: gap.activityId, field: 'end' });
  }
}
