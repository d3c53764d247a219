import { createHmac, randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { passkeysMayWork, webAuthnPasskey } from '../../../src/lib/vault/passkey-slot.browser.ts';
import type { PasskeyAuthenticator } from '../../../src/lib/vault/passkey.ts';
import { lateError } from '../../../src/lib/vault/late-errors.ts';
import { codeOf, freshName, protectedVault, raw, reloaded, ticking } from './support.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A security key: passkeys with a secret each, whose PRF is HMAC-SHA256 of the salt. */
function securityKey(options: { fickle?: boolean } = {}) {
  const secrets = new Map<string, Buffer>();
  const outputs: Uint8Array[] = [];
  const authenticator: PasskeyAuthenticator = {
    create: () => {
      const credential = new Uint8Array(randomBytes(16));
      secrets.set(String(credential), randomBytes(32));
      return Promise.resolve(credential);
    },
    evaluate: (passkeys) => {
      const known = passkeys.find(({ credential }) => secrets.has(String(credential)));
      if (known === undefined) return Promise.reject(lateError('passkey-declined'));
      const { credential, prfSalt } = known;
      const secret = options.fickle ? randomBytes(32) : secrets.get(String(credential));
      const output = new Uint8Array(
        createHmac('sha256', secret ?? '')
          .update(prfSalt)
          .digest(),
      );
      outputs.push(output);
      return Promise.resolve({ credential, output });
    },
  };
  return { authenticator, outputs };
}

describe('a passkey', () => {
  it('opens the vault, and its output is wiped', async () => {
    const { name, access, entry } = await protectedVault(ticking());
    const { authenticator, outputs } = securityKey();
    await access.addPasskey(authenticator, 'My key');
    expect(await access.slots()).toMatchObject([{ kind: 'passphrase' }, { label: 'My key' }]);
    const after = await reloaded(name);
    await after.access.unlock({ passkey: authenticator });
    expect(after.vault.problem).toBeUndefined();
    expect((await after.vault.list()).entries).toEqual([entry]);
    expect(outputs).toHaveLength(3);
    for (const output of outputs) expect(output).toEqual(new Uint8Array(32));
  });

  it('is found among several, each with a salt of its own', async () => {
    const { name, access } = await protectedVault();
    const keys = [securityKey(), securityKey()];
    for (const { authenticator } of keys) await access.addPasskey(authenticator, 'key');
    for (const { authenticator } of keys) {
      const after = await reloaded(name);
      await after.access.unlock({ passkey: authenticator });
      expect(after.vault.state).toBe('unlocked');
    }
  });

  it('is not added when it gives another key the second time', async () => {
    const { access } = await protectedVault();
    const { authenticator } = securityKey({ fickle: true });
    expect(await codeOf(access.addPasskey(authenticator, 'x'))).toBe('passkey-unconfirmed');
    expect(await access.slots()).toHaveLength(1);
  });

  it('is refused when its key has changed, and where there is none', async () => {
    const { name, access } = await protectedVault();
    const options = { fickle: false };
    const { authenticator } = securityKey(options);
    const before = await reloaded(name);
    expect(await codeOf(before.access.unlock({ passkey: authenticator }))).toBe('no-such-slot');
    await access.addPasskey(authenticator, 'x');
    options.fickle = true;
    const after = await reloaded(name);
    expect(await codeOf(after.access.unlock({ passkey: authenticator }))).toBe('wrong-passkey');
    const foreign = securityKey();
    expect(await codeOf(after.access.unlock({ passkey: foreign.authenticator }))).toBe(
      'passkey-declined',
    );
  });

  it('stays out of a backup', async () => {
    const { vault, access } = await protectedVault();
    await access.addPasskey(securityKey().authenticator, 'label-of-passkey');
    const { text } = await (await vault.archive()).createBackup();
    expect(text).not.toContain('passkey');
  });
});

describe('the browser’s passkeys', () => {
  type Credentials = Partial<Record<'create' | 'get', (options: unknown) => unknown>>;
  const stub = (credentials: Credentials | undefined) => {
    vi.stubGlobal('navigator', { credentials });
  };
  const answer = (results: object) => () =>
    Promise.resolve({
      rawId: new Uint8Array([1, 2, 3]).buffer,
      getClientExtensionResults: () => results,
    });
  const references = [
    { credential: new Uint8Array([1, 2, 3]), prfSalt: new Uint8Array(32).fill(7) },
  ];

  it('are made with the PRF extension and user verification', async () => {
    const create = vi.fn(answer({ prf: { enabled: true } }));
    stub({ create });
    expect(await webAuthnPasskey().create('name')).toEqual(new Uint8Array([1, 2, 3]));
    expect(create.mock.calls[0]).toMatchObject([
      {
        publicKey: {
          user: { name: 'name' },
          authenticatorSelection: { userVerification: 'required' },
          extensions: { prf: {} },
        },
      },
    ]);
  });

  it('are asked for the output of the slot’s own salt', async () => {
    const output = new Uint8Array(32).fill(5);
    const get = vi.fn(answer({ prf: { results: { first: output.buffer } } }));
    stub({ get });
    const found = await webAuthnPasskey().evaluate(references);
    expect(found).toEqual({ credential: new Uint8Array([1, 2, 3]), output });
    expect(get.mock.calls[0]).toMatchObject([
      {
        publicKey: {
          allowCredentials: [{ type: 'public-key', id: new Uint8Array([1, 2, 3]) }],
          userVerification: 'required',
          extensions: { prf: { evalByCredential: { AQID: { first: references[0]?.prfSalt } } } },
        },
      },
    ]);
  });

  it.each<[string, Credentials | undefined, string]>([
    ['there are none', undefined, 'passkey-unsupported'],
    ['they lack PRF', { create: answer({ prf: { enabled: false } }) }, 'passkey-unsupported'],
    ['they do not know PRF', { create: answer({}) }, 'passkey-unsupported'],
    ['nothing was chosen', { create: () => Promise.resolve(null) }, 'passkey-declined'],
    ['the person declines', { create: failing('NotAllowedError') }, 'passkey-declined'],
    ['it takes too long', { create: failing('AbortError') }, 'passkey-declined'],
    ['nothing fits', { create: failing('NotSupportedError') }, 'passkey-unsupported'],
    ['the address may not', { create: failing('SecurityError') }, 'passkey-unsupported'],
  ])('fail by name when %s', async (_what, credentials, code) => {
    stub(credentials);
    expect(await codeOf(webAuthnPasskey().create('x'))).toBe(code);
  });

  it('fail by name when no output comes back', async () => {
    stub({ get: answer({ prf: {} }) });
    expect(await codeOf(webAuthnPasskey().evaluate(references))).toBe('passkey-unsupported');
  });

  it('are offered unless they surely cannot work', async () => {
    vi.stubGlobal('PublicKeyCredential', undefined);
    expect(await passkeysMayWork()).toBe(false);
    const capable = (prf: boolean | undefined) => () =>
      Promise.resolve(prf === undefined ? {} : { 'extension:prf': prf });
    for (const [prf, expected] of [
      [true, true],
      [false, false],
      [undefined, true],
    ] as const) {
      vi.stubGlobal('PublicKeyCredential', { getClientCapabilities: capable(prf) });
      expect(await passkeysMayWork()).toBe(expected);
    }
    vi.stubGlobal('PublicKeyCredential', {});
    expect(await passkeysMayWork()).toBe(true);
    const broken = () => Promise.reject(new Error('no'));
    vi.stubGlobal('PublicKeyCredential', { getClientCapabilities: broken });
    expect(await passkeysMayWork()).toBe(true);
  });

  function failing(name: string) {
    return () => Promise.reject(new DOMException('no', name));
  }
});

describe('a passkey slot in storage', () => {
  it('has neither the PRF’s output nor a key', async () => {
    const name = freshName();
    const { access } = await reloaded(name);
    const { authenticator } = securityKey();
    await access.addPasskey(authenticator, 'x');
    const slots = (await raw(name, 'slots', (store) => store.getAll())) as Record<
      string,
      unknown
    >[];
    const slot = slots.find(({ kind }) => kind === 'passkey');
    expect(Object.keys(slot ?? {}).sort()).toEqual(
      ['createdAt', 'credential', 'id', 'kdf', 'kind', 'label', 'wrapped'].sort(),
    );
  });
});
