import { openFault, type FaultMessage } from '../../copy/storage.ts';
import type { Assessment } from '../../domain/assessment.ts';
import { assessmentFileName, assessmentToText } from '../../formats/assessment-file.ts';
import { AssessmentStore, type Damage, type Loaded } from '../../storage/assessment-store.ts';
import { type StorageError, toStorageError } from '../../storage/database.ts';

/** The address parameter that says which of the browser's assessments a page works on. */
const ID_PARAMETER = 'id';

export type Opening =
  | { readonly kind: 'ready'; readonly store: AssessmentStore; readonly loaded: Loaded }
  | { readonly kind: 'none'; readonly store: AssessmentStore; readonly damage: readonly Damage[] }
  | { readonly kind: 'fault'; readonly error: StorageError };

/**
 * Opens the assessment that the address names, or else the one changed last. Never throws: a browser that refuses is a
 * value too.
 */
export async function openAssessment(): Promise<Opening> {
  try {
    const store = await AssessmentStore.open();
    const wanted = new URLSearchParams(location.search).get(ID_PARAMETER);
    const { headers, damage } = await store.list();
    const id = headers.find((header) => header.id === wanted)?.id ?? (wanted === null ? headers[0]?.id : undefined);
    const loaded = id === undefined ? null : await store.load(id);
    return loaded === null ? { kind: 'none', store, damage } : { kind: 'ready', store, loaded };
  } catch (error) {
    return { kind: 'fault', error: toStorageError(error) };
  }
}

/** Makes the links marked `data-keep-assessment` lead to the same assessment. */
export function keepAssessment(id: string, root: ParentNode = document): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-keep-assessment]')) {
    // A link that still stands in a template has no base of its own to be resolved against.
    const url = new URL(link.getAttribute('href') ?? '', location.href);
    url.searchParams.set(ID_PARAMETER, id);
    link.href = url.href;
  }
}

/** Shows a message at a place of the page: what happened, the data, what to do. Text only, never HTML. */
export function showNotice(place: Element, message: FaultMessage, action?: { label: string; run: () => void }): void {
  const box = document.createElement('div');
  box.className = 'notice fault';
  box.setAttribute('role', 'alert');
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
}

/** Shows why the browser's data could not be opened. */
export function showOpenFault(place: Element, error: StorageError): void {
  showNotice(place, openFault[error.fault]);
}

/** Hands a text to the person as a file. */
export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Hands an assessment to the person in its own file format (spec/assessment-file). */
export function downloadAssessment(assessment: Assessment): void {
  download(assessmentFileName(assessment), assessmentToText(assessment));
}

/** Tells of damaged records, each with its place, and offers them as they were found. */
export function showDamage(place: Element, damage: readonly Damage[]): void {
  if (damage.length === 0) return;
  const what = damage
    .map(({ criterionId, problem }) => `${criterionId ?? 'los datos de la entidad'} (${problem})`)
    .join('; ');
  showNotice(
    place,
    {
      happened: `No se pudo leer parte de lo guardado: ${what}.`,
      data: 'Lo dañado se conserva tal como estaba y no entra en la cuenta. Las demás respuestas están completas.',
      remedy: 'Guarde una copia de lo dañado y responda de nuevo lo que falta.',
    },
    {
      label: 'Guardar una copia de lo dañado',
      run: () => download('autoevaluacion-datos-danados.json', `${JSON.stringify(damage, null, 2)}\n`),
    },
  );
}

/** Finds one element or throws, naming what the page lacks. */
export function need<T extends Element = HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`The page lacks ${selector}.`);
  return found;
}

/** Reads the plain data that the page carries in a JSON block. */
export function pageData<T>(root: ParentNode, name: string): T {
  return JSON.parse(need(root, `script[data-name="${name}"]`).textContent) as T;
}
