import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contactKeys, likeKeys } from '#shared/contacts/keys.ts';
import {
  differing,
  givenBack,
  type MergeChoices,
  mergeChoices,
  merged,
  took,
} from '#shared/contacts/merge.ts';
import { type Contact, contactWays, mergeFields } from '#shared/records/contact.ts';
import { type Patch, putting, same } from '#shared/sync/patch.ts';
import { id, newOffice } from '../unit/sync/office.ts';

const text = fc.constantFrom(
  'Ann Lee',
  'A. Lee',
  'ann@example.org',
  '1 High Street, WR1 2AB',
  'Large print.',
);
const list = fc.uniqueArray(text, { minLength: 1, maxLength: 3 });
const somebody = (n: number): fc.Arbitrary<Contact> =>
  fc.record(
    {
      id: fc.constant(id(n)),
      name: text,
      aliases: list,
      organisation: text,
      address: text,
      otherAddresses: list,
      mail: text,
      otherMails: list,
      telephone: fc.constantFrom('01905 123456', '+44 1905 123456', '07700 900123'),
      prefers: fc.constantFrom(...contactWays),
      adjustments: text,
      notes: text,
    },
    { requiredKeys: ['id', 'name'] },
  ) as fc.Arbitrary<Contact>;
const choices = fc.dictionary(
  fc.constantFrom(...mergeFields),
  fc.constantFrom(...mergeChoices),
) as fc.Arbitrary<MergeChoices>;
const stored = (contact: Contact): Contact => JSON.parse(JSON.stringify(contact));

test('a merge that is undone leaves both as they were, but for what was written since', () => {
  fc.assert(
    fc.property(
      somebody(1),
      somebody(2),
      choices,
      fc.constantFrom(...mergeFields),
      (stands, goes, chosen, field) => {
        const after = stored(merged(stands, goes, chosen));
        const merging = { took: took(stands, after) };
        expect(stored(givenBack(after, merging).contact)).toEqual(stands);
        expect(
          differing(stands, goes).filter((one) => chosen[one] === 'other' && !same(after[one], goes[one])),
        ).toEqual(
          // What else goes beside the first of its kind joins the list of the others.
          expect.not.arrayContaining(['name', 'mail', 'address', 'telephone', 'organisation', 'prefers']),
        );
        const written = {
          ...after,
          [field]: Array.isArray(after[field]) ? ['Written since'] : 'Written since',
        };
        const back = givenBack(written as Contact, merging);
        expect(back.contact[field]).toEqual(written[field]);
        expect(back.kept).toEqual(merging.took.some((one) => one.field === field) ? [field] : []);
      },
    ),
  );
});

test('whoever is looked for by anything of theirs shares a key with their record', () => {
  fc.assert(
    fc.property(somebody(1), (contact) => {
      const keys = contactKeys(contact);
      const asked = likeKeys({ names: [contact.name.toUpperCase()], telephones: [contact.telephone ?? ''] });
      expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
    }),
  );
});

test('however laptops merge people without each other, everybody comes to a record that stands', () => {
  const people = [1, 2, 3, 4].map((n) => id(500 + n));
  const deed = fc.record({ from: fc.nat(3), into: fc.nat(3), undo: fc.boolean(), isLate: fc.boolean() });
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
      const office = newOffice();
      const sends = (record: string, patch: Patch) => {
        const { sender, change } = office.change('clara', 'contact', record, patch);
        return office.hand({ sender: { ...sender, alone: true }, change });
      };
      for (const one of people) sends(one, [putting([], { id: one, name: 'Somebody' })]);
      const intoOf = (one: string) => office.document<Contact>('contact', one)?.mergedInto;
      for (const { from, into, undo, isLate } of deeds) {
        const [record, target] = [people[from] as string, people[into] as string];
        const was = intoOf(record);
        // A laptop that has not heard of the others believes that nobody was merged.
        const seen = isLate ? undefined : was;
        if (undo) {
          if (was) sends(record, [{ path: ['mergedInto'], was }]);
        } else sends(record, [{ path: ['mergedInto'], now: target, ...(seen && { was: seen }) }]);
      }
      for (const one of people) {
        const passed = new Set<string>();
        for (let next: string | undefined = one; next; next = intoOf(next)) {
          expect(passed.has(next)).toBe(false);
          passed.add(next);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('two laptops that merge the same two the other way round: the first stands, the second is told', () => {
  const office = newOffice();
  const [one, other] = [id(501), id(502)];
  const sends = (record: string, patch: Patch) => {
    const { sender, change } = office.change('clara', 'contact', record, patch);
    return office.hand({ sender: { ...sender, alone: true }, change });
  };
  for (const record of [one, other]) sends(record, [putting([], { id: record, name: 'Somebody' })]);
  expect(sends(one, [putting(['mergedInto'], other)]).kind).toBe('accepted');
  expect(sends(other, [putting(['mergedInto'], one)])).toEqual({
    kind: 'refused',
    reason: 'mergedCrosswise',
  });
  expect(sends(one, [putting(['mergedInto'], id(503))])).toEqual({ kind: 'taken', by: other });
});
