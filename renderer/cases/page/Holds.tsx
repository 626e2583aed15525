import type { ReactNode } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { dayWords } from '#renderer/dates.ts';
import { typedDate } from '#renderer/editing/typed.ts';
import { Details } from '#renderer/kit/index.ts';
import { kindRules } from '#shared/cases/kinds.ts';
import { holdOn } from '#shared/cases/next-step.ts';
import type { SectionProps } from '../parts.ts';
import { SmallForm } from '../SmallForm.tsx';
import { Section } from './Section.tsx';

/** The times in which the office's own clocks stood still, and why. */
export function Holds({ shown: { case: c, may, state } }: SectionProps): ReactNode {
  const on = holdOn(c);
  const mayHold = may.write && state === 'open';
  if (c.holds.length === 0 && !(mayHold && kindRules[c.kind].standards)) return null;
  return (
    <Section id="holds" title="On hold">
      <p className="govuk-hint">
        Only the office’s own clocks stand still. A clock of the law stops for its own reasons alone.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {c.holds.map(({ id, from, until, why }) => (
          <li key={id}>
            {until ? `From ${dayWords(from)} to ${dayWords(until)}` : `Since ${dayWords(from)}`}:{' '}
            <span className="desk-words">{why}</span>
          </li>
        ))}
      </ul>
      {mayHold && (on ? <Resume key={on.id} id={c.id} hold={on.id} /> : <Hold id={c.id} />)}
    </Section>
  );
}

function Hold({ id }: { id: string }): ReactNode {
  const today = useSession().data?.today;
  const { run, failure } = useWrite('cases.hold');
  if (!today) return null;
  return (
    <Details summary="Put the case on hold">
      <SmallForm
        failure={failure}
        name={`case hold ${id}`}
        label="On hold"
        button="Put on hold"
        done="The case is on hold."
        boxes={[
          { name: 'from', label: 'From', kind: 'day', needed: 'Enter the day', begins: typedDate(today) },
          { name: 'why', label: 'What it waits for', kind: 'words', needed: 'Enter what it waits for' },
        ]}
        send={async ({ from, why = '' }, hold) => (await run({ id, hold, from, why })).ok}
      />
    </Details>
  );
}

function Resume({ id, hold }: { id: string; hold: string }): ReactNode {
  const today = useSession().data?.today;
  const { run, failure } = useWrite('cases.resume');
  if (!today) return null;
  return (
    <SmallForm
      failure={failure}
      name={`case resume ${hold}`}
      label="Resume"
      button="Resume the case"
      done="The case goes on."
      boxes={[
        {
          ...{ name: 'until', label: 'The last day on which it stood', kind: 'day' },
          ...{ needed: 'Enter the day', begins: typedDate(today) },
        },
      ]}
      send={async ({ until }) => (await run({ id, hold, until })).ok}
    />
  );
}
