const CONTROLS = 'a, button, input, select, summary, [tabindex]';

/** What tells a control from the others of its owner: its kind, its data, where it leads. */
function signOf(control: HTMLElement): string {
  const path = control instanceof HTMLAnchorElement ? control.pathname : '';
  return JSON.stringify([control.localName, Object.entries(control.dataset), path, control.getAttribute('value')]);
}

function owners(place: ParentNode): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>('[data-owner]')];
}

/**
 * Draws a place anew and puts the focus back where it was: on the same control of the same part (`data-owner`), or, where
 * that control is gone, on the nearest thing of its part. Where the part itself is gone, nothing has the focus.
 */
export function keepFocus(place: HTMLElement, draw: () => void): void {
  const { activeElement } = document;
  const active = activeElement instanceof HTMLElement && place.contains(activeElement) ? activeElement : null;
  const owner = active?.closest<HTMLElement>('[data-owner]');
  draw();
  if (!active || !owner) return;
  const now = owners(place).find((each) => each.dataset['owner'] === owner.dataset['owner']);
  if (!now) return;
  const controls = [...now.querySelectorAll<HTMLElement>(CONTROLS)];
  const same = active === owner ? now : controls.find((each) => signOf(each) === signOf(active));
  const next = same ?? controls.find((each) => each.localName === 'summary') ?? controls[0];
  next?.focus({ preventScroll: true });
}
