import type { ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { InsetText } from '#renderer/kit/index.ts';
import type { ContactForm } from './contactForm.ts';
import { inALine } from './words.tsx';

const typedIn = (...texts: string[]): string[] => texts.filter((text) => text.trim().length > 1);

/** Those of the register who may be the one who is being typed. Nobody is chosen by itself. */
export function Alike({ typed }: { typed: ContactForm }): ReactNode {
  const sought = {
    names: typedIn(typed.name),
    mails: typedIn(typed.mail),
    telephones: typedIn(typed.telephone),
    addresses: typedIn(typed.address),
  };
  const wanted = Object.values(sought).some((list) => list.length > 0);
  const found = useRead('contacts.suggest', { ...sought, limit: 5 }, { wanted, keep: true }).data ?? [];
  if (!wanted || found.length === 0) return null;
  return (
    <InsetText>
      <p className="govuk-body govuk-!-margin-bottom-1">They may be in the register already:</p>
      <ul className="govuk-list">
        {found.map(({ contact, why }) => (
          <li key={contact.id}>
            <a className="govuk-link" href={`#/contacts/${contact.id}`}>
              {inALine(contact)}
            </a>{' '}
            ({why.join(', ')})
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
