import { z } from 'zod';
import { given, maybeName } from '#renderer/editing/typed.ts';
import type { PersonContact } from '#shared/records/person-file.ts';

export const maybeMail = z
  .string()
  .trim()
  .refine(
    (text) => text === '' || z.email().max(200).safeParse(text).success,
    'Enter an email address, like name@example.org',
  );
export const maybeTelephone = z.string().trim().max(50, 'A telephone number has at most 50 characters');

/** How somebody is reached, as it stands in its boxes. */
export const contactForm = z
  .object({
    mail: maybeMail,
    telephone: maybeTelephone,
    address: z.string().max(500, 'The address must have at most 500 characters'),
    emergencyName: maybeName('The name'),
    emergencyTelephone: maybeTelephone,
    adjustments: z.string(),
  })
  .refine(
    ({ emergencyName, emergencyTelephone }) =>
      (emergencyName.trim() === '') === (emergencyTelephone.trim() === ''),
    {
      path: ['emergencyTelephone'],
      message: 'Enter both the name and the number to ring in an emergency, or neither',
    },
  );
type ContactForm = z.infer<typeof contactForm>;

export const contactFieldNames = {
  mail: 'Email',
  telephone: 'Telephone',
  address: 'Address',
  emergency: 'In an emergency',
  adjustments: 'What they need',
};

export const toContactForm = (contact: PersonContact | undefined): ContactForm => ({
  mail: contact?.mail ?? '',
  telephone: contact?.telephone ?? '',
  address: contact?.address ?? '',
  emergencyName: contact?.emergency?.name ?? '',
  emergencyTelephone: contact?.emergency?.telephone ?? '',
  adjustments: contact?.adjustments ?? '',
});

export const fromContactForm = (typed: ContactForm, base: PersonContact): PersonContact => {
  const name = given(typed.emergencyName);
  const telephone = given(typed.emergencyTelephone);
  return {
    ...base,
    mail: given(typed.mail),
    telephone: given(typed.telephone),
    address: given(typed.address),
    emergency: name && telephone ? { ...base.emergency, name, telephone } : undefined,
    adjustments: given(typed.adjustments),
  };
};
