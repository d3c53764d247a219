import type { ResultKind, SearchFilters } from '../../lib/search/protocol.ts';
import { element } from './element.ts';
import { words } from './words.ts';

/** Stands for all; a service's name is never that. */
const ALL = '*';

interface Filters {
  readonly element: HTMLElement;
  readonly chosen: () => SearchFilters;
  readonly offer: (services: readonly string[]) => void;
}

/** What results can be narrowed to. */
export function createFilters(onChange: () => void): Filters {
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
    offer: (services) => {
      const sorted = services.toSorted((a, b) => a.localeCompare(b));
      service.append(...sorted.map((name) => new Option(name, name)));
    },
  };
}
