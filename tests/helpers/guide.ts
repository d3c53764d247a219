import type { GuideForIsland } from '../../src/lib/guides/island.ts';

/** A guide as the companion gets it, with every kind of step. */
export const guide: GuideForIsland = {
  slug: 'example',
  service: 'Example',
  identities: [
    { id: 'root', label: 'Root user', named: false },
    { id: 'iam', label: 'IAM user', named: true, nameLabel: 'IAM user name' },
  ],
  enrollment: {
    codes: 2,
    boxes: ['Code 1', 'Code 2'],
    submit: 'Add',
    issuers: ['Example Inc.'],
    accountPattern: '^[a-z]+@[0-9]+$',
    keyHint: 'Choose Show key.',
  },
  steps: [
    { id: 'check', title: 'Check', kind: 'prepare' },
    { id: 'open', title: 'Open', kind: 'navigate' },
    { id: 'scan', title: 'Scan', kind: 'capture' },
    { id: 'type', title: 'Type', kind: 'codes' },
    { id: 'try', title: 'Try', kind: 'finish' },
    { id: 'again', title: 'Again', kind: 'repeat' },
  ],
  refusals: [],
};
