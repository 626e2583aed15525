import { type FormEvent, type ReactNode, useState } from 'react';
import { useSearchParams } from 'wouter';
import { go } from './place.ts';

/** The right end of the header: finding, commands, who is at work, lock. */
export function Tools({
  person,
  obey,
}: {
  person: string | undefined;
  obey: (id: string) => void;
}): ReactNode {
  const [params] = useSearchParams();
  const [text, setText] = useState(params.get('text') ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) go(`/search?${new URLSearchParams({ text: text.trim() })}`);
  };
  return (
    <>
      <search>
        <form className="desk-find" onSubmit={submit}>
          <label className="govuk-visually-hidden" htmlFor="find">
            Find a visit, concern, suite, panel or person
          </label>
          <input
            id="find"
            className="govuk-input desk-find__box"
            type="search"
            placeholder="Find…"
            autoComplete="off"
            maxLength={200}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit">Find</button>
        </form>
      </search>
      <button type="button" onClick={() => obey('palette')} aria-keyshortcuts="Control+K">
        Commands
      </button>
      {person && <span>{person}</span>}
      <button type="button" onClick={() => obey('lock')} aria-keyshortcuts="Control+L">
        Lock
      </button>
    </>
  );
}
