import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Account, ACCOUNT_ID, arnOf, type Identity } from './account.ts';
import { IAM_ACTIONS, STS_ACTIONS, tag } from './actions.ts';
import { AwsRefusal } from './error.ts';
import { signer, type SignedRequest } from './signature.ts';

/** A request that came in. */
export interface Seen {
  readonly action: string;
  readonly input: Readonly<Record<string, string>>;
}

/** What happens to a request instead of what is asked, or before. */
type Fault = AwsRefusal | 'no-answer' | 'done-without-answer';

/** Runs at each request, before it is carried out. */
type Hook = (seen: Seen) => Promise<void> | void;

/** A stand-in for STS and IAM: AWS's Query protocol over HTTP, for the SDKs and the `aws` command. */
export interface StandIn {
  readonly account: Account;
  readonly endpoint: string;
  readonly seen: Seen[];
  /** The next request for this action fails. */
  fail(action: string, fault: Fault): void;
  onRequest: Hook | undefined;
  close(): Promise<void>;
}

/** @param now Milliseconds since the Unix epoch. */
export async function startStandIn(now: () => number = Date.now): Promise<StandIn> {
  const account = new Account(() => now() / 1000);
  const seen: Seen[] = [];
  const faults: { action: string; fault: Fault }[] = [];
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const input = Object.fromEntries(new URLSearchParams(body));
    const { Action: action = '' } = input;
    seen.push({ action, input });
    await standIn.onRequest?.({ action, input });
    const index = faults.findIndex((each) => each.action === action);
    const [{ fault } = { fault: undefined }] = index < 0 ? [] : faults.splice(index, 1);
    if (fault === 'no-answer') {
      request.socket.destroy();
      return;
    }
    const { status, xml } = answer(account, signedRequest(request, body), action, input, fault);
    if (fault === 'done-without-answer') request.socket.destroy();
    else send(response, status, xml);
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const standIn: StandIn = {
    account,
    endpoint: `http://127.0.0.1:${port}`,
    seen,
    fail: (action, fault) => faults.push({ action, fault }),
    onRequest: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return standIn;
}

function signedRequest(request: IncomingMessage, body: string): SignedRequest {
  const { method = '', url = '', headers } = request;
  return { method, url, headers, body };
}

function answer(
  account: Account,
  request: SignedRequest,
  action: string,
  input: Readonly<Record<string, string>>,
  fault: Fault | undefined,
): { status: number; xml: string } {
  try {
    const by = identify(account, request);
    if (fault instanceof AwsRefusal) throw fault;
    const isSts = Object.hasOwn(STS_ACTIONS, action);
    const carryOut = isSts ? STS_ACTIONS[action] : IAM_ACTIONS[action];
    if (carryOut === undefined) {
      throw new AwsRefusal('InvalidAction', 400, `Could not find operation ${action}`);
    }
    if (account.users.get(by.user)?.has(action) === true) throw denied(by, action, input);
    const result = carryOut(account, by, (name) => input[name] ?? '');
    const xml = tag(`${action}Result`, result) + tag('ResponseMetadata', tag('RequestId', 'x'));
    const namespace = isSts
      ? 'https://sts.amazonaws.com/doc/2011-06-15/'
      : 'https://iam.amazonaws.com/doc/2010-05-08/';
    return {
      status: 200,
      xml: `<${action}Response xmlns="${namespace}">${xml}</${action}Response>`,
    };
  } catch (error) {
    if (!(error instanceof AwsRefusal)) throw error;
    const { code, status, message } = error;
    const type = status < 500 ? 'Sender' : 'Receiver';
    const content = tag('Type', type) + tag('Code', code) + tag('Message', message);
    return {
      status,
      xml: tag('ErrorResponse', tag('Error', content) + tag('RequestId', 'x')),
    };
  }
}

/** Who signed, with a session that is still good. */
function identify(account: Account, request: SignedRequest): Identity {
  const id = signer(request, (accessKeyId) => account.keys.get(accessKeyId)?.secret);
  const identity = account.keys.get(id);
  if (identity === undefined || identity.token !== request.headers['x-amz-security-token']) {
    throw new AwsRefusal(
      'InvalidClientTokenId',
      403,
      'The security token included in the request is invalid.',
    );
  }
  if ((identity.ends ?? Infinity) <= account.seconds()) {
    throw new AwsRefusal(
      'ExpiredToken',
      403,
      'The security token included in the request is expired',
    );
  }
  return identity;
}

function denied(by: Identity, action: string, input: Readonly<Record<string, string>>): AwsRefusal {
  const resource =
    action === 'CreateVirtualMFADevice'
      ? `arn:aws:iam::${ACCOUNT_ID}:mfa/${input.VirtualMFADeviceName ?? ''}`
      : (input.SerialNumber ?? arnOf(by));
  return new AwsRefusal(
    'AccessDenied',
    403,
    `User: ${arnOf(by)} is not authorized to perform: iam:${action} on resource: ${resource} because no identity-based policy allows the iam:${action} action`,
  );
}

function send(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { 'Content-Type': 'text/xml', 'x-amzn-RequestId': 'x' });
  response.end(xml);
}
