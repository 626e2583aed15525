import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { Button, SendForm, TextInput } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';

type Shown = Output<'plans.item'>;
type Linked = Shown['concerns'][number];

/** The concerns and reports that a recommendation is linked to, and the concerns raised from it. */
export function Links({ shown, may }: { shown: Shown; may: boolean }): ReactNode {
  const { item, concerns, visits, raised } = shown;
  const unlink = useWrite('plans.unlink');
  const takeAway = async ({ id, title }: Linked) => {
    const answer = await unlink.run({ id: item.id, record: id });
    if (answer.ok) say(`${title ?? 'It'} is no longer linked.`);
  };
  const remove = may ? takeAway : undefined;
  return (
    <>
      <h2 className="govuk-heading-m">Linked to it</h2>
      {concerns.length + visits.length + raised.length === 0 && <p className="govuk-body">Nothing yet.</p>}
      <Failed failure={unlink.failure} />
      <ul className="govuk-list govuk-list--bullet">
        {raised.map((one) => (
          <Line key={one.id} path="concerns" linked={one} note="raised from this recommendation" />
        ))}
        {concerns.map((one) => (
          <Line key={one.id} path="concerns" linked={one} remove={remove} />
        ))}
        {visits.map((one) => (
          <Line key={one.id} path="visits" linked={one} remove={remove} />
        ))}
      </ul>
      {may && <AddLink id={item.id} />}
    </>
  );
}

type LineProps = {
  path: 'concerns' | 'visits';
  linked: Linked;
  note?: string;
  remove?: ((linked: Linked) => Promise<void>) | undefined;
};

function Line({ path, linked, note, remove }: LineProps): ReactNode {
  const { id, title, state } = linked;
  return (
    <li>
      {title ? (
        <a className="govuk-link" href={`#/${path}/${id}`}>
          {title}
        </a>
      ) : (
        'A record that is not on this laptop'
      )}
      {[state, note].filter(Boolean).map((words) => `, ${words}`)}{' '}
      {remove && (
        <button
          type="button"
          className="govuk-link desk-link-button desk-screen-only"
          onClick={() => void remove(linked)}
        >
          Unlink<span className="govuk-visually-hidden"> {title}</span>
        </button>
      )}
    </li>
  );
}

/** Links a concern or a report by the office's number of it. */
function AddLink({ id }: { id: string }): ReactNode {
  const link = useWrite('plans.link');
  const [reference, setReference] = useState('');
  const submit = async () => {
    if (!reference.trim()) return;
    const answer = await link.run({ id, reference: reference.trim() });
    if (!answer.ok) return;
    setReference('');
    say(`${answer.value.title} is linked.`);
  };
  return (
    <SendForm aria-label="Link something" className="desk-screen-only" send={submit}>
      <Failed failure={link.failure} />
      <TextInput
        label="Number of a concern or a visit report"
        hint="For example C2026/0012 or V2026/0031"
        id="reference"
        width={10}
        autoComplete="off"
        value={reference}
        onChange={({ target }) => setReference(target.value)}
      />
      <Button kind="secondary">Link it</Button>
    </SendForm>
  );
}
