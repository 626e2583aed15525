import type { ReactNode } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { dayWords } from '#renderer/dates.ts';
import { typedDate } from '#renderer/editing/typed.ts';
import { NotificationBanner } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { SectionProps } from '../parts.ts';
import { SmallForm } from '../SmallForm.tsx';

/** That life or safety may be at stake, who was told of it and when, and a form for the next who is told. */
export function RiskBanner({ shown: { case: c, names, may } }: SectionProps): ReactNode {
  if (!c.risk) return null;
  return (
    <NotificationBanner title="Life or safety may be at stake" titleId="risk-banner">
      <p className="govuk-body desk-words">{c.risk.words}</p>
      {c.risk.told.length === 0 && (
        <p className="govuk-body">
          <strong>Nobody is written down as told.</strong> Tell the police or whoever can act at once; then
          write down here whom.
        </p>
      )}
      {c.risk.told.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {c.risk.told.map(({ id, who, on, at, by }) => (
            <li key={id}>
              {isolated(who)}, {dayWords(on)} at {at}
              {names[by] && `; written down by ${isolated(names[by] ?? '')}`}
            </li>
          ))}
        </ul>
      )}
      {may.write && <TellOfRisk id={c.id} main={c.risk.told.length === 0} />}
    </NotificationBanner>
  );
}

/** Who was told that life or safety may be at stake, and when. */
export function TellOfRisk({ id, main = false }: { id: string; main?: boolean }): ReactNode {
  const today = useSession().data?.today;
  const { run, failure } = useWrite('cases.riskTold');
  if (!today) return null;
  return (
    <SmallForm
      {...{ failure, main }}
      name={`case told ${id}`}
      label="Who was told of the risk"
      button="Write down who was told"
      done="It is written down who was told."
      boxes={[
        { name: 'who', label: 'Who was told', kind: 'line', needed: 'Enter who was told' },
        { name: 'on', label: 'On', kind: 'day', needed: 'Enter the day', begins: typedDate(today) },
        { name: 'at', label: 'At', kind: 'time', needed: 'Enter the time, such as 18:30' },
      ]}
      send={async ({ who = '', on, at = '' }, told) => (await run({ id, told, who, on, at })).ok}
    />
  );
}
