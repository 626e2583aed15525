import { freshId } from '#test/office.ts';
import type { Go } from './walk.ts';

/** Somebody who writes is found, merged with another record of theirs and taken apart again, restricted, handed out. */
export const walkContacts = async (go: Go) => {
  const adds = async (name: string, mail: string) => {
    const id = freshId();
    await go('contacts.save', { id, patch: [{ path: [], now: { id, name, mail } }] });
    return id;
  };
  const id = await adds('Carys Caller', 'carys@example.org');
  const other = await adds('Caller, Carys', 'caller@example.org');
  await go('contacts.suggest', { names: ['Carys Caller'] });
  await go('contacts.duplicates', {});
  await go('contacts.compare', { id, other });
  await go('contacts.merge', { id, other, choices: { mail: 'both' } });
  await go('contacts.view', { id: other });
  await go('contacts.unmerge', { id: other });
  await go('contacts.different', { id, other });
  const restriction = freshId();
  await go('contacts.restrict', {
    id,
    restriction: {
      id: restriction,
      decided: '2026-03-02',
      channels: ['phone'],
      words: 'Letters only.',
      starts: '2026-03-02',
      review: '2026-09-02',
    },
  });
  await go('contacts.restriction', { id, restriction, what: { kind: 'ended', on: '2026-04-02' } });
  await go('contacts.around', { id });
  await go('contacts.access', { id });
  await go('contacts.accessFile', { id });
};
