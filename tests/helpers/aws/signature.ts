import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { AwsRefusal } from './error.ts';

/** A request as it was signed. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8}\/[^/]+\/[^/]+\/aws4_request),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/;

/** The access key that signed a request, after AWS Signature Version 4; checks the signature. */
export function signer(
  { method, url, headers, body }: SignedRequest,
  secretOf: (accessKeyId: string) => string | undefined,
): string {
  const [, accessKeyId = '', scope = '', signedHeaders = '', signature = ''] =
    AUTHORIZATION.exec(headers.authorization ?? '') ?? [];
  const secret = secretOf(accessKeyId);
  if (secret === undefined) {
    throw new AwsRefusal(
      'InvalidClientTokenId',
      403,
      'The security token included in the request is invalid.',
    );
  }
  const [path = '/', query = ''] = url.split('?');
  const canonical = [
    method,
    path,
    query,
    ...signedHeaders.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    signedHeaders,
    sha256(body),
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = scope
    .split('/')
    .reduce<Buffer | string>((before, part) => hmac(before, part), `AWS4${secret}`);
  if (hmac(key, toSign).toString('hex') !== signature) {
    throw new AwsRefusal(
      'SignatureDoesNotMatch',
      403,
      'The request signature we calculated does not match the signature you provided.',
    );
  }
  return accessKeyId;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
