import { phaseOfOtherVersion } from '../../copy/project-changes.ts';
import { projectKinds, projectTargets, type Project } from '../../domain/projects.ts';
import { need } from '../../../kit/browser/dom.ts';
import type { Part, PartEvents } from './part.ts';

export type ChoiceKey = 'kinds' | 'targets' | 'phases';

/** What a project does, what it acts on, or the phases that it serves: a box each, in the circular's order. */
export class Choices implements Part {
  readonly #key: ChoiceKey;
  readonly #place: HTMLElement;
  readonly #boxes: readonly HTMLInputElement[];
  readonly #events: PartEvents;

  constructor(place: HTMLElement, project: Project, events: PartEvents) {
    this.#key = place.dataset['choices'] as ChoiceKey;
    this.#place = place;
    this.#boxes = [...place.querySelectorAll<HTMLInputElement>('input')];
    this.#events = events;
    for (const box of this.#boxes) box.addEventListener('change', () => this.#take());
    this.show(project);
  }

  show(project: Project): void {
    const chosen = new Set<string>(project[this.#key]);
    for (const box of this.#boxes) box.checked = chosen.has(box.value);
    if (this.#key === 'phases') this.#showUnknown(project.phases);
  }

  #take(): void {
    const chosen = this.#boxes.filter(({ checked }) => checked).map(({ value }) => value);
    this.#events.change(({ phases }) => {
      if (this.#key === 'kinds') return { kinds: projectKinds.filter((kind) => chosen.includes(kind)) };
      if (this.#key === 'targets') return { targets: projectTargets.filter((target) => chosen.includes(target)) };
      return { phases: [...chosen, ...this.#unknown(phases)] };
    });
  }

  /** Phases that this version of the instrument does not have: they stay until the person takes them out. */
  #unknown(phases: readonly string[]): string[] {
    return phases.filter((id) => this.#boxes.every(({ value }) => value !== id));
  }

  #showUnknown(phases: readonly string[]): void {
    const list = need(this.#place, '[data-unknown-phases]');
    const unknown = this.#unknown(phases);
    const shown = [...list.children].map((item) => (item as HTMLElement).dataset['phase']);
    if (JSON.stringify(shown) === JSON.stringify(unknown)) return;
    list.replaceChildren(
      ...unknown.map((id) => {
        const item = document.createElement('li');
        item.dataset['phase'] = id;
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'link';
        button.textContent = 'Quitar';
        button.addEventListener('click', () => {
          this.#boxes[0]?.focus();
          this.#events.change((project) => ({ phases: project.phases.filter((each) => each !== id) }));
        });
        const name = document.createElement('bdi');
        name.textContent = id;
        item.append(phaseOfOtherVersion, name, ' ', button);
        return item;
      }),
    );
  }
}
