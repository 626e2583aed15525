import { type ReactNode, useState } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import { BackLink, Button, ButtonGroup, Checkboxes, PageHeading, Tag } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { capital } from '#shared/text.ts';
import { type Asked, rotaAddress, useAsked } from './address.ts';
import { weeksOf } from './Beside.tsx';
import { nameOf, weekWords } from './words.tsx';

type Proposal = Output<'rota.propose'>;
type Proposed = Proposal['places'][number];

/** The same pair at the same suite in the same week is the same proposal, also when it is worked out anew. */
const keyOf = ({ id, suite, week, tact, people }: Proposed): string =>
  [id, suite, week, tact, ...people.map((one) => one.id)].join(' ');

/** Pairs for what is open, each with why. Nothing of it is written until somebody takes it, and then as a draft. */
export function ProposePage(): ReactNode {
  const asked = useAsked();
  const proposal = useRead('rota.propose', asked);
  const { data, error } = proposal;
  return (
    <>
      <BackLink href={`#${rotaAddress('/rota', asked)}`}>Rota</BackLink>
      <PageHeading>Proposed pairs</PageHeading>
      <p className="govuk-body">
        For every visit that is wanted and has no pair: from what volunteers said of their weeks, who may go
        where, and who went with whom before. What you take becomes a draft that only those who plan see, and
        you can change all of it.
      </p>
      <Failed failure={error} />
      {!data && !error && <Waiting what="Working out the pairs…" />}
      {data && <Choose proposal={data} asked={asked} />}
    </>
  );
}

function Choose({ proposal, asked }: { proposal: Proposal; asked: Asked }): ReactNode {
  const draft = useWrite('rota.draft');
  const [without, setWithout] = useState<readonly string[]>([]);
  const { places, gaps } = proposal;
  const chosen = places.filter((place) => !without.includes(keyOf(place)));
  const take = async () => {
    const on = onward();
    const answer = await draft.run({
      places: chosen.map(({ id, suite, week, tact, people }) => ({
        ...(id && { id }),
        suite,
        week,
        ...(tact && { tact }),
        people: people.map((one) => one.id),
      })),
    });
    if (!answer.ok) return;
    say(
      chosen.length === 1
        ? 'One pair is taken as a draft.'
        : `${count(chosen.length)} pairs are taken as drafts.`,
    );
    on(rotaAddress('/rota', asked));
  };
  // A long list has it at both ends: to take all at once, and to take what was read through.
  const offer = (kind?: 'secondary') => (
    <ButtonGroup>
      <Button
        type="button"
        kind={kind}
        disabled={draft.busy || chosen.length === 0}
        onClick={() => void take()}
      >
        {chosen.length === places.length
          ? `Take all ${count(places.length)} as drafts`
          : `Take the ${count(chosen.length)} chosen as drafts`}
      </Button>
      <button
        type="button"
        className="desk-link-button"
        onClick={() => setWithout(without.length < places.length ? places.map(keyOf) : [])}
      >
        {without.length < places.length ? 'Choose none' : 'Choose all'}
      </button>
    </ButtonGroup>
  );
  return (
    <>
      {places.length === 0 && <p className="govuk-body">No pair can be proposed.</p>}
      <Failed failure={draft.failure} />
      {places.length > 0 && offer()}
      {[...Map.groupBy(places, ({ week }) => week)].map(([week, inWeek]) => {
        const keys = inWeek.map(keyOf);
        return (
          <Checkboxes
            key={week}
            name={`week-${week}`}
            legend={weekWords(week)}
            legendSize="s"
            values={keys.filter((key) => !without.includes(key))}
            onValues={(values) =>
              setWithout([
                ...without.filter((key) => !keys.includes(key)),
                ...keys.filter((key) => !values.includes(key)),
              ])
            }
            items={inWeek.map((place) => ({
              value: keyOf(place),
              text: (
                <>
                  {isolated(place.suiteName)}: {place.people.map(nameOf).join(' and ')}{' '}
                  {place.tact && <Tag colour="purple">TACT</Tag>}
                </>
              ),
              // The pair stands above already.
              hint: `${capital(place.why.replace(/^[^:]*: /, ''))}.`,
            }))}
          />
        );
      })}
      {places.length > 0 && offer('secondary')}
      <StillOpen gaps={gaps} />
    </>
  );
}

function StillOpen({ gaps }: { gaps: Proposal['gaps'] }): ReactNode {
  return (
    <section aria-labelledby="still-open">
      <h2 className="govuk-heading-m" id="still-open">
        What stays open
      </h2>
      {gaps.length === 0 ? (
        <p className="govuk-body">Nothing: with these pairs every visit that is wanted is made.</p>
      ) : (
        <ul className="desk-rota__list">
          {gaps.map((gap, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one suite may have several alike
            <li key={i}>
              <strong className="desk-rota__what">
                {isolated(gap.suiteName)}: {weeksOf(gap.weeks)}
                {gap.tact && ', TACT'}
              </strong>
              {gap.with && ` Somebody to go with ${nameOf(gap.with)}.`} {gap.why}.
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
