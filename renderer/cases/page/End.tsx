import type { ReactNode } from 'react';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { typedDate } from '#renderer/editing/typed.ts';
import { Details } from '#renderer/kit/index.ts';
import { missingToClose } from '#shared/cases/missing.ts';
import type { SectionProps } from '../parts.ts';
import { SmallForm } from '../SmallForm.tsx';
import { Section } from './Section.tsx';

/** Closing a case with its outcome, or opening it again with a reason. */
export function End({ shown }: SectionProps): ReactNode {
  const isOpen = shown.state === 'open';
  return (
    <Section id="end" title={isOpen ? 'Close the case' : 'Open it again'}>
      {isOpen ? <Close shown={shown} /> : <Reopen shown={shown} />}
    </Section>
  );
}

function Close({ shown: { case: c } }: SectionProps): ReactNode {
  const today = useSession().data?.today;
  const settings = useRead('cases.settings', {});
  const { run, failure } = useWrite('cases.close');
  const missing = missingToClose(c, 'any');
  if (!today || !settings.data) return null;
  const outcomes = settings.data.outcomes.filter(({ retired }) => !retired);
  return (
    <>
      {missing.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {missing.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <Details summary="Close it">
        <SmallForm
          failure={failure}
          name={`case close ${c.id}`}
          label="Close the case"
          button="Close the case"
          done="The case is closed."
          boxes={[
            {
              ...{ name: 'outcome', label: 'Outcome', kind: 'choice' },
              options: [
                { value: '', text: 'None said' },
                ...outcomes.map(({ name }) => ({ value: name, text: name })),
              ],
            },
            { name: 'on', label: 'On', kind: 'day', needed: 'Enter the day', begins: typedDate(today) },
            { name: 'words', label: 'Anything more (can be left blank)', kind: 'words' },
          ]}
          send={async ({ outcome, on, words }, closing) =>
            (await run({ id: c.id, closing, outcome, on, words })).ok
          }
        />
      </Details>
    </>
  );
}

function Reopen({ shown: { case: c } }: SectionProps): ReactNode {
  const { run, failure } = useWrite('cases.reopen');
  return (
    <Details summary="Open the case again">
      <SmallForm
        failure={failure}
        name={`case reopen ${c.id}`}
        label="Open the case again"
        button="Open it again"
        done="The case is open again."
        boxes={[{ name: 'why', label: 'Why', kind: 'words', needed: 'Enter why' }]}
        send={async ({ why = '' }) => (await run({ id: c.id, why })).ok}
      />
    </Details>
  );
}
