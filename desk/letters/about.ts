import { sql as raw } from 'kysely';
import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import type { LetterConcern } from '#shared/letters/concerns.ts';
import type { Concern } from '#shared/records/concern.ts';
import type { Letter } from '#shared/records/letter.ts';

/** The letters about a concern, the newest first. */
export const lettersAbout = (r: Reader, id: string): Letter[] =>
  r
    .all(
      sql
        .selectFrom('letter')
        .select('data')
        .where(raw<boolean>`instr(about, ${id}) > 0`)
        .orderBy('date', 'desc')
        .orderBy('id', 'desc'),
    )
    .map(({ data }) => JSON.parse(data) as Letter);

/** A concern with the custody record numbers of what it was seen in, as far as that is on this laptop. */
export const withNumbers = (r: Reader, concern: Concern): LetterConcern => {
  const { kind, record, item } = concern.from;
  if (kind === 'visit' && record) {
    const visit = readRecord(r, 'visit', record)?.document;
    const detainees = visit?.detainees ?? [];
    const matter = visit?.matters?.find((one) => one.id === item);
    const one = detainees.find(({ id }) => id === (matter?.detainee ?? item));
    return { concern, numbers: detainees.flatMap((d) => d.custodyNumber ?? []), number: one?.custodyNumber };
  }
  const check = kind === 'recordCheck' && record ? readRecord(r, 'recordCheck', record)?.document : undefined;
  const number = check?.custodyNumber;
  return { concern, numbers: number ? [number] : [], number };
};
