import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Failure, sentence } from '#shared/errors.ts';
import { fail } from '#shared/result.ts';

/** On every answer. Nothing is fetched from anywhere else, nothing is framed, nothing runs that is not a file of ours. */
export const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Why a request got no further than this door: its status, and one sentence. */
export const refusals = {
  badRequest: [400, 'This request could not be read. Reload the page and try again.'],
  noSession: [
    401,
    'This window is not connected to ICV Desk. Open it with a fresh link: press Enter in the terminal where ICV Desk runs.',
  ],
  wrongPlace: [403, 'This request did not come from the window of ICV Desk, so it was not answered.'],
  notFound: [404, 'There is no such page here.'],
  tooLarge: [413, 'This is more than can be sent at once (1 MB).'],
  notJson: [415, 'Only JSON is understood here.'],
  tooMany: [429, 'Too many attempts. Wait a minute and try again.'],
} as const satisfies Record<string, readonly [number, string]>;
export type Refusal = keyof typeof refusals;

const said = (text: string): Failure => ({ tag: 'invalid', problems: [{ path: '', text }] });

const page = (title: string, text: string) => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>${title} – ICV Desk</title><link rel="icon" href="data:,"></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>
`;

/** Pages that a person meets instead of the interface. */
export const pages = {
  linkUsed: page(
    'This link has been used',
    'Each link opens ICV Desk once. Press Enter in the terminal where ICV Desk runs to get a fresh one.',
  ),
  noSession: page('Open ICV Desk with a link', refusals.noSession[1]),
  tooMany: page('Too many attempts', refusals.tooMany[1]),
  wrongPlace: page(
    'Paste the link yourself',
    'Another site led here, so nothing was opened. Copy the link from the terminal into the address bar.',
  ),
  notBuilt: page(
    'The interface is missing',
    'The files of the interface have not been built. Stop ICV Desk, run "npm run build" and start it again.',
  ),
};

export const refuse = (reply: FastifyReply, refusal: Refusal): FastifyReply => {
  const [status, text] = refusals[refusal];
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(fail(said(text)));
};

export const show = (reply: FastifyReply, status: number, html: string): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(html);

const byCode: Record<string, Refusal> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'notJson',
};

/** Words for what goes wrong inside the server itself; the details stay inside. */
export const explain = (
  error: { code?: string; statusCode?: number },
  _request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const known = byCode[error.code ?? ''];
  if (known) return refuse(reply, known);
  if (error.statusCode === 404 || error.statusCode === 403) return refuse(reply, 'notFound');
  if ((error.statusCode ?? 500) < 500) return refuse(reply, 'badRequest');
  const failure: Failure = { tag: 'unexpected', reference: 'http' };
  return reply.code(500).send(fail(said(sentence(failure))));
};
