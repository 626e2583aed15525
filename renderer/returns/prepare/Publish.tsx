import type { ReactNode } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { SmallForm } from '#renderer/cases/SmallForm.tsx';
import { typedDate } from '#renderer/editing/typed.ts';
import { issueAddress } from '../addresses.ts';
import { type InWork, keptName, ofPeriod } from './parts.ts';

/** Says when and where it was given out. */
export function Publish({ shown }: InWork): ReactNode {
  const publish = useWrite('returns.publish');
  const today = useSession().data?.today;
  const last = shown.issues.at(-1);
  if (!today || !last) return null;
  const { key, period } = ofPeriod(shown);
  return (
    <>
      <p className="govuk-body">
        <a className="govuk-link" href={`#${issueAddress(key, period, last.number)}`}>
          Open what was signed off
        </a>{' '}
        to save it or print it. Once it was given out, say so here.
      </p>
      <SmallForm
        name={keptName('publish', shown)}
        label="Publish it"
        boxes={[
          {
            name: 'on',
            label: 'The day it was given out',
            hint: 'For example 3/11/2026',
            kind: 'day',
            begins: typedDate(today),
            needed: 'Enter the day it was given out',
          },
          {
            name: 'where',
            label: 'Where, or to whom',
            hint: 'For example the address of the page, or the papers of the Panel’s meeting',
            kind: 'words',
            needed: 'Enter where it was published, or to whom it was given',
          },
        ]}
        button="It is published"
        done="It is written down as published."
        main
        failure={publish.failure}
        send={async ({ on = '', where = '' }, id) =>
          (await publish.run({ ...ofPeriod(shown), id, on, where })).ok
        }
      />
    </>
  );
}
