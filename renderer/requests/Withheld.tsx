import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { say } from '#renderer/app/state.ts';
import { Section } from '#renderer/cases/page/Section.tsx';
import { Button, WarningText } from '#renderer/kit/index.ts';
import { type Provision, provisions, provisionsOf } from '#shared/cases/exemptions.ts';
import { isRequest, newRequest } from '#shared/cases/request-clocks.ts';
import { type RequestPartProps, useDeed } from './parts.ts';
import { DeedForm } from './Waits.tsx';

const worded = ({ id, title, weighed, confirm }: Provision): string =>
  `${id}: ${title}${weighed ? ' (weighed against the public interest)' : ''}${confirm ? ' (to be confirmed)' : ''}`;

/** By which provisions something is withheld, why, and how the public interest was weighed where the provision asks for it. */
export function Withheld({ shown: { case: c, mayWrite } }: RequestPartProps): ReactNode {
  const { send, busy, failure } = useDeed(c.id);
  if (!isRequest(c.kind)) return null;
  const known: readonly Provision[] = provisions[c.kind];
  const { exemptions } = c.request ?? newRequest();
  const remove = async (id: string) => {
    if (await send({ what: 'unexempt', id })) say('The provision is taken out.');
  };
  return (
    <Section id="withheld" title="Withheld">
      {exemptions.length === 0 && <p className="govuk-body">Nothing is withheld so far.</p>}
      <Failed failure={failure} />
      {exemptions.map(({ id, provision, words, publicInterest }) => {
        const found = known.find((one) => one.id === provision);
        return (
          <div key={id}>
            <h3 className="govuk-heading-s">{found ? worded(found) : provision}</h3>
            {words && <p className="govuk-body desk-words">{words}</p>}
            {publicInterest && <p className="govuk-body desk-words">Public interest: {publicInterest}</p>}
            {found?.weighed && !publicInterest && (
              <WarningText>Say how the public interest was weighed before this is decided.</WarningText>
            )}
            {mayWrite && (
              <Button type="button" kind="secondary" disabled={busy} onClick={() => void remove(id)}>
                Take out {provision}
              </Button>
            )}
          </div>
        );
      })}
      {mayWrite && (
        <DeedForm
          {...{ id: c.id, name: 'exempt', summary: 'Withhold something' }}
          button="Add the provision"
          done="The provision is added."
          boxes={[
            {
              ...{ name: 'provision', label: provisionsOf[c.kind], kind: 'choice' },
              needed: 'Choose the provision',
              options: [
                { value: '', text: 'Choose' },
                ...known.map((one) => ({ value: one.id, text: worded(one) })),
              ],
            },
            { name: 'words', label: 'Why it applies', kind: 'words' },
            {
              ...{ name: 'publicInterest', label: 'How the public interest was weighed', kind: 'words' },
              hint: 'Where the provision asks for it: what speaks for disclosing, what for withholding, and which outweighs.',
            },
          ]}
          deed={({ provision = '', words, publicInterest }, item) => ({
            ...{ what: 'exempt', id: item, provision, words, publicInterest },
          })}
        />
      )}
    </Section>
  );
}
