import { type CountDifference, countDifferences, standingCounts } from '#shared/records/counts.ts';
import { completeLadder, type Ladder, type LadderField, splitKeys } from '#shared/records/ladder.ts';
import type { Visit } from '#shared/records/visit.ts';

/** What the counts of a visit leave to ask about: the question each is asked at, and the sentence. */
export const countDoubts = (v: Visit): [string, string][] => {
  const found: [string, string][] = [];
  if (v.outcome === 'completed' && v.counts.total?.held === undefined)
    found.push(['total', 'How many people were in custody is not filled in']);
  // Of numbers typed and numbers that follow from detainees, those typed are asked about together with the others.
  const total = v.counts.total ? standingCounts(v).total : {};
  const remainder = completeLadder(total).unexplained;
  if (remainder) found.push(['total', remainderSentence(total)]);
  for (const key of splitKeys) {
    const column = v.counts.splits?.[key];
    if (column && completeLadder(column).unexplained) found.push([key, remainderSentence(column)]);
  }
  const splitHeld = splitKeys.reduce((sum, key) => sum + (v.counts.splits?.[key]?.held ?? 0), 0);
  if (total.held !== undefined && splitHeld > total.held)
    found.push([splitKeys[0], `The columns add up to ${splitHeld} people, the whole suite to ${total.held}`]);
  const answers = answersSentence(total);
  if (answers) found.push(['total', answers]);
  return [...found, ...countDifferences(v).map((d): [string, string] => [d.column, differenceSentence(d)])];
};

/** How many answered an offer to talk and how many were offered it, where the two cannot both be right. */
const answersSentence = ({ offered, accepted, declined }: Ladder): string => {
  if (offered === undefined) return '';
  const answered = (accepted ?? 0) + (declined ?? 0);
  const bothKnown = accepted !== undefined && declined !== undefined;
  if (answered === offered || (answered < offered && !bothKnown)) return '';
  const parts = [
    accepted === undefined ? '' : `${accepted} accepted`,
    declined === undefined ? '' : `${declined} declined`,
  ];
  return `${offered} were offered a conversation, but ${parts.filter(Boolean).join(' and ')}`;
};

/** What a ladder leaves unexplained, as a sentence; empty where it adds up or cannot be known. */
export const remainderSentence = (column: Ladder): string => {
  const { held, unexplained } = completeLadder(column);
  if (!unexplained) return '';
  return unexplained > 0
    ? `${unexplained} of ${held} people held are not accounted for`
    : `${-unexplained} more people are accounted for than the ${held} held`;
};

const rungs: Record<LadderField, string> = {
  held: 'in custody',
  notAvailable: 'not available',
  notOffered: 'available but not offered a conversation',
  offered: 'offered a conversation',
  accepted: 'who accepted',
  declined: 'who declined',
  observedOnly: 'observed only',
  recordOnly: 'by their record only',
};

/** A count typed that the detainees entered do not come to, as a sentence. */
const differenceSentence = ({ field, typed, entered }: CountDifference): string =>
  `You counted ${typed} ${rungs[field]}; the detainees entered come to ${entered}`;
