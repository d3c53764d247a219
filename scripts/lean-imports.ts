import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';

/**
 * Parts that load later are imported as they are. The bundler would have each file carry
 * the names of all that such a part needs, to ask for them ahead, and code that does so:
 * more bytes than it saves time here, as nearly all of it is there by then.
 *
 * It also loads styles of such parts; ours stand in the page, and one that does not is an
 * error that is seen at once.
 */
export function leanImports(): Plugin {
  return {
    name: '2faa-lean-imports',
    enforce: 'pre',
    configEnvironment: (name) =>
      name === 'client' ? { build: { modulePreload: false } } : undefined,
    load(id) {
      if (id !== HELPER) return undefined;
      return `export const __vitePreload = (load, styles) => {
        if (styles?.length) throw new Error('Styles belong into the page.');
        return load();
      };`;
    },
  };
}
