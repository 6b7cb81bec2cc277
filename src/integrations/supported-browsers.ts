import type { AstroIntegration } from 'astro';
import browserslistToEsbuild from 'browserslist-to-esbuild';

/**
 * Builds scripts and styles for the oldest browsers of the rule, `browserslist` in package.json. Astro fixes the target
 * of the browser's scripts after it has read its own configuration, so that it can only be set here.
 */
export default function supportedBrowsers(): AstroIntegration {
  const target = browserslistToEsbuild();
  return {
    name: 'supported-browsers',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            build: { cssTarget: target },
            plugins: [
              {
                name: 'supported-browsers',
                configEnvironment(name, options) {
                  if (name === 'client') options.build = { ...options.build, target };
                },
              },
            ],
          },
        });
      },
    },
  };
}
