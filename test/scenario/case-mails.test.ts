import { strFromU8, unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshId, newOffice, type Office } from '#test/office.ts';

let office: Office;
beforeAll(async () => {
  office = await newOffice();
});
afterAll(() => office.end());

it('takes an e-mail into a case, knows it again, never matches by a number alone, and acknowledges it', async () => {
  const id = freshId();
  await office.ask('cases.create', { id, kind: 'enquiry', received: '2026-11-03' });
  const lines = ['From: Ann <ann@example.org>', 'Subject: Speeding', 'Message-ID: <a@b>', '', 'Too fast'];
  const bytes = Buffer.from(lines.join('\r\n')).toString('base64');
  const said = await office.ask('incoming.read', { name: 'a.eml', bytes });
  if (!said.mail) throw new Error('it was not read as an e-mail');
  const { attached, answers, address, words, subject, cut } = said.mail;
  const marks = { id: said.mail.id, answers, address, attached };
  const message = { id: freshId(), channel: 'email', on: '2026-11-03', words, subject, cut } as const;
  const file = { id: freshId(), name: 'a.eml', bytes };
  await office.ask('incoming.add', { id, file, message: { ...message, mail: marks } });
  const near = await office.ask('incoming.near', { ...marks, subject, hash: said.hash });
  expect(near.kept.map((one) => one.id)).toEqual([id]);
  expect(near.cases[0]?.why).toEqual(['the same sender', 'the same subject']);
  const number = near.kept[0]?.reference ?? '';
  const stranger = await office.ask('incoming.near', { address: 'other@example.org', subject: number });
  expect(stranger.cases).toEqual([]);
  const draft = { id: freshId(), purpose: 'acknowledgement', channel: 'email' } as const;
  const words2 = { to: 'ann@example.org', subject: 'Thank you', words: 'We have it.' };
  await office.ask('replies.save', { id, draft: { ...draft, ...words2 } });
  await office.ask('replies.send', { id, draft: draft.id });
  expect((await office.ask('cases.get', { id })).case.acknowledged?.message).toBe(draft.id);
  const made = await office.ask('replies.file', { id, message: draft.id, as: 'mail' });
  const read = await PostalMime.parse(Buffer.from(made.bytes, 'base64'));
  expect([read.to?.[0]?.address, read.text?.trim()]).toEqual(['ann@example.org', 'We have it.']);
  const paper = await office.ask('replies.file', { id, message: draft.id, as: 'docx' });
  const xml = unzipSync(Buffer.from(paper.bytes, 'base64'))['word/document.xml'];
  expect(strFromU8(xml ?? new Uint8Array())).toContain('We have it.');
});

it('lets nobody send what has to be approved, approve their own, or approve other words than were read', async () => {
  const id = freshId();
  await office.ask('cases.create', { id, kind: 'MP or councillor letter', received: '2026-11-03' });
  const draft = { id: freshId(), purpose: 'answer', channel: 'email', to: 'a@example.org' } as const;
  const save = (words: string) =>
    office.ask('replies.save', { id, draft: { ...draft, subject: 'Your complaint', words } });
  const of = { id, draft: draft.id };
  await save('');
  expect(await office.refusal('replies.ask', of)).toMatchObject({ tag: 'letterProblems' });
  await save('We looked into it.');
  expect(await office.refusal('replies.send', of)).toEqual({ tag: 'notApproved' });
  const saw = { to: draft.to, subject: 'Your complaint', words: 'We looked into it.' };
  const read = { ...of, approve: true, read: saw };
  expect(await office.refusal('replies.approve', read)).toEqual({ tag: 'movedOn' });
  await office.ask('replies.ask', of);
  expect(await office.refusal('replies.approve', read)).toEqual({ tag: 'ownReply' });
  expect(await office.refusal('replies.approve', { ...read, approve: false })).toEqual({ tag: 'noReason' });
  // Whoever reads it may not read on: the words, whom it is to and what goes with it are what was read.
  for (const other of [{ words: 'We did not.' }, { to: 'b@example.org' }, { files: [freshId()] }])
    expect(await office.refusal('replies.approve', { ...read, read: { ...saw, ...other } })).toEqual({
      tag: 'movedOn',
    });
  await office.ask('replies.approve', { ...read, approve: false, why: 'Say what was found.' });
  const { drafts } = (await office.ask('cases.get', { id })).case;
  expect(drafts).toMatchObject([{ returned: 'Say what was found.' }]);
  expect(drafts[0]?.asked).toBeUndefined();
  await office.ask('replies.discard', of);
  expect(await office.refusal('replies.send', of)).toEqual({ tag: 'movedOn' });
});
