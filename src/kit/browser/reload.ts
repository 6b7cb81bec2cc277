/** How long a reload waits for what is being saved, and how often it looks, in milliseconds. */
const PATIENCE_MS = 2_000;
const LOOK_MS = 50;

/** True where a page would ask before it is left: something of the person's is not saved yet. */
function isUnsaved(): boolean {
  // Each page guards its own work with this event, and nothing but the question hangs on it.
  const question = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(question);
  return question.defaultPrevented;
}

/** Loads the page anew once what is being saved is saved; what cannot be saved as it stands the browser asks about. */
export async function reloadSafely(): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (isUnsaved() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  location.reload();
}
