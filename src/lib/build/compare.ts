import { addressOf, type BuildManifest } from './manifest.ts';

/** What a host sends for an address; undefined where that is no file. */
export type Served = (address: string) => Promise<{ sha256: string } | undefined>;

export interface Comparison {
  /** How many files were compared. */
  readonly compared: number;
  /** Each file that is not as built, with what is the matter. */
  readonly problems: readonly string[];
}

/** How many files are asked for at a time. */
const AT_ONCE = 8;

/** Compares every file of a build with what is served. */
export async function compareServed(
  { files }: Pick<BuildManifest, 'files'>,
  served: Served,
): Promise<Comparison> {
  const problems: string[] = [];
  const left = Object.entries(files).flatMap(([path, { sha256 }]) => {
    const address = addressOf(path);
    return address === undefined ? [] : [{ address, sha256 }];
  });
  const compared = left.length;
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const found = await served(next.address);
      if (found === undefined) problems.push(`${next.address} is not served`);
      else if (found.sha256 !== next.sha256)
        problems.push(`${next.address} differs: ${found.sha256} instead of ${next.sha256}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { compared, problems: problems.sort() };
}

/** Why two builds cannot be the same before any file is compared; empty where they can. */
export function differentBuilds(ours: BuildManifest, theirs: BuildManifest): string[] {
  const reasons: string[] = [];
  if (ours.commit !== theirs.commit)
    reasons.push(
      `The host serves ${commitText(theirs.commit)}, this build is ${commitText(ours.commit)}.`,
    );
  if (ours.site !== theirs.site)
    reasons.push(`The host’s was built with SITE_URL=${theirs.site}, this one for ${ours.site}.`);
  if (ours.repository !== theirs.repository)
    reasons.push(
      `The host’s was built with ${theirs.repository === undefined ? 'no REPO_URL' : `REPO_URL=${theirs.repository}`}.`,
    );
  return reasons;
}

function commitText(commit: string | undefined): string {
  return commit === undefined ? 'a build of files that are not committed' : `commit ${commit}`;
}
