import PostalMime from 'postal-mime';
import { expect, it } from 'vitest';
import { freshId, newOffice } from '#test/office.ts';

it('takes an e-mail into a case, knows it again, never matches by a number alone, and acknowledges it', async () => {
  const office = await newOffice();
  try {
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
  } finally {
    await office.end();
  }
});
