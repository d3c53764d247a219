import { isTimed } from '../../lib/otp/codes.ts';
import type { OtpParameters } from '../../lib/otp/parameters.ts';
import { readTypedKey } from '../../lib/otp/parse.ts';
import { displayText } from '../../lib/otp/text.ts';
import type { CodeReport } from '../codes.ts';
import { counterCode, refuseMoment, timedCode } from '../codes.ts';
import { styled } from '../colors.ts';
import { RefusedError, UsageError } from '../errors.ts';
import { hasInput, readBytes } from '../input.ts';
import { print, warn } from '../output.ts';
import type { CodeOptions } from './command.ts';
import { vaultCode } from './vault-code.ts';

/** Prints a code: of an entry in the vault, or of a link that is handed over. */
export async function code(query: string, options: CodeOptions): Promise<void> {
  const report = await reportFor(query, options);
  if (options.json) {
    print(JSON.stringify(report));
    return;
  }
  const text = options.next === true ? nextOf(report) : report.code;
  if (options.copy) {
    const { copyForAWhile } = await import('../clipboard/copy.ts');
    await copyForAWhile(text, options.clearAfter);
    warn(`Copied${left(report)}. The clipboard is cleared in ${options.clearAfter} s.`);
    return;
  }
  print(text);
  // For the person; scripts read standard output.
  if (process.stdout.isTTY) warn(styled('dim', describeReport(report), process.stderr));
}

function describeReport(report: CodeReport): string {
  const { issuer, account } = report;
  return displayText(`${issuer || 'No issuer'}  ${account}${left(report)}`);
}

function left({ expiresIn }: CodeReport): string {
  return expiresIn === null ? '' : `; changes in ${expiresIn} s`;
}

async function reportFor(query: string, options: CodeOptions): Promise<CodeReport> {
  const given = await givenText(query, options);
  if (given === undefined) return vaultCode(query, options);
  const reading = readTypedKey(given);
  if (reading.kind !== 'otp') throw new RefusedError(reading.message);
  return linkCode(reading.otp, options);
}

/** The link on standard input or in a file; undefined where the vault is meant. */
async function givenText(query: string, options: CodeOptions): Promise<string | undefined> {
  const { uriFile, vault } = options;
  if (uriFile !== undefined) {
    if (query !== '' || vault !== undefined)
      throw new UsageError('A link has one code: leave the query and --vault out, or --uri-file.');
    return new TextDecoder().decode(await readBytes(uriFile));
  }
  if (query !== '' || vault !== undefined || !hasInput()) return undefined;
  const text = new TextDecoder().decode(await readBytes('-'));
  return text.trim() === '' ? undefined : text;
}

function linkCode(otp: OtpParameters, { at }: CodeOptions): CodeReport {
  if (isTimed(otp)) return timedCode(otp, at === undefined ? Date.now() : at * 1000);
  refuseMoment(at);
  warn(`The counter stands at ${otp.counter}. It cannot be stored in a link: use each code once.`);
  return counterCode(otp);
}

function nextOf({ next }: CodeReport): string {
  if (next === null)
    throw new RefusedError('The codes of this entry follow a counter: ask for the next one later.');
  return next;
}
