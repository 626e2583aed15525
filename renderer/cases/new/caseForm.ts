import { z } from 'zod';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { given, maybeName, maybeTime, neededDate, typedDate } from '#renderer/editing/typed.ts';
import { maybeMail } from '#renderer/people/contactForm.ts';
import { type CaseFile, newCase } from '#shared/records/case-file.ts';
import { caseKinds, channels } from '#shared/records/case-parts.ts';
import { words } from '#shared/records/common.ts';
import type { Contact } from '#shared/records/contact.ts';
import { parseDate, parseTime } from '#shared/times.ts';

/** Somebody named in a case: chosen among those the office knows, or a name that is written down with it. */
const somebody = z.object({
  chosen: z.string(),
  name: maybeName('The name'),
  mail: maybeMail,
  /** The id that somebody new will have, so that pressing twice makes one of them. */
  fresh: z.string(),
});
export type Somebody = z.infer<typeof somebody>;

const fields = z.object({
  kind: z.enum(caseKinds),
  channel: z.enum(['', ...channels]),
  received: neededDate('The day it was received'),
  at: maybeTime('The time'),
  from: somebody,
  onBehalfOf: somebody,
  area: z.string(),
  constituency: z.string(),
  place: maybeName('The place'),
  themes: z.string().max(2_000),
  tags: z.string().max(2_000),
  summary: words,
  urgent: z.boolean(),
});
export type CaseForm = z.infer<typeof fields>;

const parts = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter(Boolean);

/** The theme that is meant by what was typed: its name, or its beginning where only one begins so. */
const meant = (typed: string, themes: readonly string[]): string | undefined => {
  const small = typed.toLowerCase();
  const begins = themes.filter((theme) => theme.toLowerCase().startsWith(small));
  return (
    themes.find((theme) => theme.toLowerCase() === small) ?? (begins.length === 1 ? begins[0] : undefined)
  );
};

/** A case as it stands in its boxes; a theme has to be one of the office's list, or one it has already. */
export const caseForm = (themes: readonly string[]) =>
  fields.superRefine((typed, context) => {
    const unknown = parts(typed.themes).filter((one) => !meant(one, themes));
    if (unknown.length > 0)
      context.addIssue({
        code: 'custom',
        path: ['themes'],
        message: `Enter themes of the office’s list; not clear: ${unknown.join(', ')}`,
      });
  });

const toSomebody = (id: string | undefined): Somebody => ({
  chosen: id ?? '',
  name: '',
  mail: '',
  fresh: newRecordId(),
});

export const toCaseForm = (c: CaseFile): CaseForm => ({
  kind: c.kind,
  channel: c.channel ?? '',
  received: typedDate(c.received),
  at: c.at ?? '',
  from: toSomebody(c.from),
  onBehalfOf: toSomebody(c.onBehalfOf),
  area: c.area ?? '',
  constituency: c.constituency ?? '',
  place: c.place ?? '',
  themes: c.themes.join(', '),
  tags: c.tags.join(', '),
  summary: c.summary ?? '',
  urgent: c.urgent ?? false,
});

const somebodyId = ({ chosen, name, fresh }: Somebody): string | undefined =>
  chosen || (name.trim() ? fresh : undefined);

/** Whoever is written down with the case because nobody known was chosen. */
export const freshContact = ({ chosen, name, mail, fresh }: Somebody): Contact | undefined =>
  !chosen && name.trim()
    ? { id: fresh, name: name.trim(), ...(mail.trim() && { mail: mail.trim() }) }
    : undefined;

/** A case without what is absent. */
const present = (c: CaseFile): CaseFile =>
  Object.fromEntries(Object.entries(c).filter(([, value]) => value !== undefined)) as CaseFile;

export const fromCaseForm = (typed: CaseForm, base: CaseFile, themes: readonly string[]): CaseFile =>
  present({
    ...base,
    kind: typed.kind,
    channel: typed.channel || undefined,
    received: parseDate(typed.received) ?? base.received,
    at: parseTime(typed.at),
    from: somebodyId(typed.from),
    onBehalfOf: somebodyId(typed.onBehalfOf),
    area: given(typed.area),
    constituency: given(typed.constituency),
    place: given(typed.place),
    themes: [...new Set(parts(typed.themes).flatMap((one) => meant(one, themes) ?? []))],
    tags: [...new Set(parts(typed.tags))],
    summary: given(typed.summary),
    urgent: typed.urgent || undefined,
  });

/** A case of which nothing is known but that it came today. */
export const blankCase = (today: string): CaseFile =>
  newCase({ id: newRecordId(), kind: 'enquiry', received: today });
