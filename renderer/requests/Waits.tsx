import type { ReactNode } from 'react';
import { useSession } from '#renderer/app/session.ts';
import { Section } from '#renderer/cases/page/Section.tsx';
import { type Box, SmallForm } from '#renderer/cases/SmallForm.tsx';
import { dayWords } from '#renderer/dates.ts';
import { typedDate } from '#renderer/editing/typed.ts';
import { Details } from '#renderer/kit/index.ts';
import { newRequest } from '#shared/cases/request-clocks.ts';
import type { RequestDeed } from '#shared/cases/request-deeds.ts';
import { proofsOf } from '#shared/records/case-parts.ts';
import { capital } from '#shared/text.ts';
import { type RequestPartProps, sum, useDeed } from './parts.ts';

type DeedFormProps = {
  id: string;
  name: string;
  summary: string;
  button: string;
  done: string;
  boxes: readonly Box[];
  deed: (said: Readonly<Record<string, string | undefined>>, id: string) => RequestDeed;
  open?: boolean;
};

/** A small form that does one thing about a request. */
export function DeedForm({ id, name, summary, boxes, deed, open, ...words }: DeedFormProps): ReactNode {
  const { send, failure } = useDeed(id);
  const form = (
    <SmallForm
      {...{ failure, boxes, ...words }}
      name={`request ${name} ${id}`}
      label={summary}
      send={(said, item) => send(deed(said, item))}
    />
  );
  return open ? form : <Details summary={summary}>{form}</Details>;
}

/** A box for a day that begins with today. */
export const useDay = (label: string): Box => {
  const today = useSession().data?.today;
  return {
    name: 'on',
    label,
    kind: 'day',
    needed: 'Enter the day',
    ...(today && { begins: typedDate(today) }),
  };
};

/** What whoever asked is waited for: a clarification, proof of who they are, a fee. Each moves the clock as the law says. */
export function Waits({ shown: { case: c, mayWrite } }: RequestPartProps): ReactNode {
  const request = c.request ?? newRequest();
  const asked = useDay('Asked on');
  const came = useDay('Came on');
  const isAccess = c.kind === 'subject access request';
  const { id } = c;
  const waits = [
    ...request.clarifications.map((one) => ({
      ...one,
      what: 'A clarification',
      deed: (on: string): RequestDeed => ({ what: 'clarified', id: one.id, on }),
    })),
    ...request.proofs.map((one) => ({
      ...one,
      what: `Proof of ${one.of}`,
      words: undefined,
      deed: (on: string): RequestDeed => ({ what: 'proofCame', id: one.id, on }),
    })),
    ...(request.fee
      ? [
          {
            ...{ id: 'fee', asked: request.fee.noticed, received: request.fee.paid, words: undefined },
            what: `A fee of ${sum(request.fee.pence)}`,
            deed: (on: string): RequestDeed => ({ what: 'feePaid', on }),
          },
        ]
      : []),
  ];
  return (
    <Section id="waits" title="Waited for">
      {waits.length === 0 && <p className="govuk-body">Nothing was asked of whoever made the request.</p>}
      <ul className="govuk-list govuk-list--bullet">
        {waits.map(({ id: wait, what, asked: on, received, words }) => (
          <li key={wait}>
            {what}, asked for on {dayWords(on)}
            {received ? `; it came on ${dayWords(received)}` : '; it has not come'}
            {words && (
              <>
                : <span className="desk-words">{words}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {mayWrite &&
        waits
          .filter(({ received }) => received === undefined)
          .map(({ id: wait, what, deed }) => (
            <DeedForm
              key={`came ${wait}`}
              {...{ id, boxes: [came] }}
              name={`came ${wait}`}
              summary={`${what} has come`}
              button="It came"
              done="Written down: the clock goes on from it."
              deed={({ on = '' }) => deed(on)}
            />
          ))}
      {mayWrite && (
        <>
          <DeedForm
            {...{ id, name: 'clarify', summary: 'Ask for a clarification' }}
            button="A clarification was asked for"
            done="Written down."
            boxes={[asked, { name: 'words', label: 'What was asked', kind: 'words' }]}
            deed={({ on = '', words }, item) => ({ what: 'clarify', id: item, on, words })}
          />
          {isAccess && (
            <DeedForm
              {...{ id, name: 'proof', summary: 'Ask for proof of identity or authority' }}
              button="Proof was asked for"
              done="Written down."
              boxes={[
                {
                  ...{ name: 'of', label: 'Proof of', kind: 'choice', begins: 'identity' },
                  options: proofsOf.map((of) => ({ value: of, text: capital(of) })),
                },
                asked,
              ]}
              deed={({ on = '', of }, item) => ({ what: 'proof', id: item, on, of: of as 'identity' })}
            />
          )}
          <DeedForm
            {...{ id, name: 'fee', summary: 'Give a fees notice' }}
            button="The notice was given"
            done="Written down."
            boxes={[
              asked,
              { name: 'pounds', label: 'The fee in pounds', kind: 'line', needed: 'Enter the fee in pounds' },
            ]}
            deed={({ on = '', pounds = '' }) => ({
              what: 'fee',
              on,
              pence: Math.round(Number(pounds.replace(/[£,\s]/g, '')) * 100),
            })}
          />
        </>
      )}
    </Section>
  );
}
