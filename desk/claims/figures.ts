import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import type { ClaimRow, PaymentRow } from '#shared/claim-views.ts';
import { type Amount, amountsOf, milesOf, totalOf } from '#shared/claims/amounts.ts';
import { ratesOf } from '#shared/claims/rates.ts';
import { yearContaining } from '#shared/periods.ts';
import { type Claim, type ClaimLine, claimState, linesOf } from '#shared/records/claim.ts';
import { monthWords } from '#shared/times.ts';
import type { Context } from '../context.ts';
import { settings } from '../office.ts';

type Office = Pick<Context, 'identity'>;

export const claimsOf = (r: Reader, person: string): Claim[] =>
  r
    .all(sql.selectFrom('claim').select('data').where('person', '=', person).orderBy('month'))
    .map(({ data }) => JSON.parse(data) as Claim);

/** What each line of a person comes to, in whichever claim it stands; in what was approved, what was approved. */
export const figuresOf = (r: Reader, office: Office, claims: readonly Claim[]): Map<string, Amount> => {
  const { yearBegins, ...setting } = settings(r, office);
  const yearOf = (day: string) => yearContaining(day, yearBegins).id;
  const amounts = amountsOf(claims.flatMap(linesOf), ratesOf(setting), yearOf);
  for (const { approved } of claims)
    for (const [line, pence] of Object.entries(approved?.lines ?? {}))
      amounts.set(line, { pence, cut: amounts.get(line)?.cut ?? false });
  return amounts;
};

export const nameOf = (r: Reader, person: string): string =>
  readRecord(r, 'person', person)?.document.name ?? 'Somebody who is not on this laptop';

export const claimTitle = ({ reference, month }: Claim): string =>
  [reference, monthWords(month)].filter(Boolean).join(', ');

/** Claims as a list shows them. Those of one person are counted together, since miles of a year are. */
export const rowsOf = (r: Reader, office: Office, claims: readonly Claim[]): ClaimRow[] => {
  const figures = new Map<string, Map<string, Amount>>();
  const figuresFor = (person: string) => {
    const known = figures.get(person) ?? figuresOf(r, office, claimsOf(r, person));
    figures.set(person, known);
    return known;
  };
  return claims.map((claim) => {
    const lines = linesOf(claim);
    return {
      id: claim.id,
      reference: claim.reference ?? null,
      person: nameOf(r, claim.person),
      month: claim.month,
      state: claimState(claim),
      lines: lines.length,
      ...totalOf(lines, figuresFor(claim.person)),
      paidWith: claim.paidWith ?? null,
    };
  });
};

const kinds = (lines: readonly ClaimLine[], approved: Readonly<Record<string, number>>) => {
  const sum = (kind: ClaimLine['kind']) =>
    lines.reduce((so, line) => so + (line.kind === kind ? (approved[line.id] ?? 0) : 0), 0);
  return {
    mileage: sum('mileage'),
    subsistence: sum('subsistence'),
    fare: sum('fare'),
    other: sum('other'),
  };
};

/** What was approved, as it leaves for payment: by name, and each person's months in their order. */
export const paymentRows = (r: Reader, claims: readonly Claim[]): PaymentRow[] =>
  claims
    .map((claim) => {
      const lines = linesOf(claim);
      const { pence = 0, lines: approved = {} } = claim.approved ?? {};
      return {
        id: claim.id,
        reference: claim.reference ?? '',
        name: nameOf(r, claim.person),
        month: claim.month,
        miles: milesOf(lines),
        kinds: kinds(lines, approved),
        pence,
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.month < b.month ? -1 : 1));
