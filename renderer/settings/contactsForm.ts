import { z } from 'zod';
import { neededName } from '#renderer/editing/typed.ts';
import { recordId } from '#shared/records/common.ts';
import { contactsOf, type Setting, type UrgentContact } from '#shared/records/setting.ts';

export const mostContacts = 20;

/** The numbers of the urgent route as they stand in their boxes, in the order of ringing. */
export const contactsForm = z.object({
  contacts: z
    .array(
      z.object({
        id: recordId,
        name: neededName('who answers the telephone'),
        telephone: z
          .string()
          .trim()
          .max(50, 'The telephone number must have at most 50 characters')
          .refine(
            (text) => (text.match(/\d/g)?.length ?? 0) >= 3,
            'Enter a telephone number, like 01905 123456',
          ),
        when: z.string().trim().max(300, 'When to ring it must have at most 300 characters'),
      }),
    )
    .max(mostContacts, `Enter at most ${mostContacts} numbers`),
});
export type ContactsForm = z.infer<typeof contactsForm>;

export const contactsFieldNames = { contacts: 'Telephone numbers' };

export const toContactsForm = (settings: Setting | undefined): ContactsForm => ({
  contacts: contactsOf(settings ?? {}).map(({ id, name, telephone, when = '' }) => ({
    id,
    name,
    telephone,
    when,
  })),
});

/** The settings with the numbers as typed. Their order is a field of each, so that moving one is a change that merges. */
export const fromContactsForm = ({ contacts }: ContactsForm, base: Setting): Setting => ({
  ...base,
  contacts: contacts.map(({ id, name, telephone, when }, place): UrgentContact => {
    const { when: _, ...known } = base.contacts?.find((one) => one.id === id) ?? {};
    return {
      ...known,
      id,
      order: String(place + 1).padStart(2, '0'),
      name: name.trim(),
      telephone: telephone.trim(),
      ...(when.trim() && { when: when.trim() }),
    };
  }),
});
