// What the journey uses of the package, which brings no types of its own.
declare module 'selenium-webdriver' {
  export interface WebElement {
    click(): Promise<void>;
    getRect(): Promise<{ x: number; y: number; width: number; height: number }>;
    sendKeys(...keys: string[]): Promise<void>;
  }
  export interface WebDriver {
    get(address: string): Promise<void>;
    wait(condition: unknown, milliseconds: number): Promise<WebElement>;
    executeScript(script: string, ...given: unknown[]): Promise<unknown>;
    executeAsyncScript<T>(script: string): Promise<T>;
    getCapabilities(): Promise<Capabilities>;
    quit(): Promise<void>;
  }
  export class Capabilities {
    set(name: string, value: unknown): this;
    get(name: string): unknown;
  }
  export class Builder {
    usingServer(address: string): this;
    withCapabilities(capabilities: Capabilities): this;
    build(): Promise<WebDriver>;
  }
  export const By: { css(selector: string): unknown };
  export const Key: { readonly BACK_SPACE: string };
  export const until: { elementLocated(by: unknown): unknown };
  export const error: { readonly StaleElementReferenceError: new () => Error };
}
