import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMail } from '#desk/cases/mail/read-mail.ts';

const now = Date.UTC(2026, 10, 20);
const head = 'From: Ann <ann@example.org>\r\nSubject: Speeding\r\n';
const read = (text: string) => readMail(Buffer.from(text, 'latin1'), now);
const part = (header: string, body: string) => `--b\r\n${header}\r\n\r\n${body}\r\n`;
const parts = (...all: string[]) =>
  `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${all.join('')}--b--\r\n`;
const page = (html: string) => `${head}Content-Type: text/html; charset=utf-8\r\n\r\n${html}`;
const named = (name: string) => parts(part(`Content-Type: application/zip; ${name}`, 'AAAA'));

/** What nobody can see and what turns the order of letters has no place in anything that is shown. */
const hidden = /\\u0000|[\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;

it.each<[what: string, text: string, expected: object]>([
  ['scripts and styles', page('<style>a{}</style><script>alert(1)</script>Hello'), { words: 'Hello' }],
  ['code in attributes', page('<p onclick="alert(1)">Hello</p>'), { words: 'Hello' }],
  ['images of elsewhere', page('Hello<img src="https://far.example/x.png?you">'), { words: 'Hello' }],
  ['a link that runs', page('<a href="javascript:alert(1)">Hello</a>'), { words: 'Hello' }],
  ['a page never closed', page('<div><p>Hello <b>there'), { words: 'Hello there' }],
  ['an unknown charset', `${head}Content-Type: text/plain; charset=klingon\r\n\r\nHello`, { words: 'Hello' }],
  ['no boundary', `${head}Content-Type: multipart/mixed\r\n\r\nHello`, { subject: 'Speeding' }],
  ['a boundary that never comes', `${head}Content-Type: multipart/mixed; boundary=z\r\n\r\nHello`, {}],
  ['NULs in words', `${head}\r\nHel\0lo`, { words: 'Hello' }],
  ['a length it does not have', `${head}Content-Length: 99999999999\r\n\r\nHello`, { words: 'Hello' }],
  ['a day that cannot be', `${head}Date: 31 Feb 2999 99:99\r\n\r\nHello`, { words: 'Hello' }],
  ['no sender', 'Subject: Speeding\r\n\r\nHello', { subject: 'Speeding', words: 'Hello' }],
  [
    'a header in an encoded word',
    'From: a@b.example\r\nSubject: =?utf-8?B?SGkNCkJjYzogeEB5Lno=?=\r\n\r\nHello',
    { subject: 'Hi Bcc: x@y.z' },
  ],
  ['an encoded word that is none', 'From: a@b.example\r\nSubject: =?utf-8?B?%%%?= x\r\n\r\nHello', {}],
  [
    'a sender in the name of another',
    'From: "chief@force.example" <ann@example.org>\r\n\r\nHello',
    { address: 'ann@example.org', from: 'chief@force.example <ann@example.org>' },
  ],
  ['folders in a name', named('name="../../etc/passwd"'), { attached: [{ name: 'passwd' }] }],
  ['a device as a name', named('name="con.zip"'), { attached: [{ name: '_con.zip' }] }],
  [
    'a name turned around',
    named("name*=utf-8''photo%E2%80%AEgpj.exe"),
    { attached: [{ name: 'photogpj.exe.unsafe' }] },
  ],
])('of an e-mail with %s it takes words alone', async (_, text, expected) => {
  const mail = await read(text);
  expect(mail).toMatchObject({ ok: true, value: expected });
  expect(JSON.stringify(mail)).not.toMatch(/javascript:|alert\(|far\.example/);
  expect(JSON.stringify(mail)).not.toMatch(hidden);
});

it.each([
  ['far more parts', parts(...Array.from({ length: 6_000 }, () => part('X: y', 'z')))],
  ['far more lines', `${head}\r\n${'x\n'.repeat(500_000)}`],
  ['far larger headers', `${head}References: ${'<a@b> '.repeat(60_000)}\r\n\r\nx`],
  ['far more attachments', parts(...Array.from({ length: 250 }, () => part('Content-Type: a/b', 'z')))],
])('an e-mail with %s than any has is refused', async (_, text) => {
  expect((await read(text)).ok).toBe(false);
});

const pieces = fc.constantFrom(
  ...[
    head,
    '\r\n',
    '\r\n\r\n',
    '--b',
    '--b--',
    'Content-Type: multipart/mixed; boundary=b\r\n',
    ':',
    ';',
    '"',
  ],
  ...[
    'Content-Transfer-Encoding: base64\r\n',
    '=?utf-8?Q?',
    '?=',
    '<p>',
    '<!--',
    '<a href="http:',
    '\0',
    '\xff',
  ],
  ...['Content-Type: text/html\r\n', 'Content-Type: message/rfc822\r\n', '%', '=E2=80=AE', '(', '\\', '='],
);

it('any bytes are words or a refusal, and nothing hidden is shown', async () => {
  const any = fc.oneof(
    fc.uint8Array({ maxLength: 500 }).map((bytes) => Buffer.from(bytes)),
    fc
      .array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 })
      .map((all) => Buffer.from(all.join(''))),
    fc.array(pieces, { maxLength: 40 }).map((all) => Buffer.from(head + all.join(''), 'latin1')),
  );
  await fc.assert(
    fc.asyncProperty(any, async (bytes) => {
      const mail = await readMail(bytes, now);
      expect(JSON.stringify(mail)).not.toMatch(hidden);
    }),
    { numRuns: 200 },
  );
});
