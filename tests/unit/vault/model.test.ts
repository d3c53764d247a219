import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { EntryEdit } from '../../../src/lib/vault/entry-edit.ts';
import type { Entry } from '../../../src/lib/vault/entry.ts';
import { VaultError } from '../../../src/lib/vault/errors.ts';
import type { Vault } from '../../../src/lib/vault/vault.browser.ts';
import { PASSPHRASE, draft, freshName, quickDerive, reloaded } from './support.ts';

/*
 * Random operations on two tabs of one vault, against a model: a list of what the person
 * has put in. What the tabs show must be what the model says, after every operation.
 */

interface Modeled {
  account: string;
  status: Entry['status'];
  /** What it was before it was replaced. */
  formerly: Entry['status'];
  name: string | undefined;
  tags: readonly string[] | undefined;
  note: string | undefined;
  pinned: true | undefined;
  trashed: boolean;
}

/** What one edit sets. */
type Edited = { readonly account: number } & Pick<EntryEdit, 'tags' | 'note' | 'pinned'>;

interface Model {
  readonly entries: Map<string, Modeled>;
  passphrase: string | undefined;
  device: boolean;
  readonly open: [boolean, boolean];
}

interface Tab {
  vault: Vault;
  readonly at: 0 | 1;
}

interface World {
  readonly name: string;
  readonly tabs: readonly [Tab, Tab];
}

type Operation =
  | { readonly do: 'capture'; readonly account: number }
  | { readonly do: 'rename'; readonly entry: number; readonly name: string }
  | { readonly do: 'edit'; readonly entry: number; readonly undone: boolean; readonly to: Edited }
  | { readonly do: 'accept' | 'reopen' | 'restore' | 'trash' | 'untrash'; readonly entry: number }
  | { readonly do: 'version'; readonly entry: number }
  | { readonly do: 'protect'; readonly passphrase: number; readonly retire: boolean }
  | { readonly do: 'lock' | 'reload' | 'take in and undo' | 'back up and compare' }
  | { readonly do: 'unlock'; readonly passphrase: number };

const PASSPHRASES = [PASSPHRASE, 'another passphrase', 'a third passphrase'];

const entry = fc.nat(7);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('capture'), account: fc.nat(4) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('rename'), entry, name: fc.constantFrom('', 'a', 'b') }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('accept', 'reopen', 'restore', 'trash', 'untrash'),
      entry,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ do: fc.constant('edit'), entry, undone: fc.boolean() },
      to: fc.record({
        account: fc.nat(4),
        tags: fc.constantFrom(undefined, [], ['a'], ['b', 'a']),
        note: fc.constantFrom(undefined, '', 'one', 'two\nlines'),
        pinned: fc.constantFrom(undefined, true, false),
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('version'), entry }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('protect'),
      passphrase: fc.nat(2),
      retire: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('lock', 'reload', 'take in and undo', 'back up and compare'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('unlock'), passphrase: fc.nat(2) }) },
);

const program = fc.array(fc.tuple(fc.constantFrom(0, 1), operation), { maxLength: 40 });

describe('two tabs of one vault', () => {
  it('show what the model says after every operation', { timeout: 120_000 }, async () => {
    await fc.assert(fc.asyncProperty(program, runs), { numRuns: 60, seed: 4 });
  });

  it('lose nothing when operations are done at once', { timeout: 120_000 }, async () => {
    const captures = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.nat(1e6)), { maxLength: 15 });
    await fc.assert(
      fc.asyncProperty(captures, async (all) => {
        const name = freshName();
        const tabs = [(await reloaded(name)).vault, (await reloaded(name)).vault];
        const captured = await Promise.all(
          all.map(async ([tab, account], at) => {
            const { id } = (await tabs[tab]?.capture(draft({ account: `${account}-${at}` }))) ?? {};
            return tabs[1 - tab]?.rename(id ?? '', `name ${at}`);
          }),
        );
        for (const tab of tabs) {
          const { entries, unreadable } = await tab.list();
          expect(unreadable).toEqual([]);
          expect(entries.map(show).sort()).toEqual(captured.map((one) => one && show(one)).sort());
          tab.close();
        }
      }),
      { numRuns: 25, seed: 4 },
    );
  });
});

