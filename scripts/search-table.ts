// `npm run busqueda` (after a build): how well the search answers the questions that it is tuned on, and what it misses of
// them. `-- --retenidas` counts the held-out ones as well; which of those it misses is not told, so that nobody tunes on them.
import { ask, readIndex } from '../tests/support/search-measure.ts';
import { heldOutQuestions } from '../tests/support/search-questions-held-out.ts';
import { searchQuestions } from '../tests/support/search-questions.ts';

const index = readIndex('dist');
const rows = [
  { what: 'tuned', questions: searchQuestions, isShown: true },
  ...(process.argv.includes('--retenidas') ? [{ what: 'held out', questions: heldOutQuestions, isShown: false }] : []),
].map(({ what, questions, isShown }) => {
  const answers = ask(index, questions);
  const absent = new Set(questions.filter(({ isAbsent }) => isAbsent).map(({ query }) => query));
  if (isShown) {
    for (const { query, paths, exact, isFirst, isAmongThree } of answers) {
      if (!isFirst)
        console.log(
          `${isAmongThree ? 'second or third' : 'missed'}: «${query}» (${exact} exact) ${paths.slice(0, 3).join(' ')}`,
        );
    }
  }
  return {
    what,
    questions: questions.length,
    'first right': answers.filter(({ isFirst }) => isFirst).length,
    'among three': answers.filter(({ isAmongThree }) => isAmongThree).length,
    'told as exact': answers.filter(({ query, exact }) => exact > 0 && !absent.has(query)).length,
    'false exact': answers.filter(({ query, exact }) => exact > 0 && absent.has(query)).length,
    'not treated': absent.size,
  };
});
console.table(rows);
