import { RefusedError } from '../errors.ts';

/** What was asked of AWS, for saying what to do. */
export interface Asked {
  /** The serial number of the device, where one was named. */
  readonly serial?: string | undefined;
  /** The IAM user, where one was named. */
  readonly user?: string | undefined;
}

/** AWS did not take the code; another one may do. */
export function isRefusedCode(error: unknown): boolean {
  return (
    errorCode(error) === 'InvalidAuthenticationCode' ||
    (errorCode(error) === 'AccessDenied' && text(error).includes('invalid MFA one time pass code'))
  );
}

/** What AWS says of devices it does not know, or not yet, and after too many codes. */
export function isUnknownDevice(error: unknown): boolean {
  return errorCode(error) === 'AccessDenied' && text(error).includes('unable to validate MFA code');
}

/** Whether the request may have been carried out although no answer came. */
export function isUncertain(error: unknown): boolean {
  if (error instanceof RefusedError || !(error instanceof Error)) return false;
  const { status } = metadata(error);
  return status === undefined ? !NEVER_SENT.test(error.name) : status >= 500;
}

/** AWS's own name for an error, such as `EntityAlreadyExists`; the SDK puts `Exception` behind some. */
export function errorCode(error: unknown): string {
  return error instanceof Error ? error.name.replace(/Exception$/, '') : '';
}

/** What went wrong with AWS and what to do, as a refusal; refusals of our own pass through. */
export function explain(error: unknown, asked: Asked = {}): RefusedError {
  if (error instanceof RefusedError) return error;
  const code = errorCode(error);
  const what = sentence(code, text(error), asked) ?? sentenceOfFailure(error);
  if (what !== undefined) return new RefusedError(`${what} (AWS: ${code})`);
  const isAnswer = error instanceof Error && metadata(error).status !== undefined;
  return new RefusedError(
    isAnswer
      ? `AWS refused: ${text(error).trim()} (AWS: ${code})`
      : `AWS could not be asked: ${text(error).trim()} (${code})`,
  );
}

function sentence(code: string, message: string, asked: Asked): string | undefined {
  if (code === 'AccessDenied') return denied(message, asked);
  return SENTENCES[code]?.(asked);
}

const device = ({ serial }: Asked): string => serial ?? 'this device';
const user = ({ user: name }: Asked): string => name ?? 'the user';

/** After the table of errors in the facts on AWS; causes that AWS does not name are our conclusion. */
const SENTENCES: Readonly<Partial<Record<string, (asked: Asked) => string>>> = {
  InvalidAuthenticationCode: (asked) =>
    `AWS did not take the two codes for ${device(asked)}. Set the clock of this computer to automatic and try again. If it stays, the entry in the vault has another secret than the device.`,
  EntityAlreadyExists: (asked) =>
    `There is a device ${device(asked)} already. One that belongs to nobody is left from a set-up that was canceled: choose another --device-name, or delete it with: aws iam delete-virtual-mfa-device --serial-number ${device(asked)}`,
  EntityTemporarilyUnmodifiable: (asked) =>
    `${user(asked)} was changed a moment ago, and AWS takes no change to it for now. Try again after some minutes.`,
  ConcurrentModification: () => 'Two changes came at once. Wait a moment and try again.',
  LimitExceeded: (asked) =>
    `AWS allows no more devices: eight for each user. Remove one of ${user(asked)} and try again.`,
  NoSuchEntity: (asked) =>
    `AWS does not know ${user(asked)}${asked.serial === undefined ? '' : `, or ${asked.serial} is no device of that user`}. Check the name and the profile.`,
  InvalidClientTokenId: () =>
    'AWS does not know the access key: it was deleted or turned off, or belongs to another partition. Check the profile, and for GovCloud or China its region.',
  SignatureDoesNotMatch: () =>
    'The secret access key does not belong to the access key, or the clock of this computer is off. Check both.',
  ExpiredToken: () => 'The session of this profile has ended. Get a new one and try again.',
  RequestExpired: () => 'The clock of this computer is off. Set it to automatic and try again.',
  Throttling: () => 'AWS got too many requests. Wait a minute and try again.',
  ServiceFailure: () => 'AWS failed by itself. Try again later.',
};

function denied(message: string, asked: Asked): string | undefined {
  if (message.includes('invalid MFA one time pass code')) {
    return `AWS did not take the code of ${device(asked)}. Each works once; if another program used it, try again. If it stays, set the clock of this computer to automatic, check that the entry is the one of this device, and use: 2faa aws resync`;
  }
  if (message.includes('unable to validate MFA code')) {
    return `AWS does not know ${device(asked)} as a device of the user whose keys these are. Compare it with the ARN on Security credentials, and see whose keys they are with: aws sts get-caller-identity. Some seconds after a device was turned on, and after many wrong codes in a row, AWS says the same: then wait three minutes.`;
  }
  if (/GetSessionToken with session credentials/i.test(message)) {
    return 'These keys are of a session. AWS gives out sessions for the long-term keys of an IAM user only: name a profile that has them.';
  }
  if (message.includes('authenticated with an MFA device')) {
    return `${user(asked)} has a device already, and AWS lets a user change devices only in a session with MFA. Use a profile with credential_process = 2faa aws session --profile …, or have an administrator do it.`;
  }
  const action = /not authorized to perform: (\S+)/.exec(message)?.[1];
  if (action === 'iam:CreateVirtualMFADevice') {
    return `These keys may not create ${device(asked)}. Older policies allow only a device that is named like the user: try --device-name ${asked.user ?? 'USER'}. Else have an administrator allow ${action} on mfa/*.`;
  }
  if (action === 'iam:DeleteVirtualMFADevice') {
    return `These keys may not delete ${device(asked)}. AWS advises not to change the policy: have an administrator delete the device.`;
  }
  if (action === undefined) return undefined;
  return `These keys may not do ${action}. Use a profile that may, or one with a session with MFA if a policy demands it; or ask an administrator.`;
}

/** Failures without an answer of AWS. */
function sentenceOfFailure(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'CredentialsProviderError') {
    return `No keys were found for AWS: ${error.message} Check --profile.`;
  }
  const { code, status } = metadata(error);
  if (NETWORK.test(code) || error.name === 'TimeoutError') {
    return `AWS cannot be reached${code === '' ? '' : ` (${code})`}. Check the network, the region and --endpoint-url.`;
  }
  return status !== undefined && status >= 500 ? SENTENCES.ServiceFailure?.({}) : undefined;
}

const NETWORK = /^(?:E[A-Z]+|EAI_AGAIN|UND_ERR_\w+|CERT_\w+|\w*SELF_SIGNED\w*)$/;
const NEVER_SENT = /^(?:CredentialsProviderError|TypeError|RangeError|SyntaxError)$/;

/** What the SDK hangs on to errors. */
interface Answered {
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

function metadata(error: Error): { code: string; status: number | undefined } {
  const { code, $metadata }: Error & Answered = error;
  return { code: typeof code === 'string' ? code : '', status: $metadata?.httpStatusCode };
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
