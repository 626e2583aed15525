import type { ReactNode } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { dayWords } from '#renderer/dates.ts';
import { typedDate } from '#renderer/editing/typed.ts';
import { Details } from '#renderer/kit/index.ts';
import type { SectionProps } from '../parts.ts';
import { SmallForm } from '../SmallForm.tsx';
import { Section } from './Section.tsx';

/** The steps that a case of this kind asks for: those taken, and those to be taken with what they rest on. */
export function KindSteps({ shown: { case: c, steps, may } }: SectionProps): ReactNode {
  if (steps.length === 0 && c.steps.length === 0) return null;
  return (
    <Section id="steps" title="Steps of this kind of case">
      <ul className="govuk-list govuk-list--bullet">
        {c.steps.map(({ id, what, on, words }) => (
          <li key={id}>
            {what}: {dayWords(on)}
            {words && <span className="desk-words">. {words}</span>}
          </li>
        ))}
        {steps.map(({ what, basis, confirm }) => (
          <li key={what}>
            <strong>Still to be done: {what}.</strong>
            <span className="govuk-hint govuk-!-margin-bottom-1">
              {basis}
              {confirm && ' (to be confirmed)'}
            </span>
            {may.write && <TakeStep id={c.id} what={what} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function TakeStep({ id, what }: { id: string; what: string }): ReactNode {
  const today = useSession().data?.today;
  const { run, failure } = useWrite('cases.step');
  if (!today) return null;
  return (
    <Details summary={`Write down: ${what}`}>
      <SmallForm
        failure={failure}
        name={`case step ${id} ${what}`}
        label={what}
        button="It is done"
        done="The step is written down."
        boxes={[
          { name: 'on', label: 'On', kind: 'day', needed: 'Enter the day', begins: typedDate(today) },
          { name: 'words', label: 'What was decided or done (can be left blank)', kind: 'words' },
        ]}
        send={async ({ on, words }, step) => (await run({ id, step, what, on, words })).ok}
      />
    </Details>
  );
}
