/**
 * The search box of the header: «/» takes the keyboard to it, and the browser fetches what search needs as soon as the
 * person is there, so that the results page finds it at hand.
 */
const box = document.querySelector<HTMLInputElement>('[data-search-box]');

document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select');
  if (event.key !== '/' || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
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