async function runs(steps: readonly (readonly [number, Operation])[]): Promise<void> {
  const name = freshName();
  const world: World = {
    name,
    tabs: [
      { vault: (await reloaded(name)).vault, at: 0 },
      { vault: (await reloaded(name)).vault, at: 1 },
    ],
  };
  const model: Model = {
    entries: new Map(),
    passphrase: undefined,
    device: true,
    open: [true, true],
  };
  for (const [at, step] of steps) {
    const tab = world.tabs[at === 0 ? 0 : 1];
    const wasOpen = model.open[tab.at];
    try {
      await perform(world, model, tab, step);
      expect(wasOpen || ['lock', 'reload', 'unlock'].includes(step.do)).toBe(true);
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      expect([step.do, error.code]).toEqual([step.do, 'locked']);
      expect(wasOpen).toBe(false);
    }
    await compare(world, model);
  }
  for (const { vault } of world.tabs) vault.close();
}

/** Does one operation in a tab and, where that worked, in the model. */
async function perform(world: World, model: Model, tab: Tab, step: Operation): Promise<void> {
  const { vault } = tab;
  const target =
    'entry' in step ? [...model.entries][step.entry % (model.entries.size || 1)] : undefined;
  switch (step.do) {
    case 'capture': {
      const account = `account ${step.account}`;
      const { id } = await vault.capture(draft({ account }));
      for (const other of model.entries.values()) {
        if (other.account !== account || other.status === 'replaced' || other.trashed) continue;
        other.formerly = other.status;
        other.status = 'replaced';
      }
      const fresh = { account, status: 'pending', formerly: 'pending', name: undefined } as const;
      const plain = { tags: undefined, note: undefined, pinned: undefined, trashed: false };
      model.entries.set(id, { ...fresh, ...plain });
      break;
    }
    case 'protect': {
      const passphrase = PASSPHRASES[step.passphrase];
      const access = await vault.access(quickDerive);
      const isNew = (await access.slots()).length === 0;
      await access.setPassphrase(passphrase ?? '', { retireDevice: step.retire });
      // The other tab had no chance to open what the device alone opened.
      if (isNew && step.retire) model.open[tab.at === 0 ? 1 : 0] = false;
      model.passphrase = passphrase;
      model.device &&= !step.retire;
      break;
    }
    case 'lock':
      vault.lock();
      if (model.passphrase !== undefined && vault.lockable) model.open.fill(false);
      break;
    case 'reload':
      vault.close();
      tab.vault = (await reloaded(world.name)).vault;
      model.open[tab.at] = model.device;
      break;
    case 'unlock': {
      const passphrase = PASSPHRASES[step.passphrase] ?? '';
      const access = await vault.access(quickDerive);
      const code = await access.unlock({ passphrase }).then(
        () => undefined,
        (error: unknown) => (error as VaultError).code,
      );
      const there = (await access.slots()).length > 0;
      if (model.passphrase === undefined) expect(code).toBe(there ? 'no-such-slot' : undefined);
      else expect(code).toBe(passphrase === model.passphrase ? undefined : 'wrong-passphrase');
      if (code === undefined && there) model.open[tab.at] = true;
      break;
    }
    case 'take in and undo': {
      const archive = await vault.archive();
      const before = (await vault.list()).entries;
      const incoming = [draft(), ...before.map((one) => ({ ...one, name: 'theirs' }))];
      const plan = await archive.planRestore(incoming);
      const choices = new Map(plan.differs.map(({ index }) => [index, 'incoming'] as const));
      const { undo } = await archive.restoreEntries(plan, choices);
      expect((await vault.list()).entries.length).toBe(before.length + 1);
      await archive.undo(undo);
      expect((await vault.list()).entries).toEqual(before);
      break;
    }
    case 'back up and compare': {
      const archive = await vault.archive();
      const { entries } = await vault.list();
      const { restorable, total } = await archive.compareBackup(entries);
      const used = [...model.entries.values()].filter(({ trashed }) => !trashed).length;
      expect([restorable, total]).toEqual([used, used]);
      break;
    }
    case 'version': {
      if (target === undefined) await vault.list();
      else await restoresVersion(vault, ...target);
      break;
    }
    default:
      if (target === undefined) await vault.list();
      else await changes(vault, step, ...target);
  }
}

