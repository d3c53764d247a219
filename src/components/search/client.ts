import { createSearchClient } from '../../lib/search/client.browser.ts';
import { startSearchWorker } from '../../workers/start.browser.ts';

/** The one client of the page: its worker and its index are loaded once. */
export const client = createSearchClient(startSearchWorker);
