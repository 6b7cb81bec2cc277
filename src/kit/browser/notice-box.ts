import type { FaultMessage } from '../words/fault.ts';

/**
 * Shows a message at a place of the page: what happened, the data, what to do. Text only, never HTML. A calm one tells how
 * things stand and is not printed. Gives its box.
 */
export function showNotice(
  place: Element,
  message: FaultMessage,
  action?: { label: string; run: () => void },
  tone: 'fault' | 'calm' = 'fault',
): HTMLElement {
  const box = document.createElement('div');
  box.className = tone === 'fault' ? 'notice fault' : 'notice screen-only';
  box.setAttribute('role', tone === 'fault' ? 'alert' : 'status');
  const strong = document.createElement('strong');
  strong.textContent = message.happened;
  const first = document.createElement('p');
  first.append(strong, ` ${message.data}`);
  const second = document.createElement('p');
  second.textContent = message.remedy;
  box.append(first, second);
  if (action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button small quiet';
    button.textContent = action.label;
    button.addEventListener('click', action.run);
    const line = document.createElement('p');
    line.append(button);
    box.append(line);
  }
  place.append(box);
  return box;
}
