import { dateProblem } from '../../copy/forms.ts';
import { dateFromParts } from '../../../kit/values/calendar-date.ts';
import { need, setInvalid } from '../../../kit/browser/dom.ts';

type Field = HTMLInputElement | HTMLSelectElement;

/**
 * Opens one of the page's dialogs and waits. `read` takes the dialog's form and gives the answer, or the message of what
 * is wrong, shown beside the field while the dialog stays open. Gives null where the person leaves it.
 */
function ask<T>(
  root: ParentNode,
  name: string,
  about: string,
  read: (dialog: HTMLDialogElement) => { readonly ok: T } | { readonly wrong: string },
): Promise<T | null> {
  const dialog = need<HTMLDialogElement>(root, `[data-dialog="${name}"]`);
  const place = dialog.querySelector('[data-about]');
  if (place) place.textContent = about;
  showMessage(dialog, '');
  dialog.showModal();
  return new Promise((resolve) => {
    const stop = new AbortController();
    const { signal } = stop;
    const leave = (answer: T | null): void => {
      stop.abort();
      if (dialog.open) dialog.close();
      resolve(answer);
    };
    // With Escape the focus is back at the control before the dialog tells that it closed: a press of that control must
    // not be taken for a second one of what is still under way.
    dialog.addEventListener('cancel', () => leave(null), { signal });
    dialog.addEventListener('close', () => leave(null), { signal });
    need(dialog, '[data-cancel]').addEventListener('click', () => leave(null), { signal });
    need(dialog, 'form').addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        const reading = read(dialog);
        if ('ok' in reading) leave(reading.ok);
        else showMessage(dialog, reading.wrong);
      },
      { signal },
    );
  });
}

function showMessage(dialog: HTMLDialogElement, text: string): void {
  const message = dialog.querySelector<HTMLElement>('[data-message]');
  if (!message) return;
  message.textContent = text;
  message.hidden = text === '';
  const fields = [...dialog.querySelectorAll<Field>('input, select')];
  for (const field of fields) setInvalid(field, text !== '');
  if (text !== '') fields[0]?.focus();
}

/** Asks for a cut-off date; gives `YYYY-MM-DD`, or null. */
export function askDate(root: ParentNode, name: string, about: string): Promise<string | null> {
  const value = (dialog: HTMLDialogElement, part: string): string =>
    need<Field>(dialog, `[data-field="${part}"]`).value;
  need<HTMLFormElement>(root, `[data-dialog="${name}"] form`).reset();
  return ask(root, name, about, (dialog) => {
    const date = dateFromParts(value(dialog, 'day'), value(dialog, 'month'), value(dialog, 'year'));
    return date.ok ? { ok: date.date } : { wrong: dateProblem[date.problem] };
  });
}

/** Asks for a text, beginning with the one given. `wrong` says what is wrong with it, or ''. */
export function askText(
  root: ParentNode,
  name: string,
  options: { about: string; text: string; wrong: (text: string) => string },
): Promise<string | null> {
  const dialog = need<HTMLDialogElement>(root, `[data-dialog="${name}"]`);
  const field = need<HTMLInputElement>(dialog, '[data-text]');
  field.value = options.text;
  return ask(root, name, options.about, () => {
    const text = field.value.replace(/\s+/g, ' ').trim();
    const wrong = options.wrong(text);
    return wrong === '' ? { ok: text } : { wrong };
  });
}

/** Asks whether to go on with what cannot be undone. */
export async function askSure(root: ParentNode, name: string, about: string): Promise<boolean> {
  return (await ask(root, name, about, () => ({ ok: true as const }))) ?? false;
}
