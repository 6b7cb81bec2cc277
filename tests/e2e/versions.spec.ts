import { readInstrumentVersions, readVersions } from '../../scripts/read-content.ts';
import { header, ID, store, stored } from '../support/assessment.ts';
import { expect, test } from '../support/test.ts';

test('what was answered with an earlier version says what it lost and gained, and can be left in the present one', async ({
  page,
}) => {
  const [first] = readVersions();
  const present = readVersions().at(-1)?.version ?? '';
  const answers = Object.fromEntries(
    (readInstrumentVersions()[0]?.fases ?? []).flatMap(({ criterios }) =>
      criterios.map(({ id, verificaciones }) => [
        id,
        { tipo: 'evaluada', cumplidas: verificaciones.map((each) => each.id), modificada: header.creada },
      ]),
    ),
  );
  await store(page, answers, { ...header, instrumento: { ...header.instrumento, version: first?.version ?? '' } });
  const before = (await stored(page)).answers;
  await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
  const crossing = page.locator('[data-unknown]');
  await expect(crossing).toContainText(`Se respondió con la versión ${first?.version} del instrumento`);
  await expect(crossing.locator('[data-lost]')).toContainText('Perdió:');
  await expect(crossing.locator('[data-gained]')).toContainText('Ganó:');
  await expect(crossing.locator('[data-figures]')).toContainText('Por eso cambian las cifras');
  await page.getByRole('button', { name: `Dejarla en la versión ${present}` }).click();
  await expect(page.locator('[data-moved]')).toBeFocused();
  const after = await stored(page);
  expect(after.answers).toEqual(before);
  expect(after.assessments[0]).toMatchObject({ instrumento: { version: present } });
});
