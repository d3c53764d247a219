import type { Walk } from '../../lib/vault/walk.ts';

/*
 * The guide's text beside the companion: its steps are server-rendered, and
 * carry `data-step`; the walk is shown on them and taken from them.
 */

/** Shows the walk in the text: the current step, what is done, and a way to undo it. */
export function showWalk(walk: Walk): void {
  for (const step of textSteps()) {
    const id = step.dataset.step ?? '';
    const done = walk.done.includes(id);
    if (id === walk.step) step.setAttribute('aria-current', 'step');
    else step.removeAttribute('aria-current');
    step.toggleAttribute('data-done', done);
    const toggle = step.querySelector<HTMLButtonElement>('[data-step-toggle]');
    if (toggle === null) continue;
    toggle.hidden = false;
    toggle.setAttribute('aria-pressed', String(done));
  }
}

/** Hears of the done buttons in the text; the answer stops that. */
export function onToggle(toggled: (step: string) => void): () => void {
  const click = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : undefined;
    const step = target?.closest<HTMLElement>('[data-step-toggle]')?.dataset.stepToggle;
    if (step !== undefined) toggled(step);
  };
  document.addEventListener('click', click);
  return () => {
    document.removeEventListener('click', click);
  };
}

/** The step that the address points at, if it is one of this guide's. */
export function stepInAddress(): string | undefined {
  const id = /^#step-(.+)$/.exec(location.hash)?.[1];
  return textSteps().some((step) => step.dataset.step === id) ? id : undefined;
}

/** Puts the step into the address, so that a reload or a copied link leads here. */
export function setStepInAddress(step: string): void {
  history.replaceState(history.state, '', `#step-${step}`);
}

/** Brings the step's text into view without moving the focus. */
export function revealStep(step: string): void {
  document.getElementById(`step-${step}`)?.scrollIntoView({ block: 'nearest' });
}

/** Brings the companion into view where it stands under the text of its step. */
export function revealCompanion(): void {
  document.querySelector('[data-step] [data-companion]')?.scrollIntoView({ block: 'start' });
}

function textSteps(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-step]')];
}
