import { describe, expect, it } from 'vitest';
import { openBackup } from '../../../src/lib/vault/backup.ts';
import type { EntryEdit } from '../../../src/lib/vault/entry-edit.ts';
import type { Entry } from '../../../src/lib/vault/entry.ts';
import {
  PASSPHRASE,
  codeOf,
  draft,
  freshName,
  opens,
  protectedVault,
  quickDerive,
  raw,
  rawPut,
  ticking,
} from './support.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A clock that is set by hand. */
function settable(start = 1_800_000_000_000) {
  const clock = { at: start, now: () => clock.at };
  return clock;
}

describe('history', () => {
  it('has each earlier version of an entry, the newest first', async () => {
    const vault = await opens(freshName(), ticking());
    const archive = await vault.archive();
    const captured = await vault.capture(draft());
    expect(await archive.history(captured.id)).toEqual([]);
    const named = await vault.rename(captured.id, 'one');
    const accepted = await vault.accept(captured.id);
    const versions = await archive.history(captured.id);
    expect(versions.map(({ entry }) => entry)).toEqual([named, captured]);
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    const [newest] = versions;
    expect(newest?.replacedAt).toBeGreaterThanOrEqual(accepted.updatedAt);
    expect(await archive.history('nobody')).toEqual([]);
  });

  it('keeps the entry that a new capture replaced as it was before', async () => {
    const vault = await opens(freshName(), ticking());
    const first = await vault.capture(draft());
    await vault.capture(draft());
    const [version] = await (await vault.archive()).history(first.id);
    expect(version?.entry).toEqual(first);
  });

  it('brings a version back, and what was there becomes a version itself', async () => {
    const vault = await opens(freshName(), ticking());
    const archive = await vault.archive();
    const { id } = await vault.capture(draft());
    await vault.rename(id, 'right');
    await vault.rename(id, 'wrong');
    const back = await archive.restoreVersion(id, 2);
    expect(back.name).toBe('right');
    expect((await vault.list()).entries).toEqual([back]);
    const names = (await archive.history(id)).map(({ entry }) => entry.name);
    expect(names).toEqual(['wrong', 'right', undefined]);
    expect(await codeOf(archive.restoreVersion(id, 99))).toBe('not-found');
    expect(await codeOf(archive.restoreVersion('nobody', 1))).toBe('not-found');
  });

  it('never takes a counter back', async () => {
    const vault = await opens(freshName());
    const archive = await vault.archive();
    const { issuer, account, secret, algorithm, digits } = draft().otp;
    const otp = { type: 'hotp', issuer, account, secret, algorithm, digits, counter: 5 } as const;
    const { id } = await vault.capture({ otp });
    await vault.nextCounter(id);
    await vault.nextCounter(id);
    expect((await archive.restoreVersion(id, 1)).otp).toMatchObject({ counter: 7 });
  });

  it('is kept for 30 days; the latest version always', async () => {
    const clock = settable();
    const name = freshName();
    const vault = await opens(name, clock.now);
    const archive = await vault.archive();
    const { id } = await vault.capture(draft());
    await vault.rename(id, 'one');
    clock.at += 30 * DAY;
    await vault.rename(id, 'two');
    expect(await archive.history(id)).toHaveLength(2);
    clock.at += 1;
    await vault.rename(id, 'three');
    expect((await archive.history(id)).map(({ version }) => version)).toEqual([3, 2]);
    clock.at += 400 * DAY;
    await vault.writeWalk('aws-mfa', { step: 's', done: [] });
    expect(await archive.history(id)).toEqual([]);
    expect((await vault.list()).entries).toMatchObject([{ name: 'three' }]);
  });

  it('leaves out a version that was tampered with', async () => {
    const name = freshName();
    const vault = await opens(name);
    const { id } = await vault.capture(draft());
    await vault.rename(id, 'one');
    await vault.rename(id, 'two');
    const [first] = (await raw(name, 'history', (store) => store.getAll())) as object[];
    await rawPut(name, 'history', { ...first, nonce: new Uint8Array(12) });
    const archive = await vault.archive();
    expect((await archive.history(id)).map(({ version }) => version)).toEqual([2]);
    expect(await codeOf(archive.restoreVersion(id, 1))).toBe('tampered');
  });
});

