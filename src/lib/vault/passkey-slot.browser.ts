import { toBase64Url } from './base64.ts';
import { lateError } from './late-errors.ts';
import type { PasskeyAuthenticator } from './passkey.ts';
import { errorName } from './storage-error.browser.ts';

const ALGORITHMS = [-7, -8, -257];
const PATIENCE = 120_000;

/** The passkeys of this browser (WebAuthn level 3, PRF extension); see `PasskeyAuthenticator`. */
export function webAuthnPasskey(): PasskeyAuthenticator {
  return {
    async create(name) {
      const credential = await ask((credentials) =>
        credentials.create({
          publicKey: {
            rp: { name: '2FAA' },
            user: { id: random(16), name, displayName: name },
            // Nobody verifies the answer: only the PRF's output counts.
            challenge: random(32),
            pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
            authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
            timeout: PATIENCE,
            extensions: { prf: {} },
          },
        }),
      );
      const { prf } = credential.getClientExtensionResults();
      if (prf?.enabled !== true) throw lateError('passkey-unsupported');
      return new Uint8Array(credential.rawId);
    },

    async evaluate(passkeys) {
      const salts = passkeys.map(
        ({ credential, prfSalt }) => [toBase64Url(credential), { first: prfSalt }] as const,
      );
      const credential = await ask((credentials) =>
        credentials.get({
          publicKey: {
            challenge: random(32),
            allowCredentials: passkeys.map(({ credential: id }) => ({ type: 'public-key', id })),
            userVerification: 'required',
            timeout: PATIENCE,
            extensions: { prf: { evalByCredential: Object.fromEntries(salts) } },
          },
        }),
      );
      const output = credential.getClientExtensionResults().prf?.results?.first;
      if (output === undefined) throw lateError('passkey-unsupported');
      const bytes = ArrayBuffer.isView(output)
        ? new Uint8Array(output.buffer, output.byteOffset, output.byteLength)
        : new Uint8Array(output);
      return { credential: new Uint8Array(credential.rawId), output: bytes };
    },
  };
}

/** Whether to offer passkeys at all: false only where they surely cannot work. */
export async function passkeysMayWork(): Promise<boolean> {
  const { PublicKeyCredential: api } = globalThis as {
    PublicKeyCredential?: { getClientCapabilities?: () => Promise<Record<string, boolean>> };
  };
  try {
    return api !== undefined && (await api.getClientCapabilities?.())?.['extension:prf'] !== false;
  } catch {
    return true;
  }
}

async function ask(
  question: (credentials: CredentialsContainer) => Promise<Credential | null>,
): Promise<PublicKeyCredential> {
  const { credentials } = navigator as Partial<Navigator>;
  if (credentials === undefined) throw lateError('passkey-unsupported');
  let answer: Credential | null;
  try {
    answer = await question(credentials);
  } catch (error) {
    const declined = ['NotAllowedError', 'AbortError', 'InvalidStateError'];
    throw lateError(
      declined.includes(errorName(error)) ? 'passkey-declined' : 'passkey-unsupported',
    );
  }
  if (answer === null) throw lateError('passkey-declined');
  return answer as PublicKeyCredential;
}

function random(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}
