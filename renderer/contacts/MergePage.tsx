import { type ReactNode, useState } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import {
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  PageHeading,
  Radios,
  SendForm,
  Table,
} from '#renderer/kit/index.ts';
import type { MergeChoice, MergeChoices } from '#shared/contacts/merge.ts';
import type { Output } from '#shared/contract.ts';
import { inSentence } from '#shared/text.ts';
import { fieldNames, many, valueWords } from './words.tsx';

type Shown = Output<'contacts.compare'>;

/** Two records side by side: which one stands, what it takes of the other, and what each has to do with. */
export function MergePage(): ReactNode {
  const { id = '', other = '' } = useParams();
  const { data, error } = useRead('contacts.compare', { id, other });
  return (
    <>
      <BackLink href={`#/contacts/${id}`}>{data?.stands.contact.name ?? 'The person'}</BackLink>
      <PageHeading>Are these the same person?</PageHeading>
      <Failed failure={error} />
      {data ? <Compared key={`${id} ${other}`} shown={data} /> : !error && <Waiting />}
    </>
  );
}

const has = ({ cases, hidden, reviews, restrictions }: Shown['stands']): string =>
  [
    many(cases.length + hidden, 'case'),
    many(reviews.length, 'complaint review'),
    ...(restrictions.length > 0 ? [many(restrictions.length, 'contact restriction')] : []),
  ].join(', ');

function Compared({ shown: { stands, goes, fields } }: { shown: Shown }): ReactNode {
  const merge = useWrite('contacts.merge');
  const [choices, setChoices] = useState<MergeChoices>(() =>
    Object.fromEntries(fields.map(({ field, usual }) => [field, usual])),
  );
  const [one, other] = [stands.contact, goes.contact];
  const done = async () => {
    const on = onward();
    const answer = await merge.run({ id: one.id, other: other.id, choices });
    if (!answer.ok) return;
    say('They are one person now. This can be undone on their page.');
    on(`/contacts/${one.id}`);
  };
  return (
    <>
      <p className="govuk-body">
        Nothing of their cases and reviews is written again: whatever names the record that goes means the one
        that stands, until the merge is undone.
      </p>
      <Table
        dense
        caption="Both records"
        captionHidden
        firstCellIsHeader
        head={['What is written down', 'The record that stands', 'The record that goes']}
        rows={[
          ...(Object.keys(fieldNames) as (keyof typeof fieldNames)[])
            .filter((field) => valueWords(one[field]) || valueWords(other[field]))
            .map((field) => ({
              key: field,
              cells: [
                fieldNames[field],
                ...[one, other].map((contact) => ({
                  content: valueWords(contact[field]) || '–',
                  className: 'desk-words',
                })),
              ],
            })),
          { key: 'has', cells: ['Has', has(stands), has(goes)] },
        ]}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={`#/contacts/${other.id}/merge/${one.id}`}>
          Let the other record stand
        </a>
      </p>
      <SendForm aria-label="Merge" send={done}>
        {fields.map(({ field, mayJoin }) => (
          <Radios
            key={field}
            name={`take-${field}`}
            legend={`${fieldNames[field]} from now on`}
            legendSize="s"
            small
            value={choices[field] ?? 'own'}
            onChange={({ target }) => setChoices((now) => ({ ...now, [field]: target.value as MergeChoice }))}
            items={[
              { value: 'own', text: `As it stands: ${valueWords(one[field]) || 'blank'}` },
              { value: 'other', text: `From the other: ${valueWords(other[field])}` },
              ...(mayJoin
                ? [
                    {
                      value: 'both',
                      text: `Both, so that ${inSentence(fieldNames[field])} of either is kept`,
                    },
                  ]
                : []),
            ]}
          />
        ))}
        <Failed failure={merge.failure} />
        <ButtonGroup>
          <Button>They are the same: merge them</Button>
          <ButtonLink kind="secondary" href={`#/contacts/${one.id}`}>
            Leave them as they are
          </ButtonLink>
        </ButtonGroup>
      </SendForm>
    </>
  );
}
