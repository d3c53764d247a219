import { scriptWords } from './words.ts';
import { addressOf } from './address.ts';
import { copyButton } from './copy.ts';

/** A button after every permalink that copies the address of its step, question or section. */
export function addLinkCopying(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.permalink')) {
    add(link, partTitle(link), () => addressOf(link.hash));
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.questions li > a')) {
    add(link, link.textContent, () => new URL(link.pathname + link.hash, addressOf('')).href);
  }
}

function add(link: HTMLAnchorElement, about: string, text: () => string): void {
  const button = copyButton({ label: scriptWords.copyLink, about, text });
  button.className = 'copy-link';
  link.after(button);
}

/** The heading that a permalink stands with. */
export function partTitle(link: Element): string {
  return (link.getAttribute('aria-label') ?? '').replace(/^[^:]*: /, '');
}
