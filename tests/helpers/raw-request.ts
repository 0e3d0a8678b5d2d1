import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';

interface RawRequest {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  /** Sent as it is, piece by piece when there are several (then without a Content-Length). */
  readonly body?: string | Uint8Array | readonly (string | Uint8Array)[];
}

interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The bytes as sent: not unpacked. */
  readonly bytes: Buffer;
  readonly text: string;
}

/** Sends a request that fetch would refuse or tidy up, and reads the answer byte by byte as it was sent. */
export function sendRaw(
  url: string,
  { method = 'GET', headers = {}, body }: RawRequest = {},
): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes,
          text: bytes.toString('utf8'),
        });
      });
    });
    sent.on('error', reject);
    if (Array.isArray(body)) {
      for (const piece of body) sent.write(piece);
      sent.end();
    } else sent.end(body);
  });
}

export const formHeaders = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** Whatever may stand in an Origin header, by name: other sites, nobody, nonsense, more than one. */
export const anyOrigin: readonly (readonly [name: string, origin: string | string[]])[] = [
  ['another site', 'https://elsewhere.example'],
  ['a page without a name', 'null'],
  ['a file', 'file://'],
  ['half an address', 'http://['],
  ['no address', 'not a url'],
  ['an empty name', ''],
  ['two sites', ['https://elsewhere.example', 'https://another.example']],
  ['two sites in one line', 'https://elsewhere.example https://another.example'],
  ['a name beyond ASCII', 'https://\u00e9lsewhere.example'],
];
