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

/** Whether a code is being set up, a camera runs, or something was typed that a reload would lose. */
function isBusy(): boolean {
  const enrolling =
    ':is([data-state="captured"], [data-state="enrolling"], [data-state="refused"])';
  if (document.querySelector(`[data-testid="enroll"]${enrolling}, video`) !== null) return true;
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
  notice.append(
    text,
    button(words.update.reload, reload),
    button(words.update.later, () => {
      notice.remove();
    }),
  );
}
