import { derivedId } from '#shared/ids.ts';

/** The typed figures of a month that an office begins with; which ones it keeps is a setting. */
export const defaultFigures = [
  'Newsletter subscribers',
  'Web users',
  'Posts on social media',
  'Press releases',
] as const;

/** One figure of one month is one record, so that two people who type the same month meet in it. */
export const figureId = (office: string, month: string, name: string): string =>
  derivedId(office, 'monthlyFigure', `${month} ${name}`);

/** The months of a stretch of days, the first and the last included. */
export const monthsIn = ({ from, to }: { from: string; to: string }): string[] => {
  const months: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const last = to.slice(0, 7);
  while (months.length < 600) {
    const id = `${year}-${String(month).padStart(2, '0')}`;
    if (id > last) break;
    months.push(id);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return months;
};
