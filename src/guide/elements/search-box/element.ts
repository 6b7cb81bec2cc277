/**
 * The search box of the header: Ctrl+K takes the keyboard to it (a single sign would get in the way of whoever dictates), and the browser fetches what search needs as soon as the
 * person is there, so that the results page finds it at hand.
 */
const box = document.querySelector<HTMLInputElement>('[data-search-box]');

document.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  (document.querySelector<HTMLInputElement>('[data-search-input]') ?? box)?.focus();
});

box?.addEventListener(
  'focus',
  () => {
    const hint = document.createElement('link');
    hint.rel = 'prefetch';
    hint.href = box.dataset['warm'] ?? '';
    document.head.append(hint);
  },
  { once: true },
);
