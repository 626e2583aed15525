import { freshId } from '#test/office.ts';
import type { Go } from './walk.ts';

/** A meeting from its invitation to its minutes. */
export const walkSessions = async (go: Go, panel: string, person: string) => {
  const id = freshId();
  const meeting = {
    id,
    kind: 'panel meeting',
    title: 'Panel meeting in May',
    on: '2024-05-04',
    panel,
    agenda: [{ id: freshId(), order: '01', title: 'Reports of the quarter' }],
    papers: [],
    attendance: [],
    actions: [{ id: freshId(), words: 'Ask about the new cells.', owner: person, due: '2024-06-01' }],
  };
  await go('sessions.save', { id, patch: [{ path: [], now: meeting }] });
  const paper = { type: 'session', id, file: freshId() } as const;
  await go('files.add', { ...paper, name: 'paper.txt', bytes: btoa('To be read before.') });
  await go('files.read', paper);
  await go('sessions.invite', { id });
  await go('sessions.invite', { id, people: [person] });
  await go('sessions.attend', { id, person, was: 'present' });
  await go('sessions.get', { id });
  await go('sessions.list', { show: 'past' });
  await go('sessions.list', { show: 'coming' });
  await go('sessions.actions', { whose: 'all' });
  await go('sessions.attended', { person });
  for (const as of ['agenda', 'minutes'] as const) await go('sessions.file', { id, as });
  await go('sessions.cancel', { id, words: 'Nobody could come.' });
  await go('sessions.cancel', { id });
  await go('sessions.uninvite', { id, person });
  await go('files.remove', paper);
};
