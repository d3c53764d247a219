import { scriptWords } from './words.ts';
import { addressOf } from './address.ts';
import { copyButton } from './copy.ts';

/** A button after every permalink that copies the address of its step, question or section. */
export function addLinkCopying(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.permalink')) {
    const button = copyButton({
      label: scriptWords.copyLink,
      about: partTitle(link),
      text: () => addressOf(link.hash),
    });
    button.className = 'copy-link';
    link.after(button);
  }
}

/** The heading that a permalink stands with. */
export function partTitle(link: Element): string {
  return (link.getAttribute('aria-label') ?? '').replace(/^[^:]*: /, '');
}
