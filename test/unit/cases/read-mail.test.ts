import { expect, it } from 'vitest';
import { readAttachment, readMail } from '#desk/cases/mail/read-mail.ts';

const now = Date.UTC(2026, 10, 20);
const read = (lines: string) => readMail(Buffer.from(lines.replaceAll('\n', '\r\n'), 'latin1'), now);
const head = 'From: Ann <Ann@Example.org>\nTo: office@bordershire.example\nSubject: Speeding\n';

it('says who wrote, when by British time, and in which words; of a page the words alone', async () => {
  const mail = await read(
    `${head}Date: Tue, 3 Nov 2026 23:30:00 -0100\nMessage-ID: <one@example.org>\nContent-Type: text/html\n\n<p>Too fast</p><script>alert(1)</script><img src="http://far.example/x"><a href="http://far.example/y">here</a>`,
  );
  expect(mail).toMatchObject({
    ok: true,
    value: {
      from: 'Ann <Ann@Example.org>',
      address: 'ann@example.org',
      id: 'one@example.org',
      on: '2026-11-04',
      at: '00:30',
      words: 'Too fast\n\nhere <http://far.example/y>',
    },
  });
});

it('gives an attachment a name without folders, turned letters or what would run', async () => {
  const lines = `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee\n--b\nContent-Type: application/zip; name="..\\\\..\\\\C:evil.exe"\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n`;
  const mail = await read(lines);
  expect(mail.ok && mail.value.attached).toEqual([
    { name: 'C evil.exe.unsafe', kind: 'application/zip', bytes: 3 },
  ]);
  const taken = await readAttachment(Buffer.from(lines.replaceAll('\n', '\r\n')), 0);
  expect(taken.ok && [...taken.value.bytes]).toEqual([0, 0, 0]);
});

it('refuses what is deeper, or has larger headers, than any e-mail, and never throws', async () => {
  const deep = Array.from(
    { length: 200 },
    (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
  );
  for (const lines of [head + deep.join(''), `${head}X: ${'a'.repeat(300_000)}\n\nx`, '\0\0', ''])
    expect((await read(lines)).ok).toBe(false);
  for (const lines of [
    `${head}Content-Type: multipart/mixed\n\nno boundary`,
    `${head}Content-Type: text/plain; charset=klingon\n\nhello \xff\0`,
  ])
    expect((await read(lines)).ok).toBe(true);
});
