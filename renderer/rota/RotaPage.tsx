import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { ButtonGroup, ButtonLink, PageHeading } from '#renderer/kit/index.ts';
import { ReminderMails } from '#renderer/letters/RotaMails.tsx';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { listed } from '#shared/rota/words.ts';
import { type Asked, rotaAddress, useAsked } from './address.ts';
import { Beside } from './Beside.tsx';
import { Chosen } from './Chosen.tsx';
import { RotaTable, standing } from './RotaTable.tsx';

/** The rota of a quarter: who visits which suite in which week. Nowhere a day, nowhere a time. */
export function RotaPage(): ReactNode {
  const asked = useAsked();
  const { data, error } = useRead('rota.get', asked, { keep: true });
  return (
    <>
      <PageHeading caption={data?.quarter.label}>Rota</PageHeading>
      <Failed failure={error} />
      {data ? (
        <>
          <Chosen rota={data} asked={asked} />
          <p className="govuk-body">
            A place of the rota is a suite, a week and a pair. On which day and at what time they go, its pair
            alone knows.
          </p>
          {data.plans && <p className="govuk-body">{summary(data)}</p>}
          <Ways rota={data} asked={asked} />
          <h2 className="govuk-heading-m">By week and suite</h2>
          <RotaTable rota={data} />
          {data.plans && <Beside rota={data} asked={asked} />}
        </>
      ) : (
        !error && <Waiting />
      )}
    </>
  );
}

const places = (n: number) => `${count(n)} ${n === 1 ? 'place' : 'places'}`;

/** How far the quarter is planned. */
const summary = (rota: Output<'rota.get'>): string => {
  const of = (state: string) => standing(rota).filter((place) => place.state === state).length;
  const wanted = rota.suites.reduce((sum, suite) => sum + suite.wanted, 0);
  const [planned, drafts] = [of('planned'), of('draft')];
  const parts = [
    `${places(planned)} ${planned === 1 ? 'is' : 'are'} planned`,
    ...(drafts > 0
      ? [`${count(drafts)} ${drafts === 1 ? 'is a draft' : 'are drafts'} that only you see`]
      : []),
    rota.gaps.length === 0
      ? 'nothing wanted is open'
      : `${count(rota.gaps.length)} wanted ${rota.gaps.length === 1 ? 'visit has' : 'visits have'} no pair`,
  ];
  return `${count(wanted)} ${wanted === 1 ? 'visit is' : 'visits are'} wanted this quarter: ${listed(parts)}.`;
};

/** What is done next stands as the one main button: filling gaps before showing what is filled. */
function Ways({ rota, asked }: { rota: Output<'rota.get'>; asked: Asked }): ReactNode {
  const to = (page: string) => `#${rotaAddress(page, { ...asked, quarter: rota.quarter.id })}`;
  const drafts = rota.places.some(({ state }) => state === 'draft');
  const gaps = rota.gaps.length > 0;
  return (
    <div className="desk-screen-only">
      <ButtonGroup>
        {rota.plans && gaps && <ButtonLink href={to('/rota/propose')}>Propose pairs</ButtonLink>}
        {rota.plans && drafts && (
          <ButtonLink href={to('/rota/publish')} {...(gaps && { kind: 'secondary' })}>
            Publish the drafts
          </ButtonLink>
        )}
        {rota.plans && (
          <ButtonLink href={to('/rota/new')} kind="secondary">
            Add a place by hand
          </ButtonLink>
        )}
        <ButtonLink
          href={`#${rotaAddress(`/rota/print/${rota.quarter.id}`, asked.panel ? { panel: asked.panel } : {})}`}
          kind="secondary"
        >
          Print or save
        </ButtonLink>
      </ButtonGroup>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href="#/rota/mine">
            My own places, and when I am free
          </a>
        </li>
        {rota.plans && (
          <li>
            <a
              className="govuk-link"
              href={`#${rotaAddress('/rota/without', asked.panel ? { panel: asked.panel } : {})}`}
            >
              Weeks that passed without a report
            </a>
          </li>
        )}
      </ul>
      {rota.plans && <ReminderMails rota={rota} />}
    </div>
  );
}
