import type { ReactNode } from 'react';
import { type ReactElement, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { Button, Details, TextInput } from '#renderer/kit/index.ts';
import type { SectionProps } from '../parts.ts';
import { Section } from './Section.tsx';

const addressOf = { caseFile: '#/cases', review: '#/reviews' };

/** Other cases, and reviews, that belong with this one. */
export function Links({ shown: { case: c, links, may } }: SectionProps): ReactNode {
  if (links.length === 0 && !may.write) return null;
  return (
    <Section id="links" title="What belongs with it">
      <ul className="govuk-list govuk-list--bullet">
        {links.map(({ id, type, to, title }) => (
          <li key={id}>
            <a className="govuk-link" href={`${addressOf[type]}/${to}`}>
              {title}
            </a>{' '}
            {may.write && <Unlink id={c.id} link={id} title={title} />}
          </li>
        ))}
      </ul>
      {may.write && <FindLink id={c.id} linked={links.map(({ to }) => to)} />}
    </Section>
  );
}

function Unlink({ id, link, title }: { id: string; link: string; title: string }): ReactNode {
  const { run, busy, failure } = useWrite('cases.unlink');
  return (
    <>
      <Failed failure={failure} />
      <button
        type="button"
        className="desk-link-button"
        disabled={busy}
        onClick={() => void run({ id, link })}
      >
        Take apart<span className="govuk-visually-hidden">: {title}</span>
      </button>
    </>
  );
}

/** Cases and reviews found by what is typed; nothing is linked before somebody presses. */
function FindLink({ id, linked }: { id: string; linked: readonly string[] }): ReactElement {
  const [text, setText] = useState('');
  const found = useRead('search.find', { text }, { wanted: text.trim().length > 2, keep: true });
  const link = useWrite('cases.link');
  const hits = (found.data ?? []).filter(
    (hit) => (hit.type === 'caseFile' || hit.type === 'review') && hit.id !== id && !linked.includes(hit.id),
  );
  const add = async (type: 'caseFile' | 'review', to: string) => {
    const answer = await link.run({ id, link: newRecordId(), type, to });
    if (answer.ok) say('They belong together now.');
  };
  return (
    <Details summary="Link another case or a review">
      <Failed failure={link.failure ?? found.error} />
      <TextInput
        id={`link-${id}`}
        label="Find it by number, name or words"
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <ul className="govuk-list">
        {hits.map((hit) => (
          <li key={hit.id}>
            {hit.title} {hit.detail}{' '}
            <Button
              type="button"
              kind="secondary"
              className="govuk-!-margin-bottom-1"
              disabled={link.busy}
              onClick={() => void add(hit.type === 'review' ? 'review' : 'caseFile', hit.id)}
            >
              Link<span className="govuk-visually-hidden"> {hit.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Details>
  );
}
