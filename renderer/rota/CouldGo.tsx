import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { listed } from '#shared/rota/words.ts';
import type { RotaPerson, RotaPlace } from '#shared/rota-views.ts';
import { nameOf, pairOf } from './words.tsx';

/** Who could go where somebody is looked for, without breaking a rule: by name, and nobody before anybody. */
export function CouldGo({ place }: { place: RotaPlace }): ReactNode {
  const pair = pairOf(place);
  const seeking = pair.filter(({ id }) => place.cover.includes(id));
  if (place.state !== 'planned' || !place.seeks) return null;
  return (
    <section aria-labelledby="could-go">
      <h2 className="govuk-heading-m" id="could-go">
        Who could go
      </h2>
      {pair.length < 2 && <Takers place={place} />}
      {seeking.map((person) => (
        <Takers key={person.id} place={place} instead={person} />
      ))}
    </section>
  );
}

function Takers({ place, instead }: { place: RotaPlace; instead?: RotaPerson }): ReactNode {
  const { data, error } = useRead('rota.couldTake', {
    id: place.id,
    ...(instead && { instead: instead.id }),
  });
  const stays = pairOf(place).filter(({ id }) => id !== instead?.id);
  const [one] = stays;
  const about = [
    instead ? `Instead of ${nameOf(instead)}` : 'In the empty half',
    one && `with ${nameOf(one)}`,
  ].filter(Boolean);
  return (
    <>
      <p className="govuk-body">{about.join(', ')}, by name:</p>
      <Failed failure={error} />
      {!data && !error && <Waiting />}
      {data?.length === 0 && (
        <p className="govuk-body">
          Nobody, unless you say why something that speaks against them does not count.
        </p>
      )}
      {data && data.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {data.map((taker) => (
            <li key={taker.id}>
              {nameOf(taker)}
              {!one && taker.partners.length > 0 && `, with ${listed(taker.partners.map(nameOf))}`}.{' '}
              {taker.against.map((text) => `${text}.`).join(' ')}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
