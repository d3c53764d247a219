import { singleKeysWords } from '../single-keys-words.ts';
import { setSingleKeys, singleKeys } from './single-keys.ts';

const choice = document.querySelector<HTMLElement>('[data-single-keys]');
const box = choice?.querySelector('input');
const status = choice?.querySelector('[role="status"]');
if (choice && box && status) {
  box.checked = singleKeys();
  // Without scripts there are no such keys, and nothing to choose.
  choice.hidden = false;
  box.addEventListener('change', () => {
    status.textContent = setSingleKeys(box.checked) ? '' : singleKeysWords.refused;
  });
}
