import type { Patch } from '#shared/sync/patch.ts';
import { freshId, type Office } from '#test/office.ts';

type Json = Patch[number]['now'];

/** What a complete report says, apart from its suite and its second visitor. */
export const complete = {
  date: '2024-05-14',
  outcome: 'completed',
  method: 'in-person',
  arrived: '10:00',
  admitted: '10:04',
  left: '11:20',
  'counts.total': { held: 9, notAvailable: 2, notOffered: 1, offered: 6, accepted: 4, declined: 2 },
  comments: 'Quiet.',
} as const satisfies Record<string, Json>;

/** Places and what shall stand there, from dotted paths; nothing stood there before. */
export const fills = (values: Readonly<Record<string, unknown>>): Patch =>
  Object.entries(values).map(([path, now]) => ({ path: path.split('.'), now: now as Json }));

/** One place that changes. */
export const change = (path: string, was: Json, now: Json): Patch => [
  {
    path: path.split('.'),
    ...(was === undefined ? {} : { was }),
    ...(now === undefined ? {} : { now }),
  },
];

/** Begins a report and fills it in; gives its id. */
export const draft = async (
  office: Pick<Office, 'ask'>,
  values: Readonly<Record<string, unknown>>,
): Promise<string> => {
  const id = freshId();
  await office.ask('visits.start', { id });
  await office.ask('visits.save', { id, patch: fills(values) });
  return id;
};

/** A report that the office has; gives its id. */
export const received = async (
  office: Pick<Office, 'ask'>,
  suite: string,
  visitor2: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const id = await draft(office, { ...complete, suite, visitor2, ...more });
  await office.ask('visits.ready', { id });
  return id;
};

/** A figure of a return as it is printed. */
export const figure = async (office: Pick<Office, 'ask'>, period: string, measure: string) => {
  const { measures } = await office.ask('returns.compute', { return: 'icv', period });
  const found = measures.find((m) => m.id === measure);
  if (!found) throw new Error(`there is no measure ${measure}`);
  return found;
};
