import type { CoherenceProblem } from '../instrument-assembly.ts';

/** Takes a problem across content files; gives what an editor reads: file, what is wrong, what to do. */
export function coherenceMessage(problem: CoherenceProblem, file: string): string {
  const allowed = problem.allowed.join(', ');
  const sentence: Record<CoherenceProblem['kind'], string> = {
    repeatedId: `el «id» ${problem.value} ya lo usa otro criterio. Los códigos no se repiten: use el siguiente número libre.`,
    unknownSection: `«fase» dice «${problem.value}», que no existe. Use una de estas: ${allowed}.`,
    unknownGroup: `«grupo» dice «${problem.value}», que no está en su fase. Use uno de estos: ${allowed}.`,
    unknownCondition: `«aplicaSi» dice «${problem.value}», que no es una condición del perfil. Use una de estas, o añádala a src/content/perfil/condiciones.yaml: ${allowed}.`,
    foreignId: `el «id» ${problem.value} no corresponde a su fase: debe comenzar por ${allowed}.`,
    unknownDependency: `la condición «${problem.id}» dice dependeDe «${problem.value}», que no existe. Use una de estas: ${allowed}.`,
    emptySection: `la fase «${problem.value}» no tiene criterios. Revise «fase» en sus archivos.`,
  };
  return `${file}: ${sentence[problem.kind]}`;
}
