/** An answer of AWS that refuses: its code, its words, and the status it comes with. */
export class AwsRefusal extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

// As recorded from AWS; the blank at the end of the first is AWS's own.
export const INVALID_CODE =
  'MultiFactorAuthentication failed with invalid MFA one time pass code. ';
export const CANNOT_VALIDATE =
  'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.';
export const NEEDS_MFA =
  'To complete this action, please ensure that you are authenticated with an MFA device that is enabled for this user.';

export const noSuchUser = (name: string): AwsRefusal =>
  new AwsRefusal('NoSuchEntity', 404, `The user with name ${name} cannot be found.`);
