import { type Contact, type ContactMerging, type MergeField, mergeFields } from '#shared/records/contact.ts';
import { same } from '#shared/sync/patch.ts';

type Value = Contact[MergeField];

/** The entries of the register that were merged into one, by whatever way. */
export const mergedWith = (all: readonly Contact[], id: string): Contact[] => {
  const ids = new Set([id]);
  // A set that grows while it is gone through goes on with what was added.
  for (const into of ids) for (const one of all) if (one.mergedInto === into) ids.add(one.id);
  return all.filter((one) => one.id !== id && ids.has(one.id));
};

/** Lists and words of both can stand together; of a name or an address one does. */
export const joins = [
  'aliases',
  'otherAddresses',
  'otherMails',
  'adjustments',
  'notes',
] as const satisfies MergeField[];
/** Where a value goes that is not the first of its kind any more. */
const beside = { name: 'aliases', address: 'otherAddresses', mail: 'otherMails' } as const;

/** What the one who stands keeps of its own, takes from the other, or has of both. */
export const mergeChoices = ['own', 'other', 'both'] as const;
export type MergeChoice = (typeof mergeChoices)[number];
export type MergeChoices = Partial<Record<MergeField, MergeChoice>>;

const isBlank = (value: Value): boolean => value === undefined || value.length === 0;

/** Fields in which two records differ: what is asked about. */
export const differing = (stands: Contact, goes: Contact): MergeField[] =>
  mergeFields.filter((field) => !isBlank(goes[field]) && !same(stands[field], goes[field]));

export const mayJoin = (field: MergeField): boolean =>
  (joins as readonly string[]).includes(field) || field in beside;

/** What is chosen where nobody says: nothing of either is lost from sight. */
export const usualChoice = (stands: Contact, field: MergeField): MergeChoice => {
  if (isBlank(stands[field])) return 'other';
  return mayJoin(field) ? 'both' : 'own';
};

const listed = (...values: Value[]): string[] => [
  ...new Set(values.flat().filter((one) => one !== undefined)),
];

const joined = (field: MergeField, own: Value, other: Value): Value =>
  field === 'adjustments' || field === 'notes' ? listed(own, other).join('\n') : listed(own, other);

/** The record that stands, with what it takes of the other. */
export const merged = (stands: Contact, goes: Contact, choices: MergeChoices): Contact => {
  const values: Partial<Record<MergeField, Value>> = {};
  const now = (field: MergeField) => (field in values ? values[field] : stands[field]);
  for (const field of differing(stands, goes)) {
    const choice = choices[field] ?? usualChoice(stands, field);
    if (choice === 'own') continue;
    const aside = beside[field as keyof typeof beside];
    if (choice === 'both' && aside) values[aside] = listed(now(aside), goes[field]);
    else values[field] = choice === 'other' ? goes[field] : joined(field, now(field), goes[field]);
    // Whoever takes the other's name goes on being found by their own.
    if (choice === 'other' && aside && !isBlank(stands[field]))
      values[aside] = listed(now(aside), stands[field]);
  }
  return { ...stands, ...values } as Contact;
};

/** What a record took from another, field by field, so that it can be put back. */
export const took = (before: Contact, after: Contact): ContactMerging['took'] =>
  mergeFields.flatMap((field) => {
    const [was, now] = [before[field], after[field]];
    return now === undefined || same(was, now) ? [] : [{ field, now, ...(was !== undefined && { was }) }];
  });

/** The record that stood, without what it had taken; what somebody has written there since stays, and is named. */
export const givenBack = (
  stands: Contact,
  { took }: Pick<ContactMerging, 'took'>,
): { contact: Contact; kept: MergeField[] } => {
  const kept = took.filter(({ field, now }) => !same(stands[field], now)).map(({ field }) => field);
  const back = took.filter(({ field }) => !kept.includes(field)).map(({ field, was }) => [field, was]);
  return { contact: { ...stands, ...Object.fromEntries(back) } as Contact, kept };
};
