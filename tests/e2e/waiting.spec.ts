import { test as plain } from '@playwright/test';
import { cardAction, evaluated, ID, openList, openQuestionnaire, store, stored } from '../support/assessment.ts';
import { downloaded, openInList } from '../support/files.ts';
import { expect, test, type Page } from '../support/test.ts';

/** Another tab that holds all stores of the database until it is let go. */
async function holdStores(page: Page): Promise<() => Promise<void>> {
  const holder = await page.context().newPage();
  await holder.goto('/404.html');
  await holder.evaluate(
    () =>
      new Promise<void>((resolve) => {
        indexedDB.open('gel-autoevaluaciones').onsuccess = ({ target }) => {
          const database = (target as IDBOpenDBRequest).result;
          const names = [...database.objectStoreNames];
          const transaction = database.transaction(names, 'readwrite');
          const spin = (): void => {
            if (!(window as { letGo?: boolean }).letGo)
              transaction.objectStore(names[0] ?? '').count().onsuccess = spin;
          };
          spin();
          resolve();
        };
      }),
  );
  return async () => {
    await holder.evaluate(() => Object.assign(window, { letGo: true }));
    await holder.close();
  };
}

test.describe('a database that does not answer', () => {
  test('raises the alarm while a save waits, hands over what is on the screen, and ends when it is saved', async ({
    page,
  }) => {
    await store(page, { 'INF-01': evaluated('mision') });
    await openQuestionnaire(page, 'informacion');
    const letGo = await holdStores(page);
    await page.locator('#inf-02 [data-all]').check();
    const alarm = page.locator('[data-save-alarm]');
    await expect(alarm).toContainText('Sin guardar todavía: los datos de este navegador no contestan.');
    // Pressed while it waits, it begins anew and goes on waiting.
    await alarm.locator('[data-retry]').click();
    await expect(alarm).toBeVisible();
    for (const button of [alarm.locator('[data-download]'), page.locator('[data-copy-now]')]) {
      const { bytes } = await downloaded(page, () => button.evaluate((each: HTMLElement) => each.click()));
      expect(Object.keys(JSON.parse(bytes.toString('utf8')).respuestas)).toEqual(['INF-01', 'INF-02']);
    }
    await letGo();
    await expect(alarm).toBeHidden();
    await expect(page.locator('[data-save-line]')).toContainText('Guardado');
    expect((await stored(page)).answers).toHaveLength(2);
  });

  test('is told on every page that waits for it, which opens by itself once it answers', async ({ page }) => {
    await store(page, { 'INF-01': evaluated('mision') });
    for (const path of ['', 'informacion/', 'resultados/', 'plan/', 'comparar/']) {
      const letGo = await holdStores(page);
      await page.goto(`/autoevaluacion/${path}?id=${ID}`);
      const notice = page.locator('[data-notices]').first();
      await expect(notice).toContainText('Los datos de este navegador todavía no contestan.');
      await letGo();
      await expect(notice).toBeEmpty();
      await expect(page.getByText('Instituto Nacional de Salud').first()).toBeVisible();
    }
  });

  test('that never opens is told too', async ({ page }) => {
    await page.addInitScript(() => {
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function () {
        const request = open.call(this, 'otra');
        // Nobody ever hears of it.
        request.addEventListener = () => undefined;
        return request;
      };
    });
    for (const path of ['', 'informacion/', 'resultados/', 'documentos/']) {
      await page.goto(`/autoevaluacion/${path}`);
      await expect(page.locator('[data-notices]').first()).toContainText('todavía no contestan');
    }
  });
});

