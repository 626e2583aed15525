import type { AgreedAction } from '#shared/calls/sessions.ts';
import type { Block, PaperDocument } from '#shared/letters/document.ts';
import { paragraphsOf, printable } from '#shared/letters/merge.ts';
import { type Attendance, agendaOf, type Session, type SessionAction } from '#shared/records/session.ts';
import { capital } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';

/** All that an agenda or minutes are made from. */
export type SessionPaper = {
  session: Session;
  panelName: string | null;
  names: Readonly<Record<string, string>>;
  takenOver: readonly AgreedAction[];
  body: string;
  notice: string | null;
};

const paragraphs = (text: string | undefined): Block[] =>
  text ? paragraphsOf(printable(text)).map((one) => ({ kind: 'paragraph', text: one })) : [];
const heading = (text: string): Block => ({ kind: 'heading', text: printable(text) });

/** When and where, in a line: "3 November 2026, 18:30 to 20:00, Worcester". */
export const whenWords = ({ on, from, to, place }: Pick<Session, 'on' | 'from' | 'to' | 'place'>): string =>
  [dayWords(on), from && (to ? `${from} to ${to}` : from), place].filter(Boolean).join(', ');

const opening = ({ session, panelName, body }: SessionPaper, what: string): Block[] => [
  heading(`${session.title}: ${what}`),
  ...paragraphs(
    [
      body,
      [capital(session.kind), panelName, session.topic].filter(Boolean).join(', '),
      whenWords(session),
      session.cancelled && `Cancelled: ${session.cancelled}`,
    ]
      .filter(Boolean)
      .join('\n'),
  ),
];

const actionTable = (rows: readonly { action: SessionAction; ownerName: string | null }[]): Block[] =>
  rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          head: ['What', 'Who', 'By', 'Done, and what came of it'],
          widths: [40, 20, 15, 25],
          rows: rows.map(({ action, ownerName }) =>
            [
              action.words,
              ownerName ?? 'nobody yet',
              action.due ? dayWords(action.due) : '',
              [action.done && dayWords(action.done), action.came].filter(Boolean).join(': '),
            ].map(printable),
          ),
        },
      ];

const takenOver = ({ takenOver: rows }: SessionPaper): Block[] =>
  rows.length === 0 ? [] : [heading('Actions still open from earlier meetings'), ...actionTable(rows)];

const papers = ({ session }: SessionPaper): Block[] => {
  const files = (session.files ?? []).map(({ name }) => name);
  const links = session.papers.map(({ title, link }) => [title, link].filter(Boolean).join(': '));
  const all = [...files, ...links];
  return all.length === 0 ? [] : [heading('Papers'), ...paragraphs(all.join('\n'))];
};

const named = ({ session, names }: SessionPaper, was: Attendance): string =>
  session.attendance
    .filter((one) => one.was === was)
    .map(({ id }) => names[id] ?? 'somebody not known here')
    .sort((a, b) => a.localeCompare(b, 'en-GB'))
    .join(', ');

/** What a meeting will speak about, with what is still open from those before it and the papers to read. */
const agendaDocument = (paper: SessionPaper): PaperDocument => {
  const { session, body, notice } = paper;
  return {
    title: `${session.title}: agenda`,
    by: body,
    notice,
    wide: false,
    blocks: [
      ...opening(paper, 'agenda'),
      ...agendaOf(session).flatMap((item, i) => [
        heading(`${i + 1}. ${item.title}`),
        ...paragraphs(item.words),
      ]),
      ...takenOver(paper),
      ...papers(paper),
    ],
  };
};

/** What was said and agreed, item by item, and who was there. */
const minutesDocument = (paper: SessionPaper): PaperDocument => {
  const { session, names, body, notice } = paper;
  const who = (['present', 'apologies', 'absent'] as const).flatMap((was) => {
    const people = named(paper, was);
    return people ? [`${capital(was)}: ${people}`] : [];
  });
  const agreed = session.actions.map((action) => ({
    action,
    ownerName: action.owner === undefined ? null : (names[action.owner] ?? null),
  }));
  return {
    title: `${session.title}: minutes`,
    by: body,
    notice,
    wide: false,
    blocks: [
      ...opening(paper, 'minutes'),
      ...paragraphs(who.join('\n')),
      ...agendaOf(session).flatMap((item, i) => [
        heading(`${i + 1}. ${item.title}`),
        ...paragraphs(item.minutes ?? 'No minutes of this item.'),
      ]),
      ...(session.notes ? [heading('Notes'), ...paragraphs(session.notes)] : []),
      ...(agreed.length > 0 ? [heading('Actions'), ...actionTable(agreed)] : []),
      ...takenOver(paper),
      ...papers(paper),
    ],
  };
};

export const sessionDocument = (as: 'agenda' | 'minutes', paper: SessionPaper): PaperDocument =>
  as === 'agenda' ? agendaDocument(paper) : minutesDocument(paper);
