import { words } from '../offline-words.ts';

/** Milliseconds between two looks whether the person is done. */
const WHILE = 2000;

let offered = false;

/** Says that there is a new version, once, and not while the person is in the middle of something. */
export function offerReload(reload: () => void): void {
  if (offered) return;
  offered = true;
  const wait = (): void => {
    if (isBusy()) setTimeout(wait, WHILE);
    else show(reload);
  };
  wait();
}

/** What someone is in the middle of, as long as it is on the page. */
const begun = [
  ...['captured', 'enrolling', 'refused'].map((state) => `.enroll[data-state="${state}"]`),
  'video',
  ...['add-panel', 'entry-edit', 'import-report'].map((part) => `[data-testid="${part}"]`),
  'main dialog[open]',
].join();

/** Whether something is begun, or was typed, that a reload would lose. */
function isBusy(): boolean {
  if (document.querySelector(begun) !== null) return true;
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'main :is(input:not([type="search"], [type="radio"], [type="checkbox"]), textarea)',
  );
  return [...fields].some(({ value, defaultValue }) => value !== defaultValue);
}

function show(reload: () => void): void {
  const notice = document.createElement('div');
  notice.className = 'update-notice';
  notice.dataset.testid = 'update-notice';
  notice.setAttribute('role', 'status');
  const text = document.createElement('p');
  const button = (label: string, run: () => void): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'button';
    made.textContent = label;
    made.addEventListener('click', run);
    return made;
  };
  document.body.append(notice);
  // A region announces what comes into it, not what it came with.
  text.textContent = words.update.ready;
  let warned = false;
  notice.append(
    text,
    button(words.update.reload, () => {
      if (warned || !isBusy()) reload();
      else text.textContent = words.update.unfinished;
      warned = true;
    }),
    button(words.update.later, () => {
      notice.remove();
    }),
  );
}
