import { join } from 'node:path';
import type { CallName, Host, Input } from '#shared/contract.ts';
import { ask, freshId, passphrase } from '#test/office.ts';
import { change, complete, fills } from '../../scenario/reports.ts';
import { walkCases } from './walk-cases.ts';
import { walkChecks } from './walk-checks.ts';
import { walkClaims } from './walk-claims.ts';
import { walkConcerns } from './walk-concerns.ts';
import { walkContacts } from './walk-contacts.ts';
import { walkEngagements } from './walk-engagements.ts';
import { walkPlans } from './walk-plans.ts';
import { walkQuality } from './walk-quality.ts';
import { walkReplies } from './walk-replies.ts';
import { walkRequests, walkRetention } from './walk-requests.ts';
import { walkReturns } from './walk-returns.ts';
import { walkReviews } from './walk-reviews.ts';
import { walkRota } from './walk-rota.ts';
import { walkSessions } from './walk-sessions.ts';
import { walkVolunteers } from './walk-volunteers.ts';

/** Told of every call that was made, so that none can be forgotten. */
type Heard = (name: CallName) => void;

/**
 * Makes every call of the contract once at least, on a store of example data, in an order in which each can succeed.
 * Throws at the first one that does not.
 */
export const walk = async (host: Host, folder: string, heard: Heard): Promise<void> => {
  const go = <N extends CallName>(name: N, input: Input<N>) => {
    heard(name);
    return ask(host, name, input);
  };

  await go('store.status', {});
  const { person: me } = await go('session.get', {});
  await go('store.changePassphrase', { current: passphrase, next: `${passphrase} too` });
  await go('store.backUp', { path: join(folder, 'a backup.icvbackup') });
  await go('store.check', {});
  await go('preferences.set', { key: 'place', value: { at: ['/visits', 3, null] } });
  await go('preferences.get', {});

  const setting = await go('settings.get', {});
  const threshold = setting.delayThreshold;
  await go('settings.save', { patch: change('delayThreshold', threshold, threshold + 5) });
  const [suite] = await go('suites.list', {});
  if (!suite) throw new Error('the example has no suite');
  await go('suites.get', { id: suite.id });
  await go('suites.save', { id: suite.id, patch: change('notes', suite.notes, 'Ring twice.') });
  const [panel] = await go('panels.list', {});
  if (!panel) throw new Error('the example has no panel');
  await go('panels.save', { id: panel.id, patch: change('notes', panel.notes, 'Meets monthly.') });
  const person = (await go('people.list', {})).find(({ id }) => id !== me.id);
  if (!person) throw new Error('the example has nobody');
  await go('people.get', { id: person.id });
  await go('people.save', { id: person.id, patch: change('name', person.name, `${person.name} Jones`) });
  await go('throughput.save', { suite: suite.id, month: '2024-04', total: 300 });
  await go('throughput.list', { year: '2024-25' });

  await walkReports(go, suite.id, person.id);
  await walkReading(go, suite.id, person.id);
  await walkConcerns(go, suite.id);
  await walkChecks(go, suite.id);
  await walkPlans(go);
  await walkReviews(go);
  await walkContacts(go);
  await walkEngagements(go);
  await walkCases(go);
  await walkReplies(go);
  await walkRequests(go);
  await walkRetention(go, person.id, '274953');
  await walkVolunteers(go, suite.id);
  await walkClaims(go, suite.id);
  await walkSessions(go, panel.id, person.id);
  await walkRota(go);
  await go('board.get', {});
  const { notes } = await go('handover.get', {});
  await go('handover.save', { patch: change('words', notes.words, 'The keys are with Jo.') });
  await walkQuality(go);
  await go('search.find', { text: 'quiet' });
  await walkReturns(go);
  await walkImports(go);

  // The store was made with this very call, before the walk began.
  heard('store.create');
  await go('store.lock', {});
  await go('store.unlock', { passphrase: `${passphrase} too` });
};

/** Makes a call that must succeed. */
export type Go = <N extends CallName>(name: N, input: Input<N>) => ReturnType<typeof ask<N>>;

const walkReports = async (go: Go, suite: string, visitor2: string) => {
  const id = freshId();
  const form = await go('forms.get', {});
  await go('forms.list', {});
  await go('forms.publish', { base: form.id, id: freshId(), title: form.title, sections: form.sections });
  await go('visits.start', { id });
  await go('visits.save', { id, patch: fills({ ...complete, suite, visitor2 }) });
  await go('visits.discard', { id });
  await go('visits.restore', { id });
  await go('visits.get', { id });
  await go('visits.ready', { id });
  await go('visits.correct', { id, reason: 'Misread', patch: change('comments', 'Quiet.', 'Busy.') });
  await go('visits.get', { id });
  await go('visits.history', { id });
  for (const sort of ['date', 'reference', 'held', 'delay'] as const) {
    const { next } = await go('visits.list', { sort, limit: 20 });
    if (next) await go('visits.list', { sort, limit: 20, after: next });
  }
  await go('visits.count', { filter: { show: 'received' } });
};

/** Two visitors declare, the office reads, asks and accepts. */
const walkReading = async (go: Go, suite: string, visitor2: string) => {
  const id = freshId();
  await go('people.setPin', { id: visitor2, pin: '274953' });
  await go('people.pins', {});
  await go('visits.start', { id: freshId(), practice: true });
  await go('visits.start', { id });
  await go('visits.save', { id, patch: fills({ ...complete, suite, visitor2 }) });
  await go('visits.standing', { visit: id });
  await go('visits.declare', { id, person: visitor2, pin: '274953' });
  const file = freshId();
  await go('files.add', {
    type: 'visit',
    id,
    file,
    name: 'sheet.txt',
    bytes: btoa('The sheet.'),
    reason: 'Scanned.',
  });
  await go('files.read', { type: 'visit', id, file });
  await go('files.remove', { type: 'visit', id, file });
  await go('visits.actionMail', { id });
  await go('visits.ready', { id });
  await go('visits.get', { id });
  await go('visits.waiting', {});
  await go('visits.readThrough', { id, to: 'read' });
  await go('visits.readThrough', { id, to: 'queried', words: 'Which cell?' });
  await go('visits.answerQuery', { id, words: 'Cell 7.' });
  await go('visits.readThrough', { id, to: 'accepted', words: 'Thank you.' });
  await go('visits.mine', {});
  const about = { kind: 'thanksReport', id } as const;
  await go('mails.draft', { about });
  await go('mails.file', { about });
};

const walkImports = async (go: Go) => {
  const file = 'suites.csv';
  const { id } = await go('imports.begin', { kind: 'suites', file });
  await go('imports.chunk', { id, text: 'name,status\r\nA new suite,open\r\nAn old one,shut\r\n' });
  await go('imports.finish', { id });
  await go('imports.problems', { id });
  await go('imports.accept', { id, partial: true });
  await go('imports.step', { id });
  const { id: second } = await go('imports.begin', { kind: 'suites', file });
  await go('imports.discard', { id: second });
};
