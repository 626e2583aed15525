import { z } from 'zod';
import { given } from '#renderer/editing/typed.ts';
import { parsePounds, pounds } from '#shared/claims/amounts.ts';
import type { Input } from '#shared/contract.ts';
import { type ClaimLine, claimKinds } from '#shared/records/claim.ts';
import { words } from '#shared/records/common.ts';

/** Miles as typed, to a tenth; undefined where they are none. */
const parseMiles = (text: string): number | undefined => {
  const typed = text.trim().replace(',', '.');
  return /^\d{1,4}(\.\d)?$/.test(typed) ? Number(typed) : undefined;
};

/** A line as it stands in its boxes. */
export const lineForm = z
  .object({
    /** Type and id of what it is for. */
    thing: z.string().min(1, 'Choose what it was for'),
    kind: z.enum(claimKinds),
    miles: z.string(),
    rate: z.string(),
    pounds: z.string(),
    words,
  })
  .superRefine(({ kind, miles, pounds: amount }, { addIssue }) => {
    const wrong = (path: string, message: string) => addIssue({ code: 'custom', path: [path], message });
    if (kind === 'mileage') {
      const driven = parseMiles(miles) ?? 0;
      if (driven <= 0 || driven > 2000) wrong('miles', 'Enter the miles, such as 23 or 23.5, at most 2,000');
    } else if ((parsePounds(amount) ?? 0) <= 0) wrong('pounds', 'Enter the amount in pounds, such as 7.50');
  });
export type LineForm = z.infer<typeof lineForm>;

export const thingOf = ({ type, id }: ClaimLine['for']): string => `${type} ${id}`;

export const toLineForm = (line: ClaimLine | undefined): LineForm => ({
  thing: line ? thingOf(line.for) : '',
  kind: line?.kind ?? 'mileage',
  miles: line?.miles === undefined ? '' : String(line.miles),
  rate: line?.rate ?? '',
  pounds: line?.pence === undefined ? '' : pounds(line.pence),
  words: line?.words ?? '',
});

/** What the boxes stand for: of mileage its miles, of anything else its amount. */
export const fromLineForm = (typed: LineForm, id: string): Input<'claims.saveLine'>['line'] => {
  const [type, of] = typed.thing.split(' ') as [ClaimLine['for']['type'], string];
  const said = given(typed.words);
  const miles = parseMiles(typed.miles);
  const pence = parsePounds(typed.pounds);
  return {
    id,
    kind: typed.kind,
    for: { type, id: of },
    ...(typed.kind === 'mileage' ? { miles } : { pence }),
    ...(typed.kind === 'subsistence' && typed.rate && { rate: typed.rate }),
    ...(said && { words: said }),
  };
};