describe('the trash', () => {
  it('is kept for 30 days, and then goes with all versions at the next change', async () => {
    const clock = settable();
    const name = freshName();
    const vault = await opens(name, clock.now);
    const old = await vault.capture(draft({ account: 'old' }));
    await vault.trash(old.id);
    clock.at += 30 * DAY;
    await vault.capture(draft({ account: 'kept' }));
    expect((await vault.list()).entries.map(({ id }) => id)).toContain(old.id);
    clock.at += 1;
    await vault.capture(draft({ account: 'new' }));
    expect((await vault.list()).entries.map(({ otp }) => otp.account)).toEqual(['new', 'kept']);
    expect(await (await vault.archive()).history(old.id)).toEqual([]);
  });
});

/** Seven entries of every kind and state. */
async function sevenEntries() {
  const vault = await protectedVault(ticking());
  const { otp } = draft();
  const { issuer, secret, algorithm, digits } = otp;
  const hotp = {
    type: 'hotp',
    issuer,
    account: 'h',
    secret,
    algorithm,
    digits,
    counter: 4,
  } as const;
  await vault.vault.capture({ otp: hotp });
  await vault.vault.capture(draft());
  for (const account of ['a', 'b', 'c', 'd']) {
    const { id } = await vault.vault.capture(draft({ account, guide: 'aws-mfa' }));
    await vault.vault.rename(id, `name of ${account}`);
    if (account !== 'd') await vault.vault.accept(id);
  }
  const trashed = await vault.vault.capture(draft({ account: 'trashed' }));
  await vault.vault.trash(trashed.id);
  const archive = await vault.vault.archive();
  await archive.edit(trashed.id, { tags: ['old', 'work'], note: 'two\nlines', pinned: true });
  return { ...vault, archive };
}

async function elsewhere(entries: readonly Entry[]) {
  const vault = await opens(freshName(), ticking(1_900_000_000_000));
  const archive = await vault.archive();
  const plan = await archive.planRestore(entries);
  return { vault, archive, plan };
}

