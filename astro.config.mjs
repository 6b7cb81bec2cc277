import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import glossaryLinks from './src/integrations/glossary-links.ts';
import searchIndex from './src/integrations/search-index.ts';
import siteVersion from './src/integrations/site-version.ts';
import supportedBrowsers from './src/integrations/supported-browsers.ts';

// Where the site is published: both are settings of the build, so that the ministry can host it anywhere. Without an
// address nothing on a page claims one: what needs it takes the address at which the page is read.
const site = process.env.SITE;
const base = process.env.BASE ?? '/';

export default defineConfig({
  ...(site && { site }),
  base,
  trailingSlash: 'always',
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [mdx(), supportedBrowsers(), glossaryLinks(), searchIndex(), siteVersion()],
  markdown: { syntaxHighlight: false },
  build: { inlineStylesheets: 'never' },
  security: {
    // No 'unsafe-inline' anywhere. `frame-ancestors` needs a header: docs/hosting.md says how.
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
      scriptDirective: { resources: ["'self'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    // A worker loads what writes a file when it is asked for that file.
    worker: { format: 'es' },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // What every page of the assessment runs comes as one file: in many small ones it weighs a tenth more.
              codeSplitting: {
                groups: [
                  {
                    name: 'autoevaluacion',
                    test: /\/src\/(assessment\/(storage\/assessment-store|elements\/page\/(session|follow|download)|domain\/(scoring|percent))|addresses)\.ts$/,
                  },
                ],
              },
            },
          },
        },
      },
    },
    build: {
      rolldownOptions: {
        // MDX files carry a directive that the bundler reports for each of them; it means nothing here.
        onLog(level, log, forward) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') forward(level, log);
        },
      },
    },
  },
});
