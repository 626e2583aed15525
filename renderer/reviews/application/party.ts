import { z } from 'zod';
import { given, maybeName } from '#renderer/editing/typed.ts';
import { maybeMail, maybeTelephone } from '#renderer/people/contactForm.ts';
import { type Contact, contactWays } from '#shared/records/contact.ts';

/** How somebody outside the office is reached, as it stands in its boxes. */
const boxes = z.object({
  name: maybeName('The name'),
  organisation: maybeName('The organisation'),
  address: z.string().max(1_000, 'The address must have at most 1,000 characters'),
  mail: maybeMail,
  telephone: maybeTelephone,
  prefers: z.enum(['', ...contactWays]),
});
type Boxes = z.infer<typeof boxes>;

/**
 * Somebody of an application: nobody, a contact the office knows already, or one that is written down with it, which is
 * what a name is without anybody chosen. What is typed of the one who stands there and of somebody new is kept apart, so
 * that choosing again loses neither.
 */
export const party = z
  .object({ who: z.string(), standing: z.string(), newId: z.string(), own: boxes, fresh: boxes })
  .superRefine(({ who, standing, own, fresh }, context) => {
    const isBlank = Object.values(fresh).every((typed) => typed.trim() === '');
    const typed = who === '' ? !isBlank && 'fresh' : who === standing && 'own';
    if (typed && (typed === 'fresh' ? fresh : own).name.trim() === '')
      context.addIssue({ code: 'custom', path: [typed, 'name'], message: 'Enter their name' });
  });
export type Party = z.infer<typeof party>;

/** Whether anybody is named at all, chosen or written down. */
export const isSomebody = ({ who, fresh }: Party): boolean => who !== '' || fresh.name.trim() !== '';

const boxesOf = (contact: Contact | undefined): Boxes => ({
  name: contact?.name ?? '',
  organisation: contact?.organisation ?? '',
  address: contact?.address ?? '',
  mail: contact?.mail ?? '',
  telephone: contact?.telephone ?? '',
  prefers: contact?.prefers ?? '',
});

export const toParty = (contact: Contact | undefined, newId: string): Party => ({
  who: contact?.id ?? '',
  standing: contact?.id ?? '',
  newId,
  own: boxesOf(contact),
  fresh: boxesOf(undefined),
});

const fromBoxes = (base: Contact | { id: string }, typed: Boxes): Contact => ({
  ...base,
  name: typed.name.trim(),
  organisation: given(typed.organisation),
  address: given(typed.address),
  mail: given(typed.mail),
  telephone: given(typed.telephone),
  prefers: typed.prefers || undefined,
});

/** Whom a party names, and the contact as it is to be kept where something was typed of it. */
export const fromParty = (
  { who, newId, own, fresh }: Party,
  base: Contact | undefined,
): { id: string | undefined; contact: Contact | undefined } => {
  if (who === '')
    return fresh.name.trim() === ''
      ? { id: undefined, contact: undefined }
      : { id: newId, contact: fromBoxes({ id: newId }, fresh) };
  if (base && who === base.id) return { id: who, contact: fromBoxes(base, own) };
  return { id: who, contact: undefined };
};
