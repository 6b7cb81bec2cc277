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
);
