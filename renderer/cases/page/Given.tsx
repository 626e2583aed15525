import type { ReactNode } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { Details, SummaryList } from '#renderer/kit/index.ts';
import { ownerOf } from '#shared/records/case-file.ts';
import { useCaseworkers } from '../caseworkers.ts';
import type { SectionProps } from '../parts.ts';
import { SmallForm } from '../SmallForm.tsx';
import { Section } from './Section.tsx';

/** Who has the case, and giving it to somebody else. */
export function Given({ shown: { case: c, names, state } }: SectionProps): ReactNode {
  const owner = ownerOf(c);
  const people = useCaseworkers();
  const { run, failure } = useWrite('cases.assign');
  return (
    <Section id="given" title="Who has it">
      <SummaryList
        rows={[
          {
            key: 'Owner',
            value: owner ? (names[owner] ?? 'Somebody who is not known here') : 'Nobody yet',
          },
        ]}
      />
      {state === 'open' && people.length > 0 && (
        <Details summary="Give it to somebody">
          <SmallForm
            failure={failure}
            name={`case assign ${c.id}`}
            label="Give the case to somebody"
            button="Give it to them"
            done="The case is given."
            boxes={[
              {
                ...{ name: 'to', label: 'To', kind: 'choice', needed: 'Choose somebody' },
                options: [
                  { value: '', text: 'Choose' },
                  ...people
                    .filter(({ id }) => id !== owner)
                    .map(({ id, name }) => ({ value: id, text: name })),
                ],
              },
            ]}
            send={async ({ to = '' }, assignment) => (await run({ id: c.id, assignment, to })).ok}
          />
        </Details>
      )}
    </Section>
  );
}
