import type { Plugin } from 'vite';

/**
 * Compiles Preact's JSX with what Vite brings instead of Babel, which the integration always
 * runs, over every TypeScript file: two seconds less for a build. Hot reloading is another plugin.
 */
export function plainJsx(): Plugin {
  return {
    name: '2faa-plain-jsx',
    config: () => ({ oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } }),
    configResolved: ({ plugins }) => {
      const babel = plugins.find(({ name }) => name === 'vite:preact-jsx');
      if (babel === undefined) throw new Error('The plugin of Preact has another name now.');
      delete babel.transform;
    },
  };
}
