import { savedHere } from '../../../workers/offline.browser.ts';

/** On the page that stands in for one that is not kept: lists those that are. */
async function listSaved(list: Element): Promise<void> {
  const saved = await savedHere();
  const listed = new Set([...list.querySelectorAll('a')].map((link) => link.pathname));
  for (const { address, title } of saved?.pages ?? []) {
    if (listed.has(address) || address === '/') continue;
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = address;
    link.textContent = title;
    item.append(link);
    list.append(item);
  }
}

// The address is still that of the page that was asked for.
document.querySelector('[data-try-again]')?.setAttribute('href', location.href);
const list = document.querySelector('[data-other-pages]');
if (list) void listSaved(list);
