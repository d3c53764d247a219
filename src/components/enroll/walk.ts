import type { GuideForIsland } from '../../lib/guides/island.ts';
import type { Walk } from '../../lib/vault/walk.ts';

type Step = GuideForIsland['steps'][number];

/** The walk of someone who has just come: at the first step, nothing done. */
export function freshWalk(guide: GuideForIsland): Walk {
  return { step: guide.steps[0]?.id ?? '', done: [] };
}

/** The walk of someone who goes on with another identity: what was prepared need not be again. */
export function walkForNext(guide: GuideForIsland): Walk {
  const prepared = guide.steps.filter(({ kind }) => kind === 'prepare').map(idOf);
  const first = guide.steps.find(({ id }) => !prepared.includes(id));
  return { step: first?.id ?? '', done: prepared };
}

/** Goes `by` steps on or back, staying within the guide. */
export function stepBy(guide: GuideForIsland, walk: Walk, by: 1 | -1): Walk {
  const target = guide.steps[guide.steps.findIndex(({ id }) => id === walk.step) + by];
  return target === undefined ? walk : { ...walk, step: target.id };
}

/** Goes on from the current step, which counts as done unless the companion itself decides that. */
export function stepForward(guide: GuideForIsland, walk: Walk): Walk {
  const kind = guide.steps.find(({ id }) => id === walk.step)?.kind;
  const decided = kind === 'capture' || kind === 'codes';
  return stepBy(guide, decided ? walk : withDone(walk, [walk.step]), 1);
}

/** Marks a step as done, or takes that back. */
export function toggleDone(walk: Walk, step: string): Walk {
  if (!walk.done.includes(step)) return withDone(walk, [step]);
  return { ...walk, done: walk.done.filter((id) => id !== step) };
}

/** The kept walk with what was done in the page while it could not be read. */
export function joined(kept: Walk, own: Walk): Walk {
  const { step, entry = kept.entry, pairStep = kept.pairStep, identity = kept.identity } = own;
  return { ...withDone(kept, own.done), step, entry, pairStep, identity };
}

/** After a capture: who holds the QR code has been through the console's steps before it. */
export function afterCapture(guide: GuideForIsland, walk: Walk, entry: string | undefined): Walk {
  const capture = guide.steps.findIndex(({ kind }) => kind === 'capture');
  const passed = guide.steps.slice(0, capture + 1).filter(({ kind }) => kind !== 'prepare');
  const step = stepOfKind(guide, 'codes');
  const { identity, done } = withDone(walk, passed.map(idOf));
  return { step, done: done.filter((id) => id !== step), entry, identity };
}

/** After the service took the codes: on to what follows them. */
export function afterAccepted(guide: GuideForIsland, walk: Walk): Walk {
  const codes = stepOfKind(guide, 'codes');
  return stepBy(guide, { ...withDone(walk, [codes]), step: codes }, 1);
}

/** Back to the codes: they were not taken after all. */
export function afterReopened(guide: GuideForIsland, walk: Walk): Walk {
  const step = stepOfKind(guide, 'codes');
  return { ...walk, step, done: walk.done.filter((id) => id !== step) };
}

/** The kind of identity that an address asks for by `?identity=`, if the guide has it. */
export function addressedIdentity(
  guide: GuideForIsland,
  search: string,
): GuideForIsland['identities'][number] | undefined {
  const wanted = new URLSearchParams(search).get('identity');
  return guide.identities.find(({ id }) => id === wanted);
}

/**
 * The walk for someone whose link chooses an identity: another one's is left as it is in
 * the vault, and a fresh one begins. A name is never in an address, so that a kind with
 * names is chosen only in the form.
 */
export function asAddressed(guide: GuideForIsland, walk: Walk, search: string): Walk {
  const wanted = addressedIdentity(guide, search);
  if (wanted === undefined || walk.identity?.kind === wanted.id) return walk;
  const start = walk.identity === undefined && walk.entry === undefined ? walk : freshWalk(guide);
  return wanted.named ? start : { ...start, identity: { kind: wanted.id, name: '' } };
}

function stepOfKind(guide: GuideForIsland, wanted: Step['kind']): string {
  return guide.steps.find(({ kind }) => kind === wanted)?.id ?? '';
}

function withDone(walk: Walk, steps: readonly string[]): Walk {
  return { ...walk, done: [...new Set([...walk.done, ...steps])] };
}

function idOf({ id }: Step): string {
  return id;
}
