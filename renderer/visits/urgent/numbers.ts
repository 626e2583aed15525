import { contactsOf, type Setting } from '#shared/records/setting.ts';
import type { Suite } from '#shared/records/suite.ts';

/** A number to ring: who answers and for what. */
export type Ringable = { key: string; name: string; telephone: string; when: string };

/** The desk of a suite, where its number is known. */
export const deskOf = ({ id, name, telephone }: Pick<Suite, 'id' | 'name' | 'telephone'>): Ringable[] =>
  telephone
    ? [
        {
          key: id,
          name: `Custody desk, ${name}`,
          telephone,
          when: 'For a risk to life when you have left the suite',
        },
      ]
    : [];

/** The numbers the office keeps, in the order of ringing. */
export const officeNumbers = (settings: Pick<Setting, 'contacts'>): Ringable[] =>
  contactsOf(settings).map(({ id, name, telephone, when = '' }) => ({ key: id, name, telephone, when }));

/** What a telephone dials: an extension or words after the number are for the person to say. */
export const dialled = (telephone: string): string => {
  const [number = ''] = /\+?[\d\s().-]+/.exec(telephone) ?? [];
  return `tel:${number.replace(/[^\d+]/g, '')}`;
};
