import { damagedDocuments } from '../../../assessment/copy/damage.ts';
import { criterionName } from '../../../assessment/elements/page/criterion-names.ts';
import { showDamaged } from '../../../assessment/elements/page/damage-view.ts';
import { documentKey } from '../../../assessment/file/document-key.ts';
import { planParts } from '../../copy/record-parts.ts';
import type { DocumentDamage } from '../../file/documents.ts';

/** Tells at a place what of the plan and the projects could not be read, instead of what it told of it before. */
export function showDocumentDamage(place: Element, damage: readonly DocumentDamage[]): void {
  for (const old of place.querySelectorAll('[data-document-damage]')) old.remove();
  if (damage.length === 0) return;
  const box = document.createElement('div');
  box.dataset['documentDamage'] = '';
  const damaged = damage.map(({ kind, id, problems, raw }) => ({ place: documentKey(kind, id), problems, raw }));
  showDamaged(box, damagedDocuments(damaged, criterionName, planParts), 'plan-datos-danados.json', damage);
  place.append(box);
}
