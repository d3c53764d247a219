import { UsageError } from './errors.ts';

/** Links that hold a key, wherever they stand in an argument. */
const LINK = /(?:otpauth|otpauth-migration|steam):\/\//i;

/** Options that other tools take a secret by, and that must not be half understood here. */
const SECRET_OPTION =
  /^--?(?:vault-)?(?:pass(?:phrase|word|wd)?|secret|seed|key|uri|link|code|otp|recovery-key)(?:=|$)/i;

const RECOVERY_KEY = /^(?:[\dA-Z]{4}-){7}[\dA-Z]{4}$/i;

/** As services write keys for people: groups of four. */
const GROUPED_KEY = /^(?:[A-Z2-7]{4}[ -]){3,}[A-Z2-7]{1,4}$/i;

/** 80 bits in Base32, the shortest that services hand out, or 128 bits in hexadecimal. */
const CAPITAL_KEY = /^[A-Z2-7]{16,}=*$/;
const HEX_KEY = /^(?=.*\d)[\da-f]{32,}$/i;

/** Names may end in digits (`administrators22`); keys have them in between. */
const SMALL_KEY = /^(?=[a-z2-7]{16,}=*$)[a-z]*[2-7]+[a-z]+/;

const WHY =
  'Arguments can be seen by every program on this computer and stay in the shell’s history.';

/**
 * Refuses a call with an argument that is, or looks like, a secret, a passphrase or a
 * link. The message does not repeat it.
 *
 * @throws UsageError
 */
export function refuseSecrets(args: readonly string[]): void {
  for (const argument of args) {
    if (LINK.test(argument)) {
      throw new UsageError(
        `A link is not taken as an argument. ${WHY} Give it on standard input, or in a file by --uri-file.`,
      );
    }
    if (SECRET_OPTION.test(argument)) {
      throw new UsageError(
        `A secret is not taken as an argument. ${WHY} Passphrases are asked for, or read from a file (--vault-passphrase-file); links and keys are read from standard input.`,
      );
    }
  }
  const names = args.filter((argument) => !argument.startsWith('-'));
  if ([...names, names.slice(1).join(' ')].some(looksLikeKey)) {
    throw new UsageError(
      `This looks like a secret key, which is not taken as an argument. ${WHY} Give it on standard input. If it is a name, write it in another case, or as --option=NAME.`,
    );
  }
}

function looksLikeKey(text: string): boolean {
  return [RECOVERY_KEY, GROUPED_KEY, CAPITAL_KEY, HEX_KEY, SMALL_KEY].some((key) => key.test(text));
}
