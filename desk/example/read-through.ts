import { derivedId } from '#shared/ids.ts';
import type { LifeEvent } from '#shared/records/common.ts';
import type { Visit, VisitState } from '#shared/records/visit.ts';

type Step = { to: VisitState; why?: string };

const query = 'Which cell was it, and was the sergeant told before you left?';
const reply = 'Cell 7. The sergeant had the call bell mended while we were there.';
const thanks = 'Thank you both. The points you raised are with the custody inspector.';

/** What the office has done with the newest reports, the newest first; all before them are accepted. */
const newest: readonly (readonly Step[])[] = [
  [],
  [],
  [],
  [{ to: 'read' }],
  [{ to: 'read' }, { to: 'queried', why: query }],
  [],
  [{ to: 'read' }, { to: 'queried', why: query }, { to: 'answered', why: reply }],
  [{ to: 'read' }],
];
const accepted: readonly Step[] = [{ to: 'read' }, { to: 'accepted', why: thanks }];

const quarterDay = 6 * 3_600_000;

/**
 * What became of a sent report of the example at its office, as its events.
 * @param place how many reports were sent after it
 * @param reader who reads the office's reports through
 */
export const readThrough = (v: Visit, place: number, reader: string): LifeEvent[] => {
  const sent = Date.parse(v.events.at(-1)?.at ?? '');
  return (newest[place] ?? accepted).map(({ to, why }, i, steps) => ({
    id: derivedId(v.id, 'event', to),
    from: steps[i - 1]?.to ?? 'received',
    to,
    by: (to === 'answered' && v.visitor1) || reader,
    at: new Date(sent + (i + 1) * quarterDay).toISOString(),
    ...(why && { why }),
  }));
};

/** Which visitors had declared a report when it was sent: of one in so many the second declares later. */
export const declaredBy = (v: Visit, place: number): string[] => {
  const second = place % 60 === 2 ? undefined : v.visitor2;
  return [v.visitor1, second].filter((one) => one !== undefined);
};
