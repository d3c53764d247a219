import { answerSearch } from '../lib/search/answer.browser.ts';
import type { SearchRequest } from '../lib/search/protocol.ts';

/** Searches away from the page, whose policy allows no WebAssembly; this file's own does. */
self.addEventListener('message', (event: MessageEvent<SearchRequest>) => {
  void answerSearch(event.data).then((reply) => {
    self.postMessage(reply);
  });
});
