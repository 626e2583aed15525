import { freshId } from '#test/office.ts';
import type { Go } from './walk.ts';

/** A request for information from its coming in to the disclosure log, with a redacted copy. */
export const walkRequests = async (go: Go) => {
  const id = freshId();
  await go('cases.create', { id, kind: 'FOI request', received: '2026-03-02', mine: true });
  await go('requests.do', { id, deed: { what: 'asked', words: 'How many complaints there were.' } });
  await go('requests.do', { id, deed: { what: 'decide', outcome: 'granted', on: '2026-03-20' } });
  await go('requests.do', { id, deed: { what: 'disclose', title: 'Complaints', summary: 'Their number.' } });
  await go('requests.get', { id });
  const [of, file, redaction] = [freshId(), freshId(), freshId()];
  for (const [one, text] of [
    [of, 'All of it.'],
    [file, 'Some of it.'],
  ] as const)
    await go('files.add', { type: 'caseFile', id, file: one, name: `${one}.txt`, bytes: btoa(text) });
  const reasons = [{ id: freshId(), place: 'Page 1', reason: 'A name' }];
  await go('redactions.put', { id, redaction, of, file, reasons });
  await go('redactions.get', { id });
  await go('redactions.remove', { id, redaction });
  await go('requests.log', {});
  await go('requests.logFile', { as: 'html' });
  await go('requests.logFile', { as: 'csv' });
};

/** A case whose time is over, proposed by one, approved by another with a PIN, and destroyed. */
export const walkRetention = async (go: Go, second: string, pin: string) => {
  for (const call of ['retention.destroy', 'retention.destroyed'] as const) {
    const [id, disposal] = [freshId(), freshId()];
    await go('cases.create', { id, kind: 'enquiry', received: '2015-03-02', mine: true });
    await go('cases.answer', { id, by: 'office', on: '2015-03-10' });
    await go('cases.close', { id, closing: freshId(), on: '2015-03-12' });
    await go('retention.hold', { id, type: 'caseFile', why: 'Litigation.' });
    await go('retention.hold', { id, type: 'caseFile', why: null });
    await go('retention.due', {});
    await go('retention.propose', { id: disposal, items: [{ id, type: 'caseFile' }] });
    await go('retention.decide', { id: disposal, approved: true, person: second, pin });
    if (call === 'retention.destroy') await go(call, { id: disposal });
    else await go(call, { id: disposal, kept: [{ id, why: 'It is held again.' }], outstanding: [] });
    await go('retention.get', { id: disposal });
    await go('retention.certificate', { id: disposal });
  }
  await go('retention.list', {});
};
