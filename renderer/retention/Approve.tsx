import { type ReactNode, useState } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { type Box, SmallForm } from '#renderer/cases/SmallForm.tsx';
import { Details, InsetText, TextInput } from '#renderer/kit/index.ts';
import type { DisposalShown } from './parts.ts';

/** A second person approves it or not: at their own desk, or with a PIN of their own where one store is the office. */
export function Approve({ shown }: { shown: DisposalShown }): ReactNode {
  const { disposal, mayDecide, alone, approvers } = shown;
  if (!mayDecide && !alone)
    return (
      <InsetText>
        You proposed this, so somebody else approves it: a caseworker or an administrator, at their own desk.
      </InsetText>
    );
  if (!mayDecide && approvers.length === 0)
    return (
      <InsetText>
        Records are destroyed on the word of two people, also where one person has the office alone. Add the
        second person under{' '}
        <a className="govuk-link" href="#/people">
          People
        </a>{' '}
        and let them set a PIN of their own at this laptop; they then approve it here. Until then nothing is
        destroyed.
      </InsetText>
    );
  return (
    <>
      <Decide key="approve" shown={shown} approved id={disposal.id} />
      <Details summary="Refuse it">
        <Decide key="refuse" shown={shown} approved={false} id={disposal.id} />
      </Details>
    </>
  );
}

type DecideProps = { shown: DisposalShown; approved: boolean; id: string };

function Decide({ shown: { mayDecide, approvers }, approved, id }: DecideProps): ReactNode {
  const { run, failure } = useWrite('retention.decide');
  const whose: Box[] = mayDecide
    ? []
    : [
        {
          ...{
            name: 'person',
            label: 'The second person',
            kind: 'choice',
            needed: 'Choose the second person',
          },
          options: [
            { value: '', text: 'Choose' },
            ...approvers.map((one) => ({ value: one.id, text: one.name })),
          ],
        },
      ];
  // A PIN is kept nowhere, not even while it is typed.
  const [pin, setPin] = useState('');
  const form = (
    <SmallForm
      failure={failure}
      name={`retention ${approved ? 'approve' : 'refuse'} ${id}`}
      label={approved ? 'Approve' : 'Refuse'}
      main={approved}
      button={approved ? 'Approve that it is destroyed' : 'Refuse'}
      done={approved ? 'Approved. It can be destroyed now.' : 'Refused. Nothing is destroyed.'}
      boxes={[
        ...whose,
        {
          ...{ name: 'why', label: approved ? 'A note, if there is one' : 'Why not', kind: 'words' },
          ...(approved ? {} : { needed: 'Enter why not' }),
        },
      ]}
      send={async ({ person, why }) =>
        (
          await run({
            ...{ id, approved },
            ...(why && { why }),
            ...(person && { person }),
            ...(pin && { pin }),
          })
        ).ok
      }
    />
  );
  return (
    <>
      {!mayDecide && (
        <TextInput
          id={`pin-${approved ? 'approve' : 'refuse'}`}
          label="PIN of the second person"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          width={10}
          value={pin}
          onChange={({ target }) => setPin(target.value)}
        />
      )}
      {form}
    </>
  );
}
