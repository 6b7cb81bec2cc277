// `npm run contenido`: the editors' content alone, each mistake as one block; exit code 1 where there is any.
import { contentProblems } from './content/check.ts';
import { readContentTexts } from './content/files.ts';
import { problemBlock } from './content/problem.ts';

const texts = readContentTexts();
const problems = contentProblems(texts);
if (problems.length === 0) {
  console.log(`El contenido está bien: ${texts.size} archivos revisados.`);
} else {
  console.log(`${problems.map(problemBlock).join('\n\n')}\n`);
  console.log(
    problems.length === 1
      ? 'Hay un error. Corríjalo y corra otra vez «npm run contenido».'
      : `Hay ${problems.length} errores. Corríjalos y corra otra vez «npm run contenido».`,
  );
  process.exitCode = 1;
}
