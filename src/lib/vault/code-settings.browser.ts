import { unreadableReason } from './errors.ts';
import {
  USUAL_CODE_SETTINGS,
  decodeCodeSettings,
  encodeCodeSettings,
  type CodeSettings,
} from './code-settings.ts';
import { nextVersion, openRecord } from './records.ts';
import type { Session, Unlocked } from './session.browser.ts';

/** The record's id. It lies beside the walks, whose ids are slugs and so never begin with a dot. */
const CODE_SETTINGS = '.code-settings';

const wanted = { walk: CODE_SETTINGS };

/** How a person wants codes shown and copied, sealed in the vault of this browser (`Vault.codeSettings`). */
export class VaultCodeSettings {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * What was chosen, and the usual for the rest. Where the record cannot be read, codes
   * are hidden: whoever hid them must not find them open.
   *
   * @throws VaultError `locked` and what storage throws
   */
  async read(): Promise<CodeSettings> {
    return this.#session.read(wanted, async (current) => (await stored(current)).read);
  }

  /** Changes some of them; the rest stays, also what a newer version of this code added. */
  async change(changes: Partial<CodeSettings>): Promise<CodeSettings> {
    return this.#session.write(wanted, async (current) => {
      const { known, read } = await stored(current);
      const result = { ...read, ...changes };
      const bytes = encodeCodeSettings(result, known);
      const version = nextVersion(current.walk?.version);
      return { result, records: [{ kind: 'code-settings', id: CODE_SETTINGS, version, bytes }] };
    });
  }
}

async function stored(
  current: Unlocked | undefined,
): Promise<ReturnType<typeof decodeCodeSettings>> {
  if (current?.walk === undefined) return { known: {}, read: USUAL_CODE_SETTINGS };
  try {
    return await openRecord(current.vaultKey, 'code-settings', current.walk, decodeCodeSettings);
  } catch (error) {
    if (unreadableReason(error) === undefined) throw error;
    return { known: {}, read: { ...USUAL_CODE_SETTINGS, hideCodes: true } };
  }
}
