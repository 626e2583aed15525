import { freshId } from '#test/office.ts';
import type { Go } from './walk.ts';

const mail = [
  'From: Ann <ann@example.org>',
  'Subject: Speeding',
  'Date: Mon, 2 Mar 2026 10:00:00 +0000',
  'Message-ID: <one@example.org>',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b\r\n\r\nToo fast.\r\n--b\r\nContent-Type: text/plain; name=list.txt',
  'Content-Disposition: attachment\r\n\r\nA list.\r\n--b--\r\n',
].join('\r\n');

/** An e-mail becomes part of a case, and the reply to it goes from its first words to paper. */
export const walkReplies = async (go: Go) => {
  const id = freshId();
  await go('cases.create', { id, kind: 'enquiry', channel: 'email', received: '2026-03-02', mine: true });
  const file = { id: freshId(), name: 'Speeding.eml', bytes: btoa(mail) };
  const said = await go('incoming.read', { name: file.name, bytes: file.bytes });
  if (!said.mail) throw new Error('the e-mail was not read as one');
  const { id: called, answers, address, attached, on = '2026-03-02', words, cut } = said.mail;
  await go('incoming.near', { answers, words, hash: said.hash, ...(address && { address }) });
  const marks = { answers, attached, ...(called && { id: called }), ...(address && { address }) };
  const message = { id: freshId(), channel: 'email', on, words, cut, mail: marks } as const;
  await go('incoming.add', { id, file, message });
  await go('incoming.attachment', { id, file: file.id, at: 0 });

  const { templates } = await go('replies.begin', { id });
  const chosen = templates.find(({ purpose }) => purpose === 'acknowledgement')?.template.id;
  if (!chosen) throw new Error('no template acknowledges');
  await go('replies.words', { id, template: chosen });
  const draft = freshId();
  const reply = { to: 'ann@example.org', subject: 'Speeding', words: 'We have it.' };
  const now = { id: draft, purpose: 'holding reply', channel: 'email', ...reply } as const;
  await go('replies.save', { id, draft: now });
  await go('replies.ask', { id, draft });
  await go('replies.approve', { id, draft, approve: false, why: 'Say when.', read: reply });
  await go('replies.discard', { id, draft });
  const sent = freshId();
  await go('replies.save', { id, draft: { ...now, id: sent, purpose: 'acknowledgement' } });
  await go('replies.send', { id, draft: sent });
  await go('replies.paper', { id, message: sent });
  for (const as of ['docx', 'mail'] as const) await go('replies.file', { id, message: sent, as });
  const call = { id: freshId(), direction: 'in', on: '2026-03-04', words: 'They rang.' } as const;
  await go('replies.spoke', { id, message: call });
};
