import { type ReactNode, useState } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { say } from '#renderer/app/state.ts';
import { Button, Select, SendForm, Textarea } from '#renderer/kit/index.ts';
import type { Failure } from '#shared/errors.ts';
import { capital } from '#shared/text.ts';
import { useWords } from './useWords.ts';

type StatusFormProps<S extends string> = {
  id: string;
  status: S;
  statuses: readonly S[];
  failure: Failure | null;
  /** Adds the update; true once it is kept. */
  send: (status: S, words: string) => Promise<boolean>;
};

/** Says where something stands now, with words that are kept as they are typed; what was said before stays. */
export function StatusForm<S extends string>(props: StatusFormProps<S>): ReactNode {
  const { id, status, statuses, failure, send } = props;
  const words = useWords(id, 'update');
  const [to, setTo] = useState(status);
  if (!words) return <Waiting />;
  const submit = async () => {
    if (!(await send(to, words.text))) return;
    await words.sent();
    say('The update is added.');
  };
  return (
    <SendForm aria-label="Add an update" className="desk-screen-only" send={submit}>
      <h3 className="govuk-heading-s">Add an update</h3>
      <Failed failure={failure} />
      <Select
        label="Where it stands now"
        id="status"
        value={to}
        onChange={({ target }) => setTo(target.value as S)}
        options={statuses.map((value) => ({ value, text: capital(value) }))}
      />
      <Textarea
        label="What is said of it (may be left blank)"
        id="update"
        rows={3}
        maxLength={30_000}
        value={words.text}
        onChange={({ target }) => words.write(target.value)}
        onBlur={() => words.hurry()}
      />
      <Button>Add the update</Button>
    </SendForm>
  );
}
