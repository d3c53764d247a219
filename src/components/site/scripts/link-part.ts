import { snippet, type SnippetKind } from '../../../lib/guides/snippets.ts';
import { scriptWords } from './words.ts';
import { addressOf } from './address.ts';
import { partTitle } from './copy-link.ts';

/** In "Link this page": the choice of a step or a question, which changes the snippets. */
export function addPartChoice(): void {
  const box = document.querySelector<HTMLElement>('[data-link-this]');
  const parts = [...document.querySelectorAll<HTMLElement>('.permalink')];
  if (box === null || parts.length === 0) return;
  const page = box.dataset.linkThis ?? '';
  const select = document.createElement('select');
  select.append(new Option(scriptWords.wholePage, ''));
  for (const part of parts) {
    select.append(new Option(partTitle(part), part.getAttribute('href') ?? ''));
  }
  const label = document.createElement('label');
  label.append(scriptWords.linkPart, select);
  label.className = 'field';
  box.querySelector('p')?.after(label);
  select.addEventListener('change', () => {
    const part = select.selectedOptions[0];
    const title = select.value === '' ? page : `${page}: ${part?.text ?? ''}`;
    for (const shown of box.querySelectorAll<HTMLElement>('[data-snippet]')) {
      const kind = shown.dataset.snippet as SnippetKind;
      shown.textContent = snippet(kind, { title, url: addressOf(select.value) });
    }
  });
}
