import { z } from 'zod';
import { RefusedError } from '../errors.ts';

/** Whether somebody is asked each time before an entry's codes are given. */
const approval = z.enum(['ask', 'always']);

/** What the entry is called towards the model: a word of the person's own, not of a link. */
const handle = z.string().regex(/^[\w][\w.-]{0,63}$/, 'letters, digits, dots, dashes and _ only');

const aws = z
  .strictObject({
    /** The profile that is written; it must not be one with long-term keys. */
    profile: z.string().regex(/^[\w.@+:/-]{1,128}$/),
    /** The profile with the long-term keys. */
    source_profile: z.string().min(1).default('default'),
    /** ARN of the MFA device; looked up where it is not given. */
    mfa_serial: z.string().startsWith('arn:').max(256).optional(),
    /** 15 minutes to 36 hours, as STS takes it. */
    duration_seconds: z.int().min(900).max(129_600).default(43_200),
    region: z.string().min(1).max(64).optional(),
    endpoint_url: z.url({ protocol: /^https?$/ }).optional(),
  })
  .refine(({ profile, source_profile }) => profile !== source_profile, 'needs two profiles');

const rule = z
  .strictObject({
    id: z.string().min(1).optional(),
    issuer: z.string().optional(),
    account: z.string().optional(),
    approval: approval.default('ask'),
    aws: aws.optional(),
  })
  .refine(
    ({ id, issuer, account }) => [id, issuer, account].some((name) => name !== undefined),
    'needs an id, an issuer or an account (2faa list --json shows them)',
  );

const schema = z.strictObject({
  $schema: z.string().optional(),
  entries: z.record(handle, rule).default({}),
  lock_after_minutes: z.number().min(0.1).max(1440).default(10),
  limits: z
    .strictObject({
      per_entry_and_hour: z.int().min(1).max(1000).default(12),
      per_hour: z.int().min(1).max(10_000).default(30),
    })
    .prefault({}),
});

/** Which entries may be used by whoever speaks MCP to the server, and how. */
export type Settings = z.infer<typeof schema>;
export type Rule = z.infer<typeof rule>;
export type AwsRule = z.infer<typeof aws>;
export type Limits = Settings['limits'];

/**
 * Reads the text of the settings. Whatever is not understood is refused, for it may have
 * been meant as a restriction.
 *
 * @param file named in errors
 * @throws RefusedError
 */
export function parseSettings(text: string, file: string): Settings {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new RefusedError(`${file} is not JSON. Nothing is allowed until it is.`);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path.join(' → ') ?? '';
  throw new RefusedError(
    `${file}: ${place === '' ? 'the whole' : place}: ${issue?.message ?? 'not understood'}. Nothing is allowed until it is right.`,
  );
}
