import { orderSession } from '../../aws/order-session.ts';
import type { StepRecord } from '../../aws/used-steps.ts';
import { warn } from '../../output.ts';
import type { AwsSessions } from '../tools/parts.ts';
import { credentialsPath, writeSession } from './credentials-file.ts';

/** Sessions as `2faa aws session` gets them, kept and shared with it, for one entry at a time. */
export function awsSessions(record: StepRecord): AwsSessions {
  return {
    renew: async (rule, entry) => {
      const { profile, source_profile, mfa_serial, duration_seconds, region, endpoint_url } = rule;
      const taken: number[] = [];
      const steps: StepRecord = {
        claim: async (key, step, ...rest) => {
          const isFree = await record.claim(key, step, ...rest);
          if (isFree && key === entry.id) taken.push(step);
          return isFree;
        },
      };
      const vault = {
        entries: () => Promise.resolve([entry]),
        find: () => Promise.resolve(entry),
      };
      const session = await orderSession(
        {
          profile: source_profile,
          duration: duration_seconds,
          entry: entry.id,
          ...(mfa_serial === undefined ? {} : { serialNumber: mfa_serial }),
          ...(region === undefined ? {} : { region }),
          ...(endpoint_url === undefined ? {} : { endpointUrl: endpoint_url }),
        },
        { vault, steps, tell: warn },
      );
      await writeSession(credentialsPath(), profile, session);
      return { expiration: session.expiration, steps: taken };
    },
  };
}
