import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useMay } from '#renderer/editing/useMay.ts';
import { ButtonGroup, ButtonLink, PageHeading, Select, Status, TextInput } from '#renderer/kit/index.ts';
import { useSettled } from '#renderer/search/useSettled.ts';
import { count } from '#shared/numbers.ts';
import { PeoplePlaces } from './PeoplePlaces.tsx';
import { PeopleTable } from './PeopleTable.tsx';

const shows = [
  { value: 'active', text: 'Active' },
  { value: 'joining', text: 'Asking to join' },
  { value: 'left', text: 'Left' },
  { value: 'all', text: 'Everyone' },
] as const;

/** The people of the scheme. What is looked for is part of the place, so that going back finds it again. */
export function PeoplePage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const [text, setText] = useState(search.get('text') ?? '');
  const panel = search.get('panel') ?? '';
  const show = shows.find(({ value }) => value === search.get('show'))?.value ?? 'active';
  const may = useMay('people.save');
  const mayAdd = useMay('volunteers.add');
  const mayDevices = useMay('hub.people');
  const panels = useRead('panels.list', {});
  const looked = useSettled(text.trim());
  const people = useRead(
    'people.list',
    { show, ...(looked && { text: looked }), ...(panel && { panel }) },
    { keep: true },
  );
  const found =
    people.data && `${count(people.data.length)} ${people.data.length === 1 ? 'person' : 'people'}`;
  const change = (name: string, value: string) => {
    const query = new URLSearchParams({ text, panel, show, [name]: value });
    for (const key of ['text', 'panel', 'show']) if (!query.get(key)) query.delete(key);
    setSearch(query, { replace: true });
  };
  return (
    <>
      <PageHeading>People</PageHeading>
      <PeoplePlaces />
      <div className="desk-screen-only">
        <ButtonGroup>
          {may && (
            <ButtonLink href="#/people/new" kind="secondary">
              Add a person
            </ButtonLink>
          )}
          {mayAdd && (
            <ButtonLink href="#/people/enquiry" kind="secondary">
              Add somebody who asks to join
            </ButtonLink>
          )}
        </ButtonGroup>
      </div>
      {mayDevices && (
        <p className="govuk-body desk-screen-only">
          <a className="govuk-link" href="#/people/devices">
            People and devices: invite, unlock, revoke
          </a>
        </p>
      )}
      <search className="desk-filters desk-screen-only">
        <TextInput
          label="Name"
          id="people-name"
          type="search"
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            change('text', event.target.value);
          }}
        />
        <Select
          label="Panel"
          id="people-panel"
          value={panel}
          options={[
            { value: '', text: 'All panels' },
            ...(panels.data ?? []).map(({ id, name }) => ({ value: id, text: name })),
          ]}
          onChange={(event) => change('panel', event.target.value)}
        />
        <Select
          label="Show"
          id="people-show"
          value={show}
          options={shows.filter(({ value }) => value !== 'joining' || mayAdd)}
          onChange={(event) => change('show', event.target.value)}
        />
      </search>
      <Failed failure={people.error} />
      {!people.data && !people.error && <Waiting />}
      <Status message={found} />
      {people.data?.length === 0 && <p className="govuk-body">Nobody fits.</p>}
      {people.data && people.data.length > 0 && (
        <PeopleTable people={people.data} caption={found ?? 'People'} />
      )}
    </>
  );
}
