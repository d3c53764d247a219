import { describe, expect, it } from 'vitest';
import { asAddressed } from '../../../src/components/enroll/walk.ts';
import { guideForIsland } from '../../../src/lib/guides/island.ts';
import { sampleGuide } from '../guides/sample.ts';

const guide = guideForIsland({ id: 'example', data: sampleGuide() });
const fresh = { step: 'check', done: [] };
const underway = {
  step: 'codes',
  done: ['check'],
  entry: 'e1',
  identity: { kind: 'member', name: 'a' },
};

describe('asAddressed', () => {
  it('chooses the identity that the address names', () => {
    const chosen = { ...fresh, identity: { kind: 'owner', name: '' } };
    expect(asAddressed(guide, fresh, '?identity=owner')).toEqual(chosen);
  });

  it('leaves the name of a named kind to the form', () => {
    expect(asAddressed(guide, fresh, '?identity=member')).toEqual(fresh);
  });

  it('begins afresh beside the enrollment of another identity', () => {
    expect(asAddressed(guide, underway, '?identity=owner')).toEqual({
      ...fresh,
      identity: { kind: 'owner', name: '' },
    });
  });

  it('goes on with an enrollment of the same identity, and ignores what the guide has not', () => {
    expect(asAddressed(guide, underway, '?identity=member')).toBe(underway);
    expect(asAddressed(guide, underway, '?identity=nobody')).toBe(underway);
    expect(asAddressed(guide, underway, '')).toBe(underway);
  });
});
