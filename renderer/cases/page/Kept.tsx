import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { Button, Checkboxes, Details } from '#renderer/kit/index.ts';
import { ownerOf } from '#shared/records/case-file.ts';
import { useCaseworkers } from '../caseworkers.ts';
import type { SectionProps } from '../parts.ts';
import { SmallForm } from '../SmallForm.tsx';
import { Section } from './Section.tsx';

/** Who may open the case, and whether life or safety is at stake in it. */
export function Kept({ shown: { case: c, names } }: SectionProps): ReactNode {
  const readers = c.confidential?.readers.map((id) => names[id] ?? 'somebody who is not known here');
  return (
    <Section id="kept" title="Care with this case">
      <p className="govuk-body">
        {readers
          ? `Only its owner and those it names may open it: ${readers.join(', ') || 'nobody besides'}. Figures of all caseworkers count it by its kind and its days, and say nothing else of it.`
          : 'Every caseworker may open it.'}
      </p>
      {c.confidential?.why && <p className="govuk-body desk-words">{c.confidential.why}</p>}
      <Restrict key={String(c.confidential?.readers)} c={c} />
      {!c.risk && <FlagRisk id={c.id} />}
      {c.risk && c.risk.told.length === 0 && <Unflag id={c.id} />}
    </Section>
  );
}

function Restrict({ c }: { c: SectionProps['shown']['case'] }): ReactNode {
  const people = useCaseworkers();
  const { run, busy, failure } = useWrite('cases.restrict');
  const [chosen, setChosen] = useState<string[]>(c.confidential?.readers ?? []);
  const send = async (confidential: { readers: string[] } | null, done: string) => {
    const answer = await run({ id: c.id, confidential });
    if (answer.ok) say(done);
  };
  const owner = ownerOf(c);
  return (
    <Details summary="Who may open it">
      <Failed failure={failure} />
      <Checkboxes
        name={`readers-${c.id}`}
        legend="Besides whoever has it, it is opened by"
        legendSize="s"
        small
        values={chosen}
        onValues={setChosen}
        items={people.filter(({ id }) => id !== owner).map(({ id, name }) => ({ value: id, text: name }))}
      />
      <Button
        type="button"
        kind="secondary"
        disabled={busy}
        onClick={() => void send({ readers: chosen }, 'Only those it names may open it now.')}
      >
        Keep it to them
      </Button>{' '}
      {c.confidential && (
        <Button
          type="button"
          kind="secondary"
          disabled={busy}
          onClick={() => void send(null, 'Every caseworker may open it now.')}
        >
          Let every caseworker open it
        </Button>
      )}
    </Details>
  );
}

function FlagRisk({ id }: { id: string }): ReactNode {
  const { run, failure } = useWrite('cases.risk');
  return (
    <Details summary="Life or safety may be at stake">
      <SmallForm
        failure={failure}
        name={`case risk ${id}`}
        label="Life or safety may be at stake"
        button="Flag the case"
        done="The case is flagged. Tell somebody who can act at once."
        boxes={[
          { name: 'words', label: 'What is at stake', kind: 'words', needed: 'Enter what is at stake' },
        ]}
        send={async ({ words = '' }) => (await run({ id, words })).ok}
      />
    </Details>
  );
}

function Unflag({ id }: { id: string }): ReactNode {
  const { run, busy, failure } = useWrite('cases.risk');
  const press = async () => {
    const answer = await run({ id, words: null });
    if (answer.ok) say('The flag is taken away.');
  };
  return (
    <>
      <Failed failure={failure} />
      <Button type="button" kind="secondary" disabled={busy} onClick={() => void press()}>
        It was flagged by mistake
      </Button>
    </>
  );
}
