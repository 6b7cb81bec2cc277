import type { Download } from '@playwright/test';
import { toWindows1252 } from '../builders/windows-1252.ts';
import { header } from './assessment.ts';
import type { Page } from './test.ts';

/** A file as an input of the page takes it. */
export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A file with a content: a text as it is, anything else as JSON. */
export function file(name: string, content: unknown): GivenFile {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}

/** The same as an editor of Windows saves it, which knows no UTF-8. */
export function ansiFile(name: string, content: unknown): GivenFile {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { name, mimeType: 'application/json', buffer: Buffer.from(toWindows1252(text)) };
}

/** The file of the support's assessment with these answers, changed as told. */
export function assessmentFile(answers: Record<string, unknown>, change: Record<string, unknown> = {}) {
  return { ...header, ...change, respuestas: answers };
}

/** Opens files with the list's button, and waits for what comes of them. */
export async function openInList(page: Page, ...files: GivenFile[]): Promise<void> {
  const shown = page.locator('[data-incoming] section, [data-file-notices] .notice');
  await page.locator('[data-open-file]:enabled').setInputFiles(files);
  await shown.first().waitFor();
}

/** Gives a file to the page where two assessments are joined, once it listens: before, a person sees no field there. */
export async function giveToMerge(page: Page, given: GivenFile): Promise<void> {
  await page.locator('#otro-archivo:visible').setInputFiles(given);
}

/** Drops a file on a place of the page, as from the desktop. */
export async function dropFile(page: Page, selector: string, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ''], fileName ?? ''));
      return transfer;
    },
    [name, text],
  );
  await page.dispatchEvent(selector, 'dragover', { dataTransfer });
  await page.dispatchEvent(selector, 'drop', { dataTransfer });
}

/** The bytes of what the page handed over. */
export async function bytesOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Does something and gives the file that the page hands over. */
export async function downloaded(page: Page, work: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent('download');
  await work();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}
