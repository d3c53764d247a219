import { scriptWords } from './words.ts';
import { copyButton } from './copy.ts';

/** A button in every block of code that copies it. */
export function addCodeCopying(): void {
  for (const block of document.querySelectorAll('.prose pre')) {
    const code = block.querySelector('code') ?? block;
    const heading = block.hasAttribute('data-snippet') ? block.previousElementSibling : null;
    const button = copyButton({
      label: scriptWords.copy,
      about: (heading ?? code).textContent.split('\n', 1).join(),
      text: () => code.textContent.trimEnd(),
    });
    button.className = 'copy-code';
    const frame = document.createElement('div');
    frame.className = 'code-frame';
    block.replaceWith(frame);
    frame.append(block, button);
  }
}