test.describe('a connection that is lost', () => {
  test('is opened anew: what waits is saved, by itself or with «Reintentar»', async ({ page }) => {
    await store(page, {});
    await page.addInitScript(() => {
      const transaction = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (...args) {
        const broken = window as unknown as { lost?: IDBDatabase | 'next'; all?: boolean };
        if (broken.lost === 'next') broken.lost = this;
        // This connection is of no use for ever; another one is.
        if (broken.all || broken.lost === this) throw new DOMException('Connection lost', 'UnknownError');
        return transaction.apply(this, args);
      };
    });
    await openQuestionnaire(page, 'informacion');
    await page.evaluate(() => Object.assign(window, { lost: 'next' }));
    await page.locator('#inf-01 [data-all]').check();
    await expect(page.locator('[data-save-line]')).toContainText('Guardado');
    expect((await stored(page)).answers).toHaveLength(1);

    await page.evaluate(() => Object.assign(window, { all: true }));
    await page.locator('#inf-02 [data-all]').check();
    const alarm = page.locator('[data-save-alarm]');
    await expect(alarm).toBeVisible();
    await page.evaluate(() => Object.assign(window, { all: false, lost: 'next' }));
    await alarm.locator('[data-retry]').click();
    await expect(alarm).toBeHidden();
    expect((await stored(page)).answers).toHaveLength(2);
  });

  test('with all data cleared under the page says what became of them, and every copy holds what is on the screen', async ({
    page,
  }) => {
    await store(page, { 'INF-01': evaluated('mision') });
    await openQuestionnaire(page, 'informacion');
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'all' });
    await page.locator('#inf-02 [data-all]').check();
    const alarm = page.locator('[data-save-alarm]');
    await expect(alarm).toContainText('la autoevaluación ya no está en este navegador');
    for (const button of [page.locator('[data-copy-now]'), alarm.locator('[data-download]')]) {
      const { bytes } = await downloaded(page, () => button.evaluate((each: HTMLElement) => each.click()));
      expect(Object.keys(JSON.parse(bytes.toString('utf8')).respuestas)).toEqual(['INF-01', 'INF-02']);
    }
    for (const path of ['resultados', 'perfil', 'plan', 'comparar']) {
      await store(page, { 'INF-01': evaluated('mision') });
      await page.goto(`/autoevaluacion/${path}/?id=${ID}`);
      await page.locator('[data-copy-now]').waitFor();
      await session.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'all' });
      const { bytes } = await downloaded(page, () => page.locator('[data-copy-now]').click());
      expect(Object.keys(JSON.parse(bytes.toString('utf8')).respuestas)).toEqual(['INF-01']);
    }
  });

  test('with all data cleared under the list gives a copy of each card, and takes that copy back in', async ({
    page,
  }) => {
    await store(page, { 'INF-01': evaluated('mision') });
    await openList(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'all' });
    const { name, bytes } = await downloaded(page, () => cardAction(page, 'copy-file'));
    await expect(page.locator('gel-assessments [data-notices]')).toContainText('ya no está guardado en este navegador');
    const again = await downloaded(page, () => cardAction(page, 'copy-file'));
    expect(again.bytes.equals(bytes)).toBe(true);
    await openInList(page, { name, mimeType: 'application/json', buffer: bytes });
    await page.locator('[data-incoming]').getByRole('button', { name: 'Agregar a la lista' }).click();
    await expect(page.locator('gel-assessments [data-notices]')).toBeEmpty();
    await expect(page.locator('section[data-assessment]')).toHaveCount(1);
    expect((await stored(page)).answers).toHaveLength(1);
  });
});

test.describe('storage that is refused', () => {
  for (const [how, script] of [
    ['because there is none', "Object.defineProperty(window, 'indexedDB', { value: undefined })"],
    [
      'when it opens',
      `const open = IDBFactory.prototype.open;
       IDBFactory.prototype.open = function () {
         const request = open.call(this, 'otra');
         Object.defineProperty(request, 'error', { value: new DOMException('no', 'InvalidStateError') });
         request.addEventListener = (name, heard) => name === 'error' && setTimeout(heard);
         return request;
       };`,
    ],
    [
      'by asking for it',
      "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } })",
    ],
  ] as const) {
    test(`${how} is told as refused`, async ({ page }) => {
      await page.addInitScript(script);
      for (const path of ['', 'informacion/', 'plan/']) {
        await page.goto(`/autoevaluacion/${path}`);
        await expect(page.locator('[data-notices]').first()).toContainText(
          'Este navegador no deja que el sitio guarde datos.',
        );
      }
    });
  }

  // This page is of another site on purpose.
  plain('inside a frame of another site is told as that, with the way out', async ({ page, baseURL }) => {
    await page.addInitScript(() => {
      if (window.top !== window) {
        IDBFactory.prototype.open = () => {
          throw new DOMException('denied', 'SecurityError');
        };
      }
    });
    // A page without a policy of its own, which would not let it hold frames.
    await page.goto(`${baseURL?.replace('127.0.0.1', 'localhost')}/robots.txt`);
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
    }, `${baseURL}/autoevaluacion/informacion/`);
    await expect(page.frameLocator('iframe').locator('[data-notices]').first()).toContainText(
      'Abra este sitio en una pestaña propia',
    );
  });
});
