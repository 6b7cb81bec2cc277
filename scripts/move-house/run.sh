#!/bin/bash
# run.sh <checkout>: the move and the symbols, each as a commit of its own. The checkout is clean before.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$1"
test -z "$(git status --porcelain)" || { echo 'The checkout is not clean.'; exit 1; }
node "$here/move.mjs" .
git commit -qm 'Rebuild the house by subject

Files alone move, and what names a path follows: no line of the program changes.'
node "$here/symbols.mjs" .
git commit -qm "Move what is shared out of the files of one subject

The message of a fault, the plural, what is wrong at a place of a file, the
text of a cell and the letter of a column know nothing of an assessment. What
the plan's records are made of is one file's work, and the page's desk another's."
