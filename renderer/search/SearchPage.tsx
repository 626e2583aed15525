import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { PageHeading, Status, TextInput } from '#renderer/kit/index.ts';
import { Hits } from './Hits.tsx';
import { useSettled } from './useSettled.ts';

/** Fewer letters than this find everything, which is nothing. */
const fewest = 2;
const most = 50;

/** Records of every kind by a few letters, newest first, as they are typed. */
export function SearchPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('text') ?? '';
  const [text, setText] = useState(asked);
  const looked = useSettled(text.trim());
  const page = useRef<HTMLElement>(null);
  // Another search from the header, or going back, is another text for the box.
  useEffect(() => setText((typed) => (typed.trim() === asked ? typed : asked)), [asked]);
  const enough = looked.length >= fewest;
  const found = useRead('search.find', { text: looked, limit: most }, { wanted: enough, keep: true });
  const hits = enough ? found.data : undefined;

  const type = (typed: string) => {
    setText(typed);
    setSearch(typed.trim() ? { text: typed.trim() } : {}, { replace: true });
  };
  return (
    <search ref={page} aria-label="All records" onKeyDown={(event) => moveBetween(event, page.current)}>
      <PageHeading>Search</PageHeading>
      <TextInput
        id="search-text"
        label="Search for"
        hint="Visits, concerns, letters, record checks, plans, suites, panels and people, by two letters or more. The arrow keys move through what is found."
        type="search"
        autoComplete="off"
        maxLength={200}
        data-search-stop
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      <Failed failure={enough ? found.error : null} />
      <Status message={hits && inWords(hits.length)} />
      {hits && (
        <>
          <p className="govuk-body">{inWords(hits.length)}</p>
          <Hits hits={hits} />
        </>
      )}
    </search>
  );
}

const inWords = (number: number): string => {
  if (number === 0) return 'Nothing was found.';
  if (number === most) return `The newest ${most} are shown. More letters find less.`;
  return number === 1 ? 'One record was found.' : `${number} records were found.`;
};

/** Up and down go from the box through what is found and back. */
const moveBetween = (event: KeyboardEvent, page: HTMLElement | null): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !page) return;
  const stops = [...page.querySelectorAll<HTMLElement>('[data-search-stop]')];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
  if (!next || !stops.includes(document.activeElement as HTMLElement)) return;
  event.preventDefault();
  next.focus();
};
