import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { momentOf } from '#renderer/dates.ts';
import { BackLink, Button, InsetText, PageHeading } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { roleNames } from '../roleNames.ts';
import { DeviceCard } from './DeviceCard.tsx';
import { Invite } from './Invite.tsx';
import { Recovering } from './Recovering.tsx';

type Joined = Output<'hub.people'>;
type Member = Joined['people'][number];

/** Who has joined the office's hub, on which laptops; asked of the hub itself each time the page opens. */
export function DevicesPage(): ReactNode {
  const { data, error, refetch, isFetching } = useRead('hub.people', {});
  const again = () => void refetch();
  return (
    <>
      <BackLink href="#/people">People</BackLink>
      <PageHeading>People and devices</PageHeading>
      {error?.tag === 'standalone' ? (
        <p className="govuk-body">
          This computer is its own office and has no hub, so nobody else can join it yet.
        </p>
      ) : (
        <p className="govuk-body">
          Who has joined, on which laptops, and when the office last heard of each. This is asked of the
          office’s hub, so it needs a network.
        </p>
      )}
      {error?.tag !== 'standalone' && <Failed failure={error} />}
      {(data || (error && error.tag !== 'standalone')) && (
        <Button type="button" kind="secondary" disabled={isFetching} onClick={again}>
          {isFetching ? 'Asking…' : 'Ask again'}
        </Button>
      )}
      {!data && !error && <Waiting what="Asking the office’s hub…" />}
      {data?.recovering && <Recovering {...data} onClosed={again} />}
      {data && <Invite onInvited={again} />}
      {data && <Members joined={data} onChanged={again} />}
    </>
  );
}

/** Those with laptops first, by name. */
function Members({ joined, onChanged }: { joined: Joined; onChanged: () => void }): ReactNode {
  const { people, devices } = joined;
  const of = (person: string) => devices.filter((device) => device.person === person);
  const known = new Set(people.map(({ id }) => id));
  const left = devices.filter(({ person }) => !known.has(person));
  const others = [...new Map(left.map(({ person, personName }) => [person, personName]))].map(
    ([id, name]): Member => ({ id, name, roles: [], invited: null }),
  );
  const all = [...people, ...others]
    .filter((person) => person.invited || of(person.id).length > 0)
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return (
    <>
      {all.length === 0 && <InsetText>Nobody has joined yet. Invite the first person above.</InsetText>}
      {all.map((person) => (
        <section key={person.id} aria-labelledby={`person-${person.id}`} className="desk-member">
          <h2 className="govuk-heading-m" id={`person-${person.id}`}>
            {person.name}{' '}
            <span className="desk-member__roles">
              {person.roles.map((role) => roleNames[role]).join(', ')}
            </span>
          </h2>
          {person.invited && (
            <p className="govuk-body">Invited; the invitation runs out on {momentOf(person.invited)}.</p>
          )}
          {of(person.id).map((device) => (
            <DeviceCard key={device.id} device={device} onChanged={onChanged} />
          ))}
        </section>
      ))}
    </>
  );
}
