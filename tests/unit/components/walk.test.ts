import { describe, expect, it } from 'vitest';
import {
  afterAccepted,
  afterCapture,
  afterReopened,
  freshWalk,
  stepBy,
  stepForward,
  toggleDone,
  walkForNext,
} from '../../../src/components/enroll/walk.ts';
import { guide } from '../../helpers/guide.ts';

const at = (step: string, ...done: string[]) => ({ step, done });

describe('walking a guide', () => {
  it('begins at the first step with nothing done', () => {
    expect(freshWalk(guide)).toEqual(at('check'));
  });

  it('marks a step as done when the person goes on from it', () => {
    expect(stepForward(guide, at('check'))).toEqual(at('open', 'check'));
  });

  it.each(['scan', 'type'])('leaves it to the companion whether %s is done', (step) => {
    expect(stepForward(guide, at(step)).done).toEqual([]);
  });

  it('goes back without undoing', () => {
    expect(stepBy(guide, at('open', 'check'), -1)).toEqual(at('check', 'check'));
  });

  it('stays within the guide', () => {
    expect(stepBy(guide, at('check'), -1).step).toBe('check');
    expect(stepBy(guide, at('again'), 1).step).toBe('again');
  });

  it('marks as done and takes that back, once each', () => {
    const done = toggleDone(at('open'), 'check');
    expect(done).toEqual(at('open', 'check'));
    expect(toggleDone(done, 'check')).toEqual(at('open'));
  });
});

describe('what happens to the walk of an enrollment', () => {
  it('is at the codes after a capture, with the console’s steps done and preparation left open', () => {
    const walk = afterCapture(guide, { ...at('check'), pairStep: 7 }, 'entry-1');
    expect(walk).toEqual({ ...at('type', 'open', 'scan'), entry: 'entry-1', identity: undefined });
  });

  it('keeps the chosen identity and forgets the pair of an earlier code', () => {
    const identity = { kind: 'iam', name: 'alice' };
    const before = { ...at('try', 'type'), identity, pairStep: 7, entry: 'entry-1' };
    const walk = afterCapture(guide, before, 'entry-2');
    expect(walk.identity).toEqual(identity);
    expect(walk.pairStep).toBeUndefined();
    expect(walk.done).not.toContain('type');
  });

  it('goes on after the service accepted, from wherever the person was', () => {
    expect(afterAccepted(guide, at('check', 'open'))).toEqual(at('try', 'open', 'type'));
  });

  it('is back at the codes when they were not accepted after all', () => {
    expect(afterReopened(guide, at('again', 'scan', 'type'))).toEqual(at('type', 'scan'));
  });

  it('spares the next identity what was prepared', () => {
    expect(walkForNext(guide)).toEqual(at('open', 'check'));
  });
});
