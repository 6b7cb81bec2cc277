import type { FaultMessage } from '../words/fault.ts';
import { showNotice } from './notice-box.ts';

/** A part of a list that stands under a message. */
export interface NoticeGroup {
  readonly title: string;
  /** What to do about these, or ''. */
  readonly remedy: string;
  readonly named: readonly string[];
  /** How many more there are, in words, or ''. */
  readonly more: string;
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

/**
 * Shows one message for many things, with the list of them folded below. Text only. Takes what opens the list, and its
 * parts; without parts it is a message like any other.
 */
export function showListNotice(
  place: Element,
  message: FaultMessage,
  summary: string,
  groups: readonly NoticeGroup[],
): void {
  const box = showNotice(place, message);
  if (groups.length === 0) return;
  const details = document.createElement('details');
  const opener = document.createElement('summary');
  opener.textContent = summary;
  details.append(opener);
  for (const { title, remedy, named, more } of groups) {
    const heading = document.createElement('strong');
    heading.textContent = title;
    const first = document.createElement('p');
    first.append(heading);
    const list = document.createElement('ul');
    for (const text of [...named, more].filter((each) => each !== '')) {
      const item = document.createElement('li');
      item.textContent = text;
      list.append(item);
    }
    details.append(first, list, ...(remedy === '' ? [] : [paragraph(remedy)]));
  }
  box.append(details);
}
