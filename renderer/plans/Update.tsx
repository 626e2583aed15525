import { type FormEvent, type ReactNode, useState } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { useWords } from '#renderer/editing/useWords.ts';
import { Button, Select, Textarea } from '#renderer/kit/index.ts';
import { type PlanStatus, planStatuses } from '#shared/records/plan.ts';
import { capital } from '#shared/text.ts';

/** Says where a recommendation stands now. The words are kept as they are typed. */
export function Update({ id, status }: { id: string; status: PlanStatus }): ReactNode {
  const words = useWords(id, 'update');
  const update = useWrite('plans.update');
  const [to, setTo] = useState(status);
  if (!words) return <Waiting />;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await update.run({ id, status: to, words: words.text });
    if (!answer.ok) return;
    await words.sent();
    say('The update is added.');
  };
  return (
    <form noValidate aria-label="Add an update" className="desk-screen-only" onSubmit={(e) => void submit(e)}>
      <h3 className="govuk-heading-s">Add an update</h3>
      <Failed failure={update.failure} />
      <Select
        label="Where it stands now"
        id="status"
        value={to}
        onChange={({ target }) => setTo(target.value as PlanStatus)}
        options={planStatuses.map((value) => ({ value, text: capital(value) }))}
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
      <Button disabled={update.busy}>Add the update</Button>
    </form>
  );
}
