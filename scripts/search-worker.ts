import { parentPort, workerData } from 'node:worker_threads';
import type { Content } from '../src/lib/search/indexed-pages.ts';
import { searchFiles } from './search-files.ts';

parentPort?.postMessage(await searchFiles(workerData as Content));