describe('a backup', () => {
  it('brings everything back in another browser: every entry as it was', async () => {
    const { vault, archive } = await sevenEntries();
    const { name, text } = await archive.createBackup();
    expect(name).toMatch(/^2faa-backup-\d{4}-\d\d-\d\d\.json$/);
    const { entries } = await openBackup(text, { passphrase: PASSPHRASE }, quickDerive);
    const other = await elsewhere(entries);
    expect(other.plan.added).toHaveLength(8);
    expect(other.plan.items).toEqual(other.plan.added);
    await other.archive.restoreEntries(other.plan);
    expect((await other.vault.list()).entries).toEqual((await vault.list()).entries);
  });

  it('remembers what a replaced entry was before, so that it can become that again', async () => {
    const { vault, entry } = await protectedVault(ticking());
    await vault.accept(entry.id);
    await vault.capture(draft());
    const { text } = await (await vault.archive()).createBackup();
    const { entries } = await openBackup(text, { passphrase: PASSPHRASE }, quickDerive);
    const other = await elsewhere(entries);
    await other.archive.restoreEntries(other.plan);
    const replaced = (await other.vault.list()).entries.find(({ id }) => id === entry.id);
    expect(replaced?.status).toBe('replaced');
    expect((await other.vault.restore(entry.id)).status).toBe('active');
  });

  it.each<[string, EntryEdit]>([
    ['a tag', { tags: ['other'] }],
    ['a note', { note: 'other' }],
    ['the pin', { pinned: true }],
  ])('leaves the choice to the person where it has %s that is not here', async (_what, own) => {
    const { vault, entry } = await protectedVault(ticking());
    const archive = await vault.archive();
    const { entry: richer } = await archive.edit(entry.id, own);
    expect((await archive.planRestore([entry])).same).toHaveLength(1);
    await archive.restoreVersion(entry.id, 1);
    const plan = await archive.planRestore([richer]);
    expect(plan.differs).toHaveLength(1);
    await archive.restoreEntries(plan, new Map([[0, 'incoming']]));
    expect((await vault.list()).entries[0]).toMatchObject(own);
  });

  it('passes the drill: 7 of 7, and fails it for what changed or came since', async () => {
    const { vault, archive, entry } = await sevenEntries();
    const { text } = await archive.createBackup();
    const { entries } = await openBackup(text, { passphrase: PASSPHRASE }, quickDerive);
    expect(await archive.compareBackup(entries)).toMatchObject({ restorable: 7, total: 7 });
    await vault.rename(entry.id, 'changed');
    const late = await vault.capture(draft({ account: 'late' }));
    const report = await archive.compareBackup(entries);
    expect(report).toMatchObject({ restorable: 6, total: 8 });
    const verdicts = new Map(report.items.map((item) => [item.entry.id, item.verdict]));
    expect(verdicts.get(entry.id)).toBe('older');
    expect(verdicts.get(late.id)).toBe('missing');
  });

  it('can only be made where something opens it on another device', async () => {
    const vault = await opens(freshName());
    const archive = await vault.archive();
    expect(await codeOf(archive.createBackup())).toBe('no-portable-slot');
    await vault.capture(draft());
    expect(await codeOf(archive.createBackup())).toBe('no-portable-slot');
    expect(await archive.backupStatus()).toEqual({ changesSince: 1, possible: false });
    await (await vault.access(quickDerive)).addRecoveryKey();
    expect((await archive.backupStatus()).possible).toBe(true);
    await archive.createBackup();
  });

  it('is remembered with what changed since; walks and slots are no changes', async () => {
    const clock = settable();
    const { vault, access } = await protectedVault(clock.now);
    const archive = await vault.archive();
    expect(await archive.backupStatus()).toEqual({ changesSince: 1, possible: true });
    const file = await archive.createBackup();
    const { id } = await vault.capture(draft({ account: 'while it was saved' }));
    await archive.backupSaved(file);
    expect(await archive.backupStatus()).toMatchObject({ savedAt: clock.at, changesSince: 1 });
    await archive.backupSaved(await archive.createBackup());
    await vault.writeWalk('aws-mfa', { step: 's', done: [] });
    await access.addRecoveryKey();
    expect((await archive.backupStatus()).changesSince).toBe(0);
    await vault.rename(id, 'x');
    expect((await archive.backupStatus()).changesSince).toBe(1);
  });

  it('cannot be made of a locked vault', async () => {
    const { vault } = await protectedVault();
    const archive = await vault.archive();
    vault.lock();
    expect(await codeOf(archive.createBackup())).toBe('locked');
    expect(await codeOf(archive.history('x'))).toBe('locked');
    expect(await codeOf(archive.planRestore([]))).toBe('locked');
    expect((await archive.backupStatus()).possible).toBe(true);
  });
});

