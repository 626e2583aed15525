import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import { dayWords } from '#renderer/dates.ts';
import { BackLink, Button, PageHeading, Table } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import type { RotaPlace } from '#shared/rota-views.ts';
import { type Asked, placeAddress, rotaAddress, useAsked } from './address.ts';
import { nameOf, placeName, stops, whoGoes } from './words.tsx';

/** What volunteers would see of the drafts, before they see it. */
export function PublishPage(): ReactNode {
  const asked = useAsked();
  const { data, error } = useRead('rota.get', asked);
  const drafts = data?.places.filter(({ state }) => state === 'draft') ?? [];
  return (
    <>
      <BackLink href={`#${rotaAddress('/rota', asked)}`}>Rota</BackLink>
      <PageHeading caption={data?.quarter.label}>Publish the drafts</PageHeading>
      <Failed failure={error} />
      {!data && !error && <Waiting />}
      {data && drafts.length === 0 && <p className="govuk-body">There is no draft in this quarter.</p>}
      {drafts.length > 0 && <Preview drafts={drafts} asked={asked} />}
    </>
  );
}

const drafts = (n: number) => (n === 1 ? 'One place' : `${count(n)} places`);

function Preview({ drafts: all, asked }: { drafts: readonly RotaPlace[]; asked: Asked }): ReactNode {
  const publish = useWrite('rota.publish');
  const ready = all.filter(({ objections }) => stops(objections).length === 0);
  const kept = all.filter(({ objections }) => stops(objections).length > 0);
  const send = async () => {
    const on = onward();
    const answer = await publish.run({ ...asked, ids: ready.map(({ id }) => id) });
    if (!answer.ok) return;
    const { published, left } = answer.value;
    say(
      left.length === 0
        ? `${drafts(published)} ${published === 1 ? 'is' : 'are'} published.`
        : `${drafts(published)} published; ${count(left.length)} stay drafts.`,
    );
    on(rotaAddress('/rota', asked));
  };
  return (
    <>
      {ready.length > 0 && (
        <section aria-labelledby="shown">
          <h2 className="govuk-heading-m" id="shown">
            What volunteers will then see
          </h2>
          <p className="govuk-body">
            The panel of each suite, and those who go, see this and nothing of what speaks for or against
            anybody.
          </p>
          <Table
            dense
            caption="Places that are published"
            captionHidden
            head={['Week of', 'Suite', 'Who goes']}
            rows={ready.map((place) => ({
              key: place.id,
              cells: [
                { content: dayWords(place.week), className: 'desk-nowrap' },
                place.suiteName,
                [
                  whoGoes(place),
                  ...(place.trainee ? [`with ${nameOf(place.trainee)} in training`] : []),
                  ...(place.tact ? ['TACT visit'] : []),
                ].join(', '),
              ],
            }))}
          />
          <Failed failure={publish.failure} />
          <Button type="button" disabled={publish.busy} onClick={() => void send()}>
            Publish {ready.length === 1 ? 'this place' : `these ${count(ready.length)} places`}
          </Button>
        </section>
      )}
      {kept.length > 0 && (
        <section aria-labelledby="kept">
          <h2 className="govuk-heading-m" id="kept">
            What stays a draft
          </h2>
          <p className="govuk-body">
            Something speaks against these that must not stand. Change who goes, or say why it stands all the
            same.
          </p>
          <ul className="desk-rota__list">
            {kept.map((place) => (
              <li key={place.id}>
                <a className="govuk-link" href={placeAddress(place.id)}>
                  {placeName(place)}
                </a>
                : {whoGoes(place)}.{' '}
                {stops(place.objections)
                  .map(({ text }) => `${text}.`)
                  .join(' ')}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
