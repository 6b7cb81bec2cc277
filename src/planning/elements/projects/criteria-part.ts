import {
  criterionAdded,
  criterionRemoved,
  markPhase,
  ofCriterion,
  ofOtherVersion,
  phaseMarked,
  phaseUnmarked,
} from '../../copy/project-changes.ts';
import {
  criterionBlank,
  criterionMany,
  criterionNone,
  criterionThere,
  tooManyCriteria,
} from '../../copy/projects-page.ts';
import { isPhase, type Section } from '../../../instrument/instrument.ts';
import type { Project } from '../../domain/projects.ts';
import { PLAN_LIMITS } from '../../fields/limits.ts';
import { need, setInvalid } from '../../../kit/browser/dom.ts';
import { showMessage, type Part, type PartEvents } from './part.ts';
import { criterionMeant } from './search.ts';

/** The criteria that a project serves, by phase: added by code or name, taken out one by one. */
export class CriteriaPart implements Part {
  readonly #place: HTMLElement;
  readonly #sections: readonly Section[];
  readonly #events: PartEvents;
  readonly #input: HTMLInputElement;
  #project: Project;
  /** What is drawn, so that typing elsewhere in the form draws nothing. */
  #drawn = '';

  constructor(place: HTMLElement, sections: readonly Section[], project: Project, events: PartEvents) {
    this.#place = place;
    this.#sections = sections;
    this.#events = events;
    this.#input = need(place, '[data-criterion]');
    this.#project = project;
    need(place, '[data-add-criterion]').addEventListener('click', () => this.#add());
    this.#input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.#add();
    });
    this.#input.addEventListener('input', () => this.#say(''));
    need(place, '[data-groups]').addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
      if (button) this.#press(button);
    });
    this.show(project);
  }

  show(project: Project): void {
    this.#project = project;
    const drawn = JSON.stringify([project.criteria, project.phases]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const groups = need(this.#place, '[data-groups]');
    const active = groups.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
    const { remove, mark } = active?.dataset ?? {};
    const chosen = new Set(project.criteria);
    const known = this.#sections.flatMap((section) => {
      const criteria = section.criteria.filter(({ id }) => chosen.has(id));
      return criteria.length === 0 ? [] : [this.#group(section, criteria)];
    });
    const names = new Set(this.#sections.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
    const unknown = project.criteria.filter((id) => !names.has(id)).map((id) => ({ id, name: '' }));
    groups.replaceChildren(...known, ...(unknown.length === 0 ? [] : [this.#group(null, unknown)]));
    if (!active) return;
    const controls = [...groups.querySelectorAll<HTMLElement>('button')];
    const same = controls.find(
      ({ dataset }) =>
        (remove !== undefined && dataset['remove'] === remove) || (mark !== undefined && dataset['mark'] === mark),
    );
    (same ?? this.#input).focus({ preventScroll: true });
  }

  #group(section: Section | null, criteria: readonly { readonly id: string; readonly name: string }[]): HTMLElement {
    const group = document.createElement('div');
    const title = document.createElement('p');
    title.className = 'criteria-title';
    title.textContent = section?.name ?? ofOtherVersion;
    const list = document.createElement('ul');
    list.className = 'plain';
    list.append(...criteria.map((criterion) => this.#item(criterion)));
    group.append(title);
    if (section !== null && isPhase(section) && !this.#project.phases.includes(section.id)) {
      group.append(this.#proposal(section));
    }
    group.append(list);
    return group;
  }

  /** A criterion of a phase that is not marked: the phase is proposed, never marked by itself. */
  #proposal({ id, name }: Section): HTMLElement {
    const line = document.createElement('p');
    line.className = 'proposal';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button small quiet';
    button.dataset['mark'] = id;
    button.textContent = markPhase(name);
    line.append(phaseUnmarked, button);
    return line;
  }

  #item({ id, name }: { readonly id: string; readonly name: string }): HTMLElement {
    const item = document.createElement('li');
    const code = document.createElement('bdi');
    code.className = 'code';
    code.textContent = id;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link';
    button.dataset['remove'] = id;
    const of = document.createElement('span');
    of.className = 'visually-hidden';
    of.textContent = ofCriterion(id);
    button.append('Quitar', of);
    const text = document.createElement('span');
    text.append(code, name === '' ? '' : ` ${name}`);
    item.append(text, ' ', button);
    return item;
  }

  #press({ dataset: { remove, mark } }: HTMLElement): void {
    if (remove !== undefined) {
      const { criteria } = this.#project;
      const next = criteria[criteria.indexOf(remove) + 1] ?? criteria[criteria.indexOf(remove) - 1];
      this.#events.change((project) => ({ criteria: project.criteria.filter((id) => id !== remove) }));
      const buttons = [...this.#place.querySelectorAll<HTMLElement>('[data-remove]')];
      (buttons.find(({ dataset }) => dataset['remove'] === next) ?? this.#input).focus();
      this.#events.say(criterionRemoved(remove));
    }
    if (mark !== undefined) {
      const order = this.#sections.map(({ id }) => id as string);
      this.#events.change(({ phases }) => {
        const marked = new Set([...phases, mark]);
        return { phases: [...order.filter((id) => marked.has(id)), ...phases.filter((id) => !order.includes(id))] };
      });
      this.#events.say(phaseMarked(this.#sections.find(({ id }) => id === mark)?.name ?? mark));
      this.#input.focus();
    }
  }

  #add(): void {
    const typed = this.#input.value.trim();
    const meant = criterionMeant(
      this.#sections.flatMap(({ criteria }) => criteria),
      typed,
    );
    if (meant.kind === 'blank') return this.#say(criterionBlank);
    if (meant.kind === 'none') return this.#say(criterionNone(typed));
    if (meant.kind === 'many') return this.#say(criterionMany(typed, meant.ids));
    const { id } = meant;
    if (this.#project.criteria.includes(id)) return this.#say(criterionThere(id));
    if (this.#project.criteria.length >= PLAN_LIMITS.criteria) return this.#say(tooManyCriteria(PLAN_LIMITS.criteria));
    this.#say('');
    this.#input.value = '';
    const place = new Map(
      this.#sections.flatMap(({ criteria }) => criteria).map((criterion, index) => [criterion.id, index]),
    );
    const rank = (each: string): number => place.get(each) ?? Infinity;
    this.#events.change((project) => ({
      criteria: [...project.criteria, id].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b))),
    }));
    this.#events.say(criterionAdded(id));
    this.#input.focus();
  }

  #say(text: string): void {
    showMessage(need(this.#place, '[data-message]'), text, this.#events.say);
    setInvalid(this.#input, text !== '');
  }
}
