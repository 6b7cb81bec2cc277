import { supportedYear } from './scripts/supported-year.ts';

/** @type {import('stylelint').Config} */
export default {
  plugins: ['stylelint-plugin-use-baseline'],
  overrides: [{ files: ['**/*.astro'], customSyntax: 'postcss-html' }],
  rules: {
    'plugin/use-baseline': [
      true,
      {
        available: supportedYear(),
        // What a browser may lack without anybody missing it: nothing here is needed to read, to answer or to print.
        ignoreProperties: {
          // The build writes these with the prefix that the oldest browsers know.
          mask: [],
          'print-color-adjust': ['exact'],
          'text-size-adjust': [],
          // Every browser of the rule has them; the list holds them back for a part of theirs.
          'accent-color': [],
          outline: ['solid'],
          '/^break-(after|before)$/': ['avoid'],
          // Where it is missing, a page is slower, a field does not grow or a line breaks elsewhere.
          '/^contain-intrinsic-/': [],
          'content-visibility': ['auto', 'visible'],
          'field-sizing': ['content'],
          'forced-color-adjust': ['none'],
          'line-clamp': [],
          '/^(orphans|widows)$/': [],
          resize: [],
          'text-wrap': ['balance', 'wrap'],
        },
        // The margin boxes of a sheet: without them paper has no running foot.
        ignoreAtRules: ['page'],
      },
    ],
  },
};
