import type { ResultKind, SearchFilters } from '../../lib/search/protocol.ts';
import { element } from './element.ts';
import { words } from './words.ts';

/** Stands for all; a service's name is never that. */
const ALL = '*';

interface Filters {
  readonly element: HTMLElement;
  readonly chosen: () => SearchFilters;
}

/**
 * What results can be narrowed to.
 *
 * @param services Loads the names of the services; asked for when someone is about to choose.
 */
export function createFilters(
  onChange: () => void,
  services: () => Promise<readonly string[]>,
): Filters {
  const service = element(
    'select',
    { 'data-testid': 'search-service' },
    new Option(words.allServices, ALL),
    new Option(words.noService, ''),
  );
  const kind = element(
    'select',
    { 'data-testid': 'search-kind' },
    new Option(words.allKinds, ALL),
    ...Object.entries(words.kinds).map(([value, name]) => new Option(name, value)),
  );
  let offered = false;
  const offer = async (): Promise<void> => {
    if (offered) return;
    offered = true;
    try {
      const names = (await services()).toSorted((a, b) => a.localeCompare(b));
      service.append(...names.map((name) => new Option(name, name)));
    } catch {
      // The search itself says that the index cannot be loaded.
      offered = false;
    }
  };
  for (const intent of ['pointerenter', 'focus']) {
    service.addEventListener(intent, () => void offer());
  }
  service.addEventListener('change', onChange);
  kind.addEventListener('change', onChange);
  return {
    element: element(
      'div',
      { class: 'search-filters' },
      element('label', {}, `${words.service} `, service),
      element('label', {}, `${words.kind} `, kind),
    ),
    chosen: () => ({
      ...(service.value !== ALL && { service: service.value }),
      ...(kind.value !== ALL && { kind: kind.value as ResultKind }),
    }),
  };
}
