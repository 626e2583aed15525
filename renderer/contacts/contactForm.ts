import { z } from 'zod';
import { given, maybeName, neededName } from '#renderer/editing/typed.ts';
import { maybeMail, maybeTelephone } from '#renderer/people/contactForm.ts';
import { words } from '#shared/records/common.ts';
import { type Contact, contactWays } from '#shared/records/contact.ts';

const most = 20;
const linesOf = (text: string): string[] => [
  ...new Set(text.split('\n').flatMap((line) => line.trim() || [])),
];
/** Addresses stand apart by a blank line, since each has lines of its own. */
const partsOf = (text: string): string[] => text.split(/\n\s*\n/).flatMap((part) => part.trim() || []);

const listOf = (what: string, parts: (text: string) => string[], longest: number) =>
  z
    .string()
    .refine((text) => parts(text).length <= most, `${what} can be ${most} at most`)
    .refine(
      (text) => parts(text).every((part) => part.length <= longest),
      `Each of the ${what.toLowerCase()} must have at most ${longest} characters`,
    );

export const contactForm = z.object({
  name: neededName('their name'),
  aliases: listOf('Other names', linesOf, 200),
  organisation: maybeName('The organisation'),
  address: z.string().max(1_000, 'The address must have at most 1,000 characters'),
  otherAddresses: listOf('Other addresses', partsOf, 1_000),
  mail: maybeMail,
  otherMails: listOf('Other emails', linesOf, 200),
  telephone: maybeTelephone,
  prefers: z.enum(['', ...contactWays]),
  adjustments: words,
  notes: words,
});
export type ContactForm = z.infer<typeof contactForm>;

export const toContactForm = (contact: Contact | undefined): ContactForm => ({
  name: contact?.name ?? '',
  aliases: contact?.aliases?.join('\n') ?? '',
  organisation: contact?.organisation ?? '',
  address: contact?.address ?? '',
  otherAddresses: contact?.otherAddresses?.join('\n\n') ?? '',
  mail: contact?.mail ?? '',
  otherMails: contact?.otherMails?.join('\n') ?? '',
  telephone: contact?.telephone ?? '',
  prefers: contact?.prefers ?? '',
  adjustments: contact?.adjustments ?? '',
  notes: contact?.notes ?? '',
});

const orNone = (list: string[]): string[] | undefined => (list.length > 0 ? list : undefined);

export const fromContactForm = (typed: ContactForm, base: Contact | { id: string }): Contact => ({
  ...base,
  name: typed.name.trim(),
  aliases: orNone(linesOf(typed.aliases)),
  organisation: given(typed.organisation),
  address: given(typed.address),
  otherAddresses: orNone(partsOf(typed.otherAddresses)),
  mail: given(typed.mail),
  otherMails: orNone(linesOf(typed.otherMails)),
  telephone: given(typed.telephone),
  prefers: typed.prefers || undefined,
  adjustments: given(typed.adjustments),
  notes: given(typed.notes),
});
