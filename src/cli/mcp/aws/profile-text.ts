import { RefusedError } from '../../errors.ts';

/** The settings of a session, by their names in the file. */
export type SessionSettings = Readonly<
  Record<'aws_access_key_id' | 'aws_secret_access_key' | 'aws_session_token', string>
>;

/** What keys and tokens are made of; a line break would begin a setting of its own. */
const PLAIN = /^[\w+/=.-]+$/;

/**
 * The text of a credentials file (AWS SDKs and Tools Reference Guide, shared files) with
 * a session in one profile. Every other line stays as it is.
 *
 * @throws RefusedError where the profile has long-term keys, which would be lost
 */
export function withSession(text: string, profile: string, settings: SessionSettings): string {
  for (const [name, value] of Object.entries(settings)) {
    if (!PLAIN.test(value)) throw new RefusedError(`AWS answered with a strange ${name}.`);
  }
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
  const added = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const headers = lines.flatMap((line, at) => (nameOf(line) === profile ? [at] : []));
  if (headers.length > 1) {
    throw new RefusedError(`The credentials file has the profile ${profile} twice. Make it one.`);
  }
  const [header] = headers;
  if (header === undefined) {
    const gap = lines.length === 0 ? [] : [''];
    return [...lines, ...gap, `[${profile}]`, ...added, ''].join(end);
  }
  const next = lines.findIndex((line, at) => at > header && /^\s*\[/.test(line));
  const stop = next < 0 ? lines.length : next;
  const section = lines.slice(header + 1, stop);
  refuseLongTermKeys(section, profile);
  const before = lines.slice(0, header + 1);
  return [...before, ...added, ...others(section, settings), ...lines.slice(stop), ''].join(end);
}

/** The profile that begins with a line, if one does. */
function nameOf(line: string): string | undefined {
  return /^\s*\[\s*([^\]]*?)\s*\]/.exec(line)?.[1];
}

function settingOf(line: string): string | undefined {
  return /^([\w.-]+)\s*[=:]/.exec(line)?.[1]?.toLowerCase();
}

function refuseLongTermKeys(section: readonly string[], profile: string): void {
  const names = new Set(section.map(settingOf));
  if (names.has('aws_access_key_id') && !names.has('aws_session_token')) {
    throw new RefusedError(
      `The profile ${profile} has long-term keys, and a session would take their place. Name another profile in mcp.json.`,
    );
  }
}

/** The lines of a profile without these settings, and without what continues them. */
function others(section: readonly string[], settings: SessionSettings): string[] {
  let isDropped = false;
  return section.filter((line) => {
    if (!/^[ \t]+\S/.test(line)) isDropped = Object.hasOwn(settings, settingOf(line) ?? '');
    return !isDropped;
  });
}
