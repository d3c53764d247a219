import type { Plugin } from 'vite';

/**
 * Compiles Preact's JSX with what Vite brings instead of Babel, which the integration always
 * runs: two seconds less for a build.
 */
export function plainJsx(): Plugin {
  return {
    name: '2faa-plain-jsx',
    config: () => ({ oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } }),
    configResolved: ({ plugins, command }) => {
      const babel = plugins.find(({ name }) => name === 'vite:preact-jsx');
      if (babel === undefined) throw new Error('The plugin of Preact has another name now.');
      if (command === 'build') delete babel.transform;
    },
  };
}
