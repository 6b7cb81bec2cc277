import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import baseline from 'eslint-plugin-baseline-js';
import tseslint from 'typescript-eslint';
import { baselineOptions } from './scripts/supported-year.ts';

export default defineConfig(
  { ignores: ['dist', 'dist-base', '.astro', 'node_modules', 'coverage', 'test-results', 'playwright-report'] },
  ...tseslint.configs.recommended,
  ...astro.configs.recommended,
  {
    rules: {
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-alert': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    // What needs the types: a promise that nobody waits for, a value that is not what it is used as.
    files: ['**/*.ts'],
    ignores: ['src/**/*.astro/*.ts'],
    extends: [...tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A function that gives a promise is `async`, so that what it throws is never thrown at once.
      '@typescript-eslint/require-await': 'off',
      // What was caught is thrown on as it is.
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
    },
  },
  {
    // They read what has any form and fail where it is another one, reject with what the browser gives, and take methods
    // off its prototypes to break them.
    files: ['tests/**', 'src/**/*.test.ts'],
    rules: Object.fromEntries(
      [
        'no-base-to-string',
        'no-unsafe-argument',
        'no-unsafe-assignment',
        'no-unsafe-member-access',
        'no-unsafe-return',
        'prefer-promise-reject-errors',
        'restrict-template-expressions',
        'unbound-method',
      ].map((rule) => [`@typescript-eslint/${rule}`, 'off']),
    ),
  },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
  {
    // It is for browsers of any age to read: newer syntax is an error of parsing.
    files: ['public/*.js'],
    languageOptions: { ecmaVersion: 5, sourceType: 'script' },
    rules: { 'no-var': 'off', '@typescript-eslint/no-unused-vars': ['error', { caughtErrors: 'none' }] },
  },
  {
    // What runs in the browser asks for nothing that the oldest browsers of the rule lack (docs/decisions/0005): what
    // has a name of its own here, methods by the types in tsconfig.browser.json, what libraries need in
    // tests/built/browsers.test.ts.
    files: ['src/*/**/*.ts', 'src/**/*.astro/*.ts', 'src/**/*.astro/*.js'],
    ignores: ['src/**/*.test.ts', 'src/integrations/**', 'src/pages/**/*.ts', 'src/instrument/read.ts'],
    plugins: { baseline },
    rules: { 'baseline/use-baseline': ['error', baselineOptions()] },
  },
  {
    // It asks whether the browser has them before it offers anything.
    files: ['src/assessment/elements/linked-file/linked-file.ts'],
    rules: {
      'baseline/use-baseline': ['error', baselineOptions('file-system-access', 'origin-private-file-system')],
    },
  },
);
