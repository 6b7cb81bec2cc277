// `npm run entregables`: a person's whole way in a real browser from a half-met assessment to both documents of the
// circular, whose files LibreOffice then turns into PDF and poppler into pages to look at. Needs a build (`npm run
// build`), LibreOffice and pdftoppm. Everything goes to the folder that is named, or to `entregables/`.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(process.argv[2] ?? 'entregables');

function run(command: string, args: string[], env: Record<string, string> = {}): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) throw new Error(`${command} did not start: ${error.message}`);
  if (status !== 0) throw new Error(`${command} ended with ${status}`);
}

rmSync(folder, { recursive: true, force: true });
run('playwright', ['test', 'tests/e2e/deliverables.spec.ts'], { ENTREGABLES: folder });
const office = readdirSync(folder).filter((name) => /\.(docx|xlsx)$/.test(name));
for (const name of office) {
  // Two documents of one name in two forms would write over each other's PDF.
  const out = join(folder, name.replace('.', '-'));
  run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', out, join(folder, name)]);
  const pdf = readdirSync(out).find((each) => each.endsWith('.pdf'));
  if (pdf === undefined) throw new Error(`LibreOffice gave no PDF of ${name}`);
  run('pdftoppm', ['-r', '60', '-png', join(out, pdf), join(out, 'pagina')]);
  const pages = readdirSync(out).filter((each) => each.endsWith('.png')).length;
  console.log(`${name}: ${pages} ${pages === 1 ? 'página' : 'páginas'} en ${out}`);
}
console.log(`${office.length} documentos abiertos por LibreOffice, ninguno rechazado.`);
