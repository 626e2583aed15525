import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import { ListEditor } from '#renderer/settings/lists/ListEditor.tsx';
import { linesOf, withLines } from '#renderer/settings/lists/listForm.ts';
import type { Output } from '#shared/contract.ts';
import { ok } from '#shared/result.ts';
import { Standards } from './Standards.tsx';

/** The lists that an office keeps for its correspondence. Cases name their lines by their words. */
const lists = [
  {
    id: 'themes',
    title: 'Themes',
    one: 'theme',
    hint: 'What cases are about. Trends are told by them; a case keeps the name it was given.',
    most: 300,
  },
  {
    id: 'constituencies',
    title: 'Constituencies',
    one: 'constituency',
    hint: 'Parliamentary constituencies of the office’s area.',
    most: 100,
  },
  {
    id: 'figures',
    title: 'Monthly figures',
    one: 'figure',
    hint: 'What is typed in month by month with its source, such as subscribers or posts.',
    most: 100,
  },
  {
    id: 'outcomes',
    title: 'Outcomes',
    one: 'outcome',
    hint: 'How a case may end.',
    most: 100,
  },
] as const;
type List = (typeof lists)[number];

/** What an office sets for its correspondence. */
export function CaseSettingsPage(): ReactNode {
  const settings = useRead('cases.settings', {});
  return (
    <>
      <BackLink href="#/cases">Correspondence</BackLink>
      <PageHeading>Settings of correspondence</PageHeading>
      <Failed failure={settings.error} />
      {!settings.data && !settings.error && <Waiting />}
      {settings.data && (
        <>
          <ul className="govuk-list">
            {lists.map(({ id, title }) => (
              <li key={id}>
                <a className="govuk-link" href={`#/settings/correspondence/${id}`}>
                  {title}
                </a>{' '}
                ({settings.data[id].filter(({ retired }) => !retired).length} offered)
              </li>
            ))}
            <li>
              <a className="govuk-link" href="#/settings/correspondence/retention">
                Retention schedule
              </a>
            </li>
          </ul>
          <h2 className="govuk-heading-m">Standards and approval by kind</h2>
          <Standards kinds={settings.data.kinds} />
        </>
      )}
    </>
  );
}

/** One of its lists. */
export function CaseListPage(): ReactNode {
  const { list: id } = useParams();
  const list = lists.find((one) => one.id === id);
  const settings = useRead('cases.settings', {});
  return (
    <>
      <BackLink href="#/settings/correspondence">Settings of correspondence</BackLink>
      <PageHeading>{list?.title ?? 'Settings of correspondence'}</PageHeading>
      {!list && <p className="govuk-body">There is no such list.</p>}
      <Failed failure={settings.error} />
      {!settings.data && !settings.error && <Waiting />}
      {list && settings.data && <Edited key={list.id} list={list} settings={settings.data} />}
    </>
  );
}

type Settings = Output<'cases.settings'>;

function Edited({ list, settings }: { list: List; settings: Settings }): ReactNode {
  const host = useHost();
  const set = useWrite('cases.set');
  const { id, ...shown } = list;
  return (
    <ListEditor
      {...shown}
      lines={linesOf(settings[id], 'name')}
      call="cases.set"
      save={(typed) => set.run({ set: { [id]: withLines(typed, settings[id], 'name') } })}
      reload={async () => {
        const now = await host.call('cases.settings', {});
        return now.ok ? ok(linesOf(now.value[id], 'name')) : now;
      }}
    />
  );
}
