import { h, hydrate, type ComponentType } from 'preact';
import { keepInstallPrompt } from '../../lib/install/prompt.browser.ts';

/**
 * Brings an `Island.astro` to life. Astro's own way takes 2 kB of script in every page
 * that has an island, and two hashes in its policy.
 */
export function startIsland<Props extends object>(
  name: string,
  component: ComponentType<Props>,
): void {
  const element = document.querySelector(`[data-island="${name}"]`);
  const props = document.querySelector(`[data-island-props="${name}"]`);
  if (element === null || props === null) throw new Error(`There is no island ${name}.`);
  keepInstallPrompt();
  hydrate(h(component, JSON.parse(props.textContent) as Props), element);
}
