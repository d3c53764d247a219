import { openedFor } from '../../../lib/install/opened-for.ts';
import type { Shared } from '../../../lib/offline/protocol.ts';
import { ask, serviceWorkers } from '../../../workers/offline.browser.ts';
import type { Incoming } from './useAdding.ts';

/**
 * What the authenticator was opened for, by the query of its address, which is then taken
 * away: a reload does not do it again. `nothing` is the panel without anything in it.
 */
export async function openedWith(): Promise<Incoming | 'nothing' | undefined> {
  const query = new URLSearchParams(location.search);
  const shared = query.has(openedFor.shared);
  if (!shared && !query.has(openedFor.add)) return undefined;
  history.replaceState(history.state, '', location.pathname + location.hash);
  const worker = serviceWorkers()?.controller;
  if (!shared || !worker) return 'nothing';
  const given = await ask<Shared>(worker, { ask: 'shared' });
  if (given === undefined) return 'nothing';
  const { pictures, texts } = given;
  const [text] = texts;
  if (pictures.length > 0) return { pictures };
  return text === undefined ? 'nothing' : { text };
}
