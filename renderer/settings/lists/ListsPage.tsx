import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { ok } from '#shared/result.ts';
import { ListEditor } from './ListEditor.tsx';
import { type ReviewList, reviewLists } from './reviewLists.ts';

/** The lists that an office keeps for its reviews. */
export function ListsPage(): ReactNode {
  const settings = useRead('reviews.settings', {});
  const inUse = (list: ReviewList) =>
    settings.data && list.lines(settings.data).filter(({ retired }) => !retired).length;
  const rows = [
    {
      id: 'categories',
      title: 'Allegation categories',
      used: settings.data?.categories.filter((c) => !c.retired).length,
    },
    ...reviewLists.map((list) => ({ id: list.id, title: list.title, used: inUse(list) })),
  ];
  return (
    <>
      <BackLink href="#/settings">Settings</BackLink>
      <PageHeading>Lists of reviews</PageHeading>
      <Failed failure={settings.error} />
      <ul className="govuk-list">
        {rows.map(({ id, title, used }) => (
          <li key={id}>
            <a className="govuk-link" href={`#/settings/lists/${id}`}>
              {title}
            </a>
            {used !== undefined && ` (${used} offered)`}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One of them. */
export function ListPage(): ReactNode {
  const { list: id } = useParams();
  const list = reviewLists.find((one) => one.id === id);
  const settings = useRead('reviews.settings', {});
  return (
    <>
      <BackLink href="#/settings/lists">Lists of reviews</BackLink>
      <PageHeading>{list?.title ?? 'Lists of reviews'}</PageHeading>
      {!list && <p className="govuk-body">There is no such list.</p>}
      <Failed failure={settings.error} />
      {!settings.data && !settings.error && <Waiting />}
      {list && settings.data && <Edited key={list.id} list={list} settings={settings.data} />}
    </>
  );
}

function Edited({ list, settings }: { list: ReviewList; settings: Output<'reviews.settings'> }): ReactNode {
  const host = useHost();
  const set = useWrite('reviews.set');
  const { id: _, lines, set: setting, ...shown } = list;
  return (
    <ListEditor
      {...shown}
      lines={lines(settings)}
      call="reviews.set"
      save={(typed) => set.run({ set: setting(typed, settings) })}
      reload={async () => {
        const now = await host.call('reviews.settings', {});
        return now.ok ? ok(lines(now.value)) : now;
      }}
    />
  );
}
