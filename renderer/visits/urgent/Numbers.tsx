import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { SummaryList } from '#renderer/kit/index.ts';
import { deskOf, dialled, officeNumbers, type Ringable } from './numbers.ts';

type NumbersProps = {
  /** The suite of the report, whose desk comes first; without a report, the desks of all suites come last. */
  suite?: string | undefined;
  everySuite?: boolean;
  /** Writes down a call to a number. */
  onRung?: ((number: Ringable) => void) | undefined;
};

/** The telephone numbers, kept on this laptop, in the order of ringing. */
export function Numbers({ suite, everySuite = false, onRung }: NumbersProps): ReactNode {
  const settings = useRead('settings.get', {});
  const suites = useRead('suites.list', {});
  const desks = (suites.data ?? []).filter(({ id, status }) =>
    everySuite ? status !== 'closed' : id === suite,
  );
  const office = settings.data ? officeNumbers(settings.data) : [];
  const first = everySuite ? office : [...desks.flatMap(deskOf), ...office];
  return (
    <>
      <h2 className="govuk-heading-m" id="numbers">
        Telephone numbers
      </h2>
      <Failed failure={settings.error ?? suites.error} />
      {!settings.data && !settings.error && <Waiting />}
      {settings.data && office.length === 0 && (
        <p className="govuk-body">
          No number of the office is kept yet. The coordinator enters them under{' '}
          <a className="govuk-link" href="#/settings">
            Settings
          </a>
          .
        </p>
      )}
      <List numbers={first} onRung={onRung} />
      {everySuite && desks.some((desk) => desk.telephone) && (
        <>
          <h2 className="govuk-heading-m">Custody desks</h2>
          <List numbers={desks.flatMap(deskOf)} onRung={onRung} />
        </>
      )}
    </>
  );
}

function List({
  numbers,
  onRung,
}: Pick<NumbersProps, 'onRung'> & { numbers: readonly Ringable[] }): ReactNode {
  if (numbers.length === 0) return null;
  return (
    <SummaryList
      className="desk-numbers"
      rows={numbers.map((number) => ({
        key: number.name,
        value: (
          <>
            <a className="govuk-link desk-numbers__number" href={dialled(number.telephone)}>
              {number.telephone}
            </a>
            {number.when && <div className="govuk-hint govuk-!-margin-bottom-0">{number.when}</div>}
          </>
        ),
        ...(onRung && {
          actions: [
            { text: 'Write down a call', hiddenText: `to ${number.name}`, onClick: () => onRung(number) },
          ],
        }),
      }))}
    />
  );
}
