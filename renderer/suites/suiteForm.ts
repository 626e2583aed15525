import { z } from 'zod';
import { given, maybeDate, maybeName, neededDate, neededName, typedDate } from '#renderer/editing/typed.ts';
import { recordId } from '#shared/records/common.ts';
import { posts, type Suite, suiteStatuses } from '#shared/records/suite.ts';
import { parseDate } from '#shared/times.ts';

const mail = z.union(
  [z.literal(''), z.email().max(200)],
  'Write the mail address like custody@force.example',
);

/** A suite as it stands in the boxes of its page. */
export const suiteForm = z.object({
  name: neededName('the name of the suite'),
  panel: z.string(),
  area: maybeName('The area'),
  telephone: z.string().trim().max(50, 'The telephone number must have at most 50 characters'),
  mail,
  statuses: z.array(
    z.object({ id: recordId, from: neededDate('The day of a status'), status: z.enum(suiteStatuses) }),
  ),
  targets: z.array(
    z.object({
      id: recordId,
      from: neededDate('The day of a target'),
      visits: z
        .string()
        .trim()
        .refine(
          (text) => /^\d{1,3}(\.\d+)?$/.test(text) && Number(text) <= 100,
          'The visits of a target must be a number from 0 to 100',
        ),
      per: z.enum(['week', 'quarter']),
    }),
  ),
  postholders: z
    .array(
      z.object({
        id: recordId,
        post: z.enum(posts),
        name: neededName('the name of the postholder'),
        mail,
        from: neededDate('The first day of a postholder'),
        to: maybeDate('The last day of a postholder'),
      }),
    )
    .max(100, 'Remove postholders of long ago: at most 100 are kept'),
});
export type SuiteForm = z.infer<typeof suiteForm>;

export const suiteFieldNames = {
  name: 'Name',
  panel: 'Panel',
  area: 'Area',
  telephone: 'Telephone',
  mail: 'Mail address',
  statuses: 'Open, in reserve or closed',
  targets: 'Target',
  postholders: 'Postholders',
};

const byDay = <T extends { from: string }>(list: readonly T[]) =>
  list.toSorted((a, b) => (a.from < b.from ? -1 : 1));

export const toSuiteForm = (suite: Suite | undefined): SuiteForm => ({
  name: suite?.name ?? '',
  panel: suite?.panel ?? '',
  area: suite?.area ?? '',
  telephone: suite?.telephone ?? '',
  mail: suite?.mail ?? '',
  statuses: byDay(suite?.statuses ?? []).map(({ id, from, status }) => ({
    id,
    from: typedDate(from),
    status,
  })),
  targets: byDay(suite?.targets ?? []).map(({ id, from, visits, per }) => ({
    id,
    from: typedDate(from),
    visits: String(visits),
    per,
  })),
  postholders: byDay(suite?.postholders ?? []).map(({ id, post, name, mail = '', from, to }) => ({
    id,
    post,
    name,
    mail,
    from: typedDate(from),
    to: typedDate(to),
  })),
});

const day = (text: string) => parseDate(text) ?? text;
/** The item that was loaded under this id: what this version does not know in it is kept. */
const known = <T extends { id: string }>(list: readonly T[] | undefined, id: string) =>
  list?.find((item) => item.id === id);

/** The record that the boxes stand for, over the one they were filled from. */
export const fromSuiteForm = (typed: SuiteForm, base: Suite | undefined, id: string): Suite =>
  ({
    ...base,
    id,
    name: typed.name.trim(),
    panel: given(typed.panel),
    area: given(typed.area),
    telephone: given(typed.telephone),
    mail: given(typed.mail),
    statuses: typed.statuses.map((item) => ({
      ...known(base?.statuses, item.id),
      ...item,
      from: day(item.from),
    })),
    targets: typed.targets.map((item) => ({
      ...known(base?.targets, item.id),
      ...item,
      from: day(item.from),
      visits: Number(item.visits),
    })),
    ...((base?.postholders ?? typed.postholders.length > 0) && {
      postholders: typed.postholders.map((item) => ({
        ...known(base?.postholders, item.id),
        ...item,
        name: item.name.trim(),
        mail: given(item.mail),
        from: day(item.from),
        to: given(item.to) && day(item.to),
      })),
    }),
  }) as Suite;
