import { createPanel } from './search-panel.ts';

/** Puts the search where the page has a place for it, and keeps its question in the address. */
function start(place: HTMLElement, index: HTMLElement): void {
  const asked = new URLSearchParams(location.search).get('q') ?? '';
  const panel = createPanel((query) => {
    const address = new URL(location.href);
    if (query === '') address.searchParams.delete('q');
    else address.searchParams.set('q', query);
    if (address.href !== location.href) history.replaceState(history.state, '', address);
    index.hidden = query !== '';
  });
  panel.input.value = asked;
  place.replaceChildren(panel.element);
  if (asked !== '') panel.search();
}

const place = document.querySelector<HTMLElement>('[data-search-place]');
const index = document.querySelector<HTMLElement>('[data-search-index]');
if (place !== null && index !== null) start(place, index);
