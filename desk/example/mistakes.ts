import type { Visit } from '#shared/records/visit.ts';
import { minutesBetween } from '#shared/times.ts';
import { clock } from './days.ts';

const total = (v: Visit) => ({ ...v.counts.total });
const withTotal = (v: Visit, changed: object): Visit => ({
  ...v,
  counts: { ...v.counts, total: { ...total(v), ...changed } },
});
const without = (v: Visit, field: 'held' | 'notOffered'): Visit => {
  const { [field]: _, ...rest } = total(v);
  return { ...v, counts: { ...v.counts, total: rest } };
};

/** What goes wrong on real forms, made on purpose so that every check and remark can be seen at work. */
export const mistakes: Record<string, (v: Visit) => Visit> = {
  'somebody is not accounted for': (v) => withTotal(v, { held: (v.counts.total?.held ?? 0) + 2 }),
  'somebody is counted twice': (v) => withTotal(v, { notAvailable: (v.counts.total?.notAvailable ?? 0) + 1 }),
  'more answered than were offered': (v) => withTotal(v, { accepted: (v.counts.total?.accepted ?? 0) + 1 }),
  'held is blank': (v) => without(v, 'held'),
  'not offered is blank': (v) => without(v, 'notOffered'),
  'a long delay without a reason': ({ delayReason: _, delayAuthoriser: __, ...v }) => {
    const arrived = v.arrived ?? '10:00';
    const after = (minutes: number) =>
      clock(Number(arrived.slice(0, 2)) * 60 + Number(arrived.slice(3)) + minutes);
    return {
      ...v,
      arrived,
      admitted: after(22),
      left: after(22 + minutesBetween(v.admitted ?? arrived, v.left ?? arrived)),
    };
  },
};

/** The report with the next mistake in it: they take turns, so that a hundred reports hold every kind. */
export const spoilt = (v: Visit, turn: number): Visit => {
  const kinds = Object.values(mistakes);
  return (kinds[turn % kinds.length] as (typeof kinds)[0])(v);
};
