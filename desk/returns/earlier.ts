import { readAll } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import type { PeriodReturn } from '#shared/records/period-return.ts';
import { type Earlier, revealedBy } from '#shared/returns/earlier.ts';
import { issuesIn } from '#shared/returns/issues.ts';
import { earlierCheck } from '#shared/returns/keep-back.ts';
import { addDays } from '#shared/times.ts';
import type { ReturnResult } from '#shared/views.ts';
import type { Check } from './checks.ts';
import { readIssue } from './frozen.ts';

/** So far apart two returns may be and still tell of the same days: each compares with the year to date a year before. */
const farthest = 2 * 366;

const near = (one: PeriodReturn, { from, to }: ReturnResult['period']): boolean =>
  one.to >= addDays(from, -farthest) && one.from <= addDays(to, farthest);

/** What was published of periods near this one, whose files have come here; the rest cannot be held against it. */
const publishedNear = (r: Reader, { return: of, period }: ReturnResult) => {
  const records = readAll(r, 'periodReturn').filter((one) => one.return === of && near(one, period));
  const issues = records.flatMap((record) =>
    issuesIn(record)
      .filter(({ published }) => published)
      .map(({ number }) => readIssue(r, record, number)),
  );
  const read = issues.flatMap((one): Earlier[] => {
    if (!one.ok) return [];
    const { definition, result, number, given } = one.value.frozen;
    const revision = number === 0 ? '' : `, revision ${number}`;
    return [
      {
        name: `${definition.name}, ${result.period.label}${revision}`,
        result,
        given: given?.result ?? result,
      },
    ];
  });
  return { read, away: issues.length - read.length };
};

const shown = 10;

/** Whether what was published before gives away a number that is kept back here. */
export const checkOfEarlier = (r: Reader, result: ReturnResult, least: number): Check => {
  const { read, away } = publishedNear(r, result);
  const found = revealedBy(result, least, read);
  const named = found.slice(0, shown).map(({ figure, by }) => `${figure} (with ${by.join('; ')})`);
  const more = found.length > shown ? ` and ${found.length - shown} more` : '';
  const missing =
    away > 0 ? [`${away} published before have not come to this laptop and were not looked at`] : [];
  const revealed =
    found.length > 0 ? [`What is kept back here can be worked out: ${named.join(', ')}${more}`] : [];
  return {
    id: earlierCheck,
    title: 'No earlier publication reveals a number kept back here',
    ok: found.length + away === 0,
    detail:
      [...revealed, ...missing].join('. ') ||
      'Nothing kept back here can be worked out from what was published before',
    records: [],
    count: found.length + away,
  };
};
