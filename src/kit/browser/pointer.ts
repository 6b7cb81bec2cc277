let isDown = false;
addEventListener('pointerdown', () => (isDown = true), true);
for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => (isDown = false), true);

/**
 * Runs a change of the page that may move things, but not between the press and the release of a click: what the
 * person is pressing must still be under the pointer when they let go.
 */
export function afterPress(run: () => void): void {
  if (!isDown) {
    run();
    return;
  }
  addEventListener('pointerup', () => setTimeout(run), { once: true });
}
