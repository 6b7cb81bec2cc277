/** What the journey asks of a browser, whatever drives it. Every method throws where the browser does not get there. */
export interface Driver {
  goto(address: string): Promise<void>;
  /** Presses what a selector finds first, as a mouse does. */
  click(selector: string): Promise<void>;
  /** Types into a field, in the place of what was there. */
  type(selector: string, text: string): Promise<void>;
  /** Runs an expression in the page and gives its value, awaited. */
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

/** A browser that the journey is made in. */
export interface Engine {
  readonly name: string;
  /** Installs it where that can be done. Gives null where it is ready, or why it cannot be run on this machine. */
  prepare(): Promise<string | null>;
  /** Starts it on a profile of its own, with its version. */
  start(): Promise<{ driver: Driver; version: string }>;
}

/** How long something may take to come about, in milliseconds: a loaded machine must not turn a journey red. */
const PATIENCE_MS = 30_000;

/** Waits until an expression of the page is true. Throws with what was waited for and what the page's main part says. */
export async function until(driver: Driver, what: string, expression: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  let last: unknown;
  while (Date.now() < end) {
    try {
      last = await driver.evaluate<unknown>(expression);
      if (last === true) return;
    } catch (error) {
      // The page is being left: there is nothing to ask for a moment.
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const text = await driver.evaluate<string>("document.querySelector('main')?.innerText ?? ''").catch(String);
  throw new Error(`No llegó a pasar: ${what} (último valor: ${String(last)}). La página dice: ${text.slice(0, 600)}`);
}
