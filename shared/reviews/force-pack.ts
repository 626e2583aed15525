import type { z } from 'zod';
import type { forcePack } from '#shared/calls/packs.ts';
import { type Block, heading, type PaperDocument, paragraph } from '#shared/letters/document.ts';
import { count } from '#shared/numbers.ts';
import { capital } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';

export type ForcePack = z.infer<typeof forcePack>;
type Row = ForcePack['refused'][number] | ForcePack['unanswered'][number] | ForcePack['changed'][number];

const first = ({ reference, kind, words }: Row): string[] => [reference ?? 'No number', `${kind}: ${words}`];

type Column = { head: string; width: number };
const column = (head: string, width: number): Column => ({ head, width });

/** A table, or the sentence that there is nothing for it. */
const table = (columns: readonly Column[], rows: readonly (readonly string[])[], none: string): Block =>
  rows.length === 0
    ? paragraph(none)
    : {
        kind: 'table',
        head: columns.map(({ head }) => head),
        widths: columns.map(({ width }) => width),
        rows,
      };

const recommended = [column('Review', 12), column('What was recommended', 34)];

/** The pack as a document. Whoever applied is in none of it. */
export const forceDocument = (pack: ForcePack): PaperDocument => {
  const { body, notice, period, completed, upheld, themes, refused, unanswered, changed, shares } = pack;
  const title = `Complaint reviews for Professional Standards, ${period.label}`;
  return {
    ...{ title, by: body, notice, wide: true },
    blocks: [
      heading(title),
      paragraph(body),
      paragraph(
        `${count(completed)} ${completed === 1 ? 'review was' : 'reviews were'} decided in this quarter, of which ${count(upheld)} ${upheld === 1 ? 'was' : 'were'} upheld: the outcome of the complaint was not reasonable and proportionate.`,
      ),
      heading('Themes of upheld reviews', 2),
      table(
        [column('Theme', 70), column('Upheld reviews', 30)],
        themes.map((one) => [one.theme, count(one.upheld)]),
        'No upheld review of this quarter has a theme.',
      ),
      ...(themes.length === 0
        ? []
        : [paragraph('A review with several themes counts once under each, so that these do not add up.')]),
      heading('Recommendations refused', 2),
      table(
        [...recommended, column('Answer', 18), column('Reasons given', 36)],
        refused.map((one) => [...first(one), `${capital(one.answer)}, ${dayWords(one.on)}`, one.reasons]),
        'No recommendation was refused, in part or as a whole, in this quarter.',
      ),
      heading('Recommendations unanswered', 2),
      table(
        [...recommended, column('Made', 18), column('Answer due', 36)],
        unanswered.map((one) => [
          ...first(one),
          dayWords(one.madeOn),
          one.due ? `${dayWords(one.due)}${one.late ? ' (late)' : ''}` : '',
        ]),
        'Every recommendation made by the end of this quarter had an answer.',
      ),
      heading('What changed because of a review', 2),
      table(
        [...recommended, column('What changed', 36), column('Evidenced', 18)],
        changed.map((one) => [...first(one), one.changed, dayWords(one.on)]),
        'Nothing that changed because of a review was evidenced in this quarter.',
      ),
      heading('Reviews as a share of finalised complaints', 2),
      table(
        [
          column('Quarter', 40),
          column('Reviews received', 20),
          column('Complaints finalised', 20),
          column('Share', 20),
        ],
        shares.map((one) => [
          one.quarter,
          count(one.received),
          one.finalised === null ? 'Not supplied' : count(one.finalised),
          one.share,
        ]),
        '',
      ),
      paragraph(
        'Reviews received ÷ complaints finalised under Schedule 3 of the Police Reform Act 2002, as the force supplied them.',
      ),
    ],
  };
};