async function restoresVersion(vault: Vault, id: string, modeled: Modeled): Promise<void> {
  const archive = await vault.archive();
  const oldest = (await archive.history(id)).at(-1);
  if (oldest === undefined) return;
  const restored = await archive.restoreVersion(id, oldest.version);
  expect(show(restored)).toBe(show(oldest.entry));
  const { status, name, tags, note, pinned, deletedAt, otp } = restored;
  const trashed = deletedAt !== undefined;
  Object.assign(modeled, { account: otp.account, status, name, tags, note, pinned, trashed });
}

async function changes(
  vault: Vault,
  step: Extract<Operation, { readonly entry: number }>,
  id: string,
  modeled: Modeled,
): Promise<void> {
  switch (step.do) {
    case 'rename':
      await vault.rename(id, step.name);
      modeled.name = step.name === '' ? undefined : step.name;
      break;
    case 'edit': {
      const { account: number, ...own } = step.to;
      const account = `account ${number}`;
      const archive = await vault.archive();
      const { undo } = await archive.edit(id, { account, ...own });
      if (step.undone) {
        await archive.undo(undo);
        break;
      }
      modeled.account = account;
      if (own.tags) modeled.tags = own.tags.length > 0 ? own.tags : undefined;
      if (own.note !== undefined) modeled.note = own.note === '' ? undefined : own.note;
      if (own.pinned !== undefined) modeled.pinned = own.pinned || undefined;
      break;
    }
    case 'accept':
      await vault.accept(id);
      Object.assign(modeled, { status: 'active', trashed: false });
      break;
    case 'reopen':
      await vault.reopen(id);
      if (modeled.status === 'replaced') modeled.formerly = 'pending';
      else modeled.status = 'pending';
      break;
    case 'restore':
      await vault.restore(id);
      if (modeled.status === 'replaced') modeled.status = modeled.formerly;
      break;
    case 'trash':
      await vault.trash(id);
      modeled.trashed = true;
      break;
    case 'untrash':
      await vault.untrash(id);
      modeled.trashed = false;
      break;
    case 'version':
      break;
  }
}

async function compare({ tabs }: World, model: Model): Promise<void> {
  const expected = [...model.entries.values()].map(showModeled);
  for (const { vault, at } of tabs) {
    if (!model.open[at]) {
      // The other tab hears of a lock by a message.
      if (vault.lockable)
        await vi.waitFor(() => {
          expect(vault.state).toBe('locked');
        });
      await expect(vault.list()).rejects.toMatchObject({ code: 'locked' });
      continue;
    }
    const { entries, unreadable } = await vault.list();
    expect(unreadable).toEqual([]);
    expect(entries.map(show).sort()).toEqual(expected.sort());
    expect(vault.problem).toBeUndefined();
  }
}

function show({ otp, deletedAt, ...own }: Entry): string {
  return showModeled({ account: otp.account, ...own, trashed: deletedAt !== undefined });
}

type Shown = Pick<Modeled, 'account' | 'status' | 'trashed'> &
  Pick<Entry, 'name' | 'tags' | 'note' | 'pinned'>;

function showModeled({ account, status, name, tags, note, pinned, trashed }: Shown): string {
  return [account, status, name, tags?.join(), note, pinned, trashed].join('|');
}
