import { z } from 'zod';
import { role } from '#shared/roles.ts';
import { isoDate, recordId, shortText } from './common.ts';

export const volunteerStatuses = [
  'enquiry',
  'application',
  'interview',
  'references',
  'vetting',
  'training',
  'probation',
  'accredited',
  'left',
] as const;

/** A person of the scheme, as all who share a panel may see them. Vetting papers and diversity data are other records. */
export const person = z.looseObject({
  id: recordId,
  name: shortText,
  roles: z.array(role),
  panel: recordId.optional(),
  volunteer: z
    .looseObject({
      status: z.enum(volunteerStatuses),
      joined: isoDate.optional(),
      left: isoDate.optional(),
      vettingExpires: isoDate.optional(),
      accredited: isoDate.optional(),
      nextReview: isoDate.optional(),
      /** Accredited for visits to people held under the Terrorism Act, from this day. */
      tactAccredited: isoDate.optional(),
      /** What they were trained in elsewhere, one of the office's list (`setting.trainings`), and when. */
      trained: z
        .array(z.looseObject({ id: recordId, topic: shortText, on: isoDate }))
        .max(200)
        .optional(),
    })
    .optional(),
});
export type Person = z.infer<typeof person>;

/** Who only asks to join: not yet somebody whom the panel knows, who serves nowhere and is nobody's colleague. */
export const isJoining = ({ volunteer }: Pick<Person, 'volunteer'>): boolean =>
  ['enquiry', 'application', 'interview', 'references', 'vetting'].includes(volunteer?.status ?? '');

/** The panel that knows somebody, whose staff read what they say of themselves. */
export const knownTo = (p: Pick<Person, 'panel' | 'volunteer'>): string | undefined =>
  isJoining(p) ? undefined : p.panel;

export const standings = ['in date', 'expiring', 'expired', 'no data'] as const;
export type Standing = (typeof standings)[number];

/** How a date that runs out stands on `today`; "expiring" is within 90 days. */
export const standing = (expires: string | undefined, today: string): Standing => {
  if (!expires) return 'no data';
  if (expires < today) return 'expired';
  return Date.parse(expires) - Date.parse(today) <= 90 * 86_400_000 ? 'expiring' : 'in date';
};
