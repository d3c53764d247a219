import type { APIRoute } from 'astro';
import vectors from '../../../tests/unit/vault/golden/backup-1.json';
import later from '../../../tests/unit/vault/golden/backup-1-notes.json';

/** The backups that our own tests open, with every key on the way. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify({ ...vectors, later }, undefined, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