describe('a restore', () => {
  it('adds nothing twice', async () => {
    const { vault, archive } = await sevenEntries();
    const { entries } = await vault.list();
    const plan = await archive.planRestore(entries);
    expect(plan.same).toHaveLength(8);
    const { added, replaced } = await archive.restoreEntries(plan);
    expect([added, replaced]).toEqual([0, 0]);
    const twice = await elsewhere([...entries, ...entries]);
    expect(twice.plan.added).toHaveLength(8);
    expect(twice.plan.same).toHaveLength(8);
  });

  it('names what differs: another secret, another name, a later counter, what is in the trash', async () => {
    const vault = await opens(freshName(), ticking());
    const archive = await vault.archive();
    const secret = await vault.capture(draft({ account: 'secret' }));
    const name = await vault.rename((await vault.capture(draft({ account: 'name' }))).id, 'mine');
    const trashed = await vault.capture(draft({ account: 'trashed' }));
    const { issuer, algorithm, digits } = draft().otp;
    const hotp = { type: 'hotp', issuer, account: 'h', algorithm, digits, counter: 4 } as const;
    const counter = await vault.capture({ otp: { ...hotp, secret: new Uint8Array([1, 2, 3]) } });
    await vault.trash(trashed.id);
    const plan = await archive.planRestore([
      draft({ account: 'secret' }),
      { ...name, name: 'theirs' },
      trashed,
      { otp: { ...hotp, secret: new Uint8Array([1, 2, 3]), counter: 9 } },
    ]);
    expect(plan.differs.map(({ current }) => current?.id)).toEqual(
      [secret, name, trashed, counter].map(({ id }) => id),
    );

    const choices = new Map([
      [0, 'both'],
      [1, 'current'],
      [2, 'incoming'],
      [3, 'incoming'],
    ] as const);
    const { undo, ...done } = await archive.restoreEntries(plan, choices);
    expect(done).toEqual({ added: 1, replaced: 2, notes: 0 });
    const { entries } = await vault.list();
    expect(entries).toHaveLength(5);
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    expect(byId.get(secret.id)).toEqual(secret);
    expect(byId.get(name.id)).toEqual(name);
    expect(byId.get(trashed.id)?.deletedAt).toBeUndefined();
    expect(byId.get(counter.id)?.otp).toMatchObject({ counter: 9 });
    await archive.undo(undo);
  });

  it('takes a list of links in as active entries', async () => {
    const vault = await opens(freshName());
    const archive = await vault.archive();
    await archive.restoreEntries(await archive.planRestore([draft(), draft({ account: 'b' })]));
    const { entries } = await vault.list();
    expect(entries.map(({ status }) => status)).toEqual(['active', 'active']);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2);
  });

  it('is refused as a whole when one entry cannot be kept', async () => {
    const vault = await opens(freshName());
    const archive = await vault.archive();
    const plan = await archive.planRestore([draft(), draft({ secret: new Uint8Array() })]);
    expect(await codeOf(archive.restoreEntries(plan))).toBe('invalid-entry');
    expect((await vault.list()).entries).toEqual([]);
  });

  it('decides again on what another tab did meanwhile', async () => {
    const name = freshName();
    const [vault, other] = [await opens(name), await opens(name)];
    const archive = await vault.archive();
    const plan = await archive.planRestore([draft({ secret: new Uint8Array([1, 2]) })]);
    await other.capture(draft({ secret: new Uint8Array([1, 2]) }));
    expect(await archive.restoreEntries(plan)).toMatchObject({ added: 0 });
    expect((await vault.list()).entries).toHaveLength(1);
  });

  it('can be undone: the state before comes back, and history keeps what went', async () => {
    const { vault, archive, entry } = await sevenEntries();
    const before = (await vault.list()).entries;
    const plan = await archive.planRestore([
      ...before.map((one) => ({ ...one, name: 'theirs' })),
      draft({ account: 'more' }),
    ]);
    const { undo } = await archive.restoreEntries(
      plan,
      new Map(plan.differs.map(({ index }) => [index, 'incoming'] as const)),
    );
    expect((await vault.list()).entries).toHaveLength(9);
    const added = (await vault.list()).entries.find(({ otp }) => otp.account === 'more');
    await archive.undo(undo);
    expect((await vault.list()).entries).toEqual(before);
    const [version] = await archive.history(entry.id);
    expect(version?.entry.name).toBe('theirs');
    expect(await archive.history(added?.id ?? '')).toHaveLength(1);
    expect(await codeOf(archive.undo(undo))).toBe('changed-since');

    const again = await archive.restoreVersion(added?.id ?? '', 1);
    expect((await vault.list()).entries).toContainEqual(again);
  });

  it('is not undone when an entry was changed since, not in part either', async () => {
    const vault = await opens(freshName());
    const archive = await vault.archive();
    const plan = await archive.planRestore([draft({ account: 'a' }), draft({ account: 'b' })]);
    const { undo } = await archive.restoreEntries(plan);
    const [first] = (await vault.list()).entries;
    await vault.rename(first?.id ?? '', 'mine now');
    expect(await codeOf(archive.undo(undo))).toBe('changed-since');
    expect((await vault.list()).entries).toHaveLength(2);
  });
});
