import type { Project, ProjectFields } from '../../domain/projects.ts';

/** One part of the form of a project. */
export interface Part {
  /** Shows a project as it is stored. What a person gave and could not be saved stays on the screen. */
  show: (project: Project) => void;
}

/** What a part tells the form. */
export interface PartEvents {
  /** New values of some fields, made from the project as it is stored now. */
  change: (fields: (project: Project) => Partial<ProjectFields>) => void;
  /** A text that cannot be saved as it stands came (null where the text itself cannot be read), or went (undefined). */
  unsaved: (key: string, text: string | null | undefined) => void;
  /** A message for whoever does not see it appear. */
  say: (text: string) => void;
}

/**
 * Shows a message beside a field, or takes it away. One that is new is said, and comes out from under the bar while the
 * person is in its field.
 */
export function showMessage(place: HTMLElement, text: string, say: PartEvents['say']): void {
  const isNew = text !== '' && text !== place.textContent;
  place.textContent = text;
  place.hidden = text === '';
  if (!isNew) return;
  say(text);
  if (place.parentElement?.contains(document.activeElement)) place.scrollIntoView({ block: 'nearest' });
}
