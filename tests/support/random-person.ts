// A person who answers the questionnaire at random, with mouse and keyboard.
import type { Locator, Page } from '@playwright/test';
import type { Content } from './announcement.ts';
import type { Random } from './random.ts';

/** Texts as people write and paste them. */
const TEXTS = [
  'Falta publicar la visión aprobada en agosto.',
  'Línea uno\nlínea dos\n\ttercera',
  '«Comillas», punto y coma; 42,5 % y $ 1.250.000',
  '=SUMA(A1:A2)',
  '<b>ñandú</b> & cía.',
  '🏛️ trámite',
  '  espacios  ',
];

/** Told before a change with the criterion and the parts of its answer that it can touch; gives what to call after. */
type Begin = (criterionId: string, parts: readonly (keyof Content)[]) => () => void;

interface Action {
  /** How often it is chosen beside the others. */
  readonly weight: number;
  readonly parts: readonly (keyof Content)[];
  readonly run: (box: Locator, text: string, random: Random) => Promise<unknown>;
}

const actions: readonly Action[] = [
  {
    weight: 5,
    parts: ['tipo', 'cumplidas'],
    run: async (box, _text, random) => {
      const checks = box.locator('[data-check]');
      await checks.nth(random.below(await checks.count())).click();
    },
  },
  { weight: 2, parts: ['tipo', 'cumplidas'], run: (box) => box.locator('[data-all]').click() },
  { weight: 2, parts: ['tipo', 'cumplidas'], run: (box) => box.locator('[data-none]').click() },
  { weight: 2, parts: ['observacion'], run: (box, text) => box.locator('[data-note]').fill(text) },
  { weight: 3, parts: ['observacion'], run: (box, text) => box.locator('[data-note]').pressSequentially(text) },
  // More than the field holds: stays on the screen, is not saved, and must do nothing to what is.
  { weight: 0.2, parts: ['observacion'], run: (box, text) => box.locator('[data-note]').fill(text.repeat(500)) },
  {
    weight: 3,
    parts: ['evidencias'],
    run: async (box, text, random) => {
      const row = box.locator('[data-evidence-rows] > *').last();
      await row.locator('[data-evidence-url]').fill(`https://www.ejemplo.gov.co/${random.below(1000)}?b=ñ#d`);
      await row.locator('[data-evidence-title]').fill(text.replace(/\s+/g, ' '));
      if (random.below(3) === 0) await box.locator('[data-add-evidence]').click();
    },
  },
  {
    weight: 3,
    // The checks stay in the record under a «No aplica»: nothing here may change them.
    parts: ['tipo', 'justificacion', 'fundamento'],
    run: async (box, text, random) => {
      const mark = box.locator('[data-not-applicable]');
      if ((await mark.count()) === 0) return;
      await mark.click();
      if (!(await mark.isChecked())) return;
      await box.locator('[data-justification]').fill(text);
      if (random.below(2) === 0) await box.locator('[data-legal-ground]').fill(text.replace(/\s+/g, ' '));
    },
  },
];

/** Changes one criterion of the phase that the page shows, at random. `mark` makes each text one of its own. */
export async function changeSomething(page: Page, random: Random, mark: string, begin: Begin): Promise<void> {
  const boxes = page.locator('[data-criterion]');
  const box = boxes.nth(random.below(await boxes.count()));
  const criterionId = (await box.getAttribute('data-criterion')) ?? '';
  let at = random.next() * actions.reduce((sum, { weight }) => sum + weight, 0);
  const action = actions.find(({ weight }) => (at -= weight) < 0) ?? actions[0];
  if (action === undefined) throw new Error('There is nothing to do.');
  const text = `${mark} ${random.oneOf(TEXTS)}`;
  const end = begin(criterionId, action.parts);
  await action.run(box, text, random);
  end();
}
