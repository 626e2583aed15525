import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { Tag, TaskList } from '#renderer/kit/index.ts';
import { prepareAddress } from '#renderer/returns/addresses.ts';
import { leftWords } from '#renderer/returns/words.ts';
import type { ScheduledReturn } from '#shared/calls/return-life.ts';
import { count } from '#shared/numbers.ts';

/** So many days before a return is due somebody is reminded, and of so many at once. */
const soon = 14;
const most = 5;

/** Due soon or late, and for this person: given to them, or to nobody. */
const isForMe = ({ left, mine, prepares }: ScheduledReturn): boolean =>
  left !== null && left <= soon && (mine || prepares === null);

/** For whoever makes returns: those that are due soon or late, the next first; without any it says nothing. */
export function ReturnsDue(): ReactNode {
  const makes = useMay('returns.schedule');
  const { data, error } = useRead('returns.schedule', {}, { wanted: makes });
  const due = (data ?? []).filter(isForMe).reverse();
  if (!makes || (due.length === 0 && !error)) return null;
  return (
    <section aria-labelledby="returns-due-soon">
      <h2 className="govuk-heading-m" id="returns-due-soon">
        Returns due
      </h2>
      <Failed failure={error} />
      <TaskList
        idPrefix="returns-due-item"
        items={due.slice(0, most).map(({ key, name, period, due: day, left }) => ({
          title: `${name}, ${period.label}`,
          hint: day && `Due ${dayWords(day)}`,
          href: `#${prepareAddress(key, period.id)}`,
          status:
            left !== null && left < 0 ? <Tag colour="red">{leftWords(left)}</Tag> : leftWords(left ?? 0),
        }))}
      />
      {due.length > most && (
        <p className="govuk-body">
          <a className="govuk-link" href="#/returns">
            All {count(due.length)} returns that are due
          </a>
        </p>
      )}
    </section>
  );
}
