import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useMay } from '#renderer/editing/useMay.ts';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';

export type PersonShown = Output<'volunteers.get'>;

type Tab = { at: string; text: string; shown: boolean };

const tabsOf = (
  { contact, interests, mayDeclare, standing, office }: PersonShown,
  mayEdit: boolean,
): Tab[] => [
  { at: '', text: 'Overview', shown: true },
  { at: '/way', text: 'Way', shown: office !== null },
  { at: '/papers', text: 'Papers', shown: office !== null },
  { at: '/training', text: 'Training', shown: standing !== null },
  { at: '/interests', text: 'Interests', shown: mayDeclare || interests.length > 0 },
  { at: '/contact', text: 'Contact', shown: contact !== null },
  { at: '/edit', text: 'Name, roles and dates', shown: mayEdit },
];

/** What every page of somebody has: who it is about, and the way to their other pages. */
export function PersonFrame({
  title,
  children,
}: {
  /** What this page of theirs is about; the overview is about them. */
  title?: string;
  children: (shown: PersonShown) => ReactNode;
}): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const read = useRead('volunteers.get', { id });
  const mayEdit = useMay('people.save');
  const shown = read.data;
  const name = shown?.person.name ?? 'Person';
  const tabs = shown ? tabsOf(shown, mayEdit).filter((tab) => tab.shown) : [];
  return (
    <>
      <BackLink href="#/people">People</BackLink>
      <ConflictsOf record={id} />
      {shown?.contact && <ConflictsOf record={shown.contact.id} />}
      {shown?.office && <ConflictsOf record={shown.office.file.id} />}
      {title ? (
        <PageHeading key={`${title} ${id}`} caption={name}>
          {title}
        </PageHeading>
      ) : (
        <PageHeading key={`heading ${id}`}>{name}</PageHeading>
      )}
      {tabs.length > 1 && (
        <nav aria-label={`Pages of ${isolated(name)}`} className="desk-places desk-screen-only">
          <ul>
            {tabs.map(({ at, text }) => (
              <li key={at}>
                <a
                  className="govuk-link"
                  href={`#/people/${id}${at}`}
                  aria-current={location.hash === `#/people/${id}${at}` ? 'page' : undefined}
                >
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {shown && children(shown)}
    </>
  );
}
