import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { dayWords } from '#renderer/dates.ts';
import { Button, Card, ConfirmDialog } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Contact } from '#shared/records/contact.ts';
import { inSentence } from '#shared/text.ts';
import { fieldNames, Said } from './words.tsx';

type MergedProps = { one: Contact; names: Readonly<Record<string, string>> };

/** A record that turned out to be of the same person, as it was, and how it is taken apart again. */
export function Merged({ one, names }: MergedProps): ReactNode {
  const unmerge = useWrite('contacts.unmerge');
  const [asking, setAsking] = useState(false);
  const { merging } = one;
  const undo = async () => {
    setAsking(false);
    const answer = await unmerge.run({ id: one.id });
    if (!answer.ok) return;
    const kept = answer.value.kept.map((field) => inSentence(fieldNames[field]));
    say(
      kept.length > 0
        ? `They are two again. What was changed since stays as it is: ${kept.join(', ')}.`
        : 'They are two again, each as they were.',
    );
  };
  return (
    <Card title={one.name} headingLevel={3}>
      {merging && (
        <p className="govuk-body">
          Merged on {dayWords(merging.on)}
          {names[merging.by] && ` by ${isolated(names[merging.by] ?? '')}`}. Its cases and reviews name this
          person.
        </p>
      )}
      <Said contact={one} />
      <Failed failure={unmerge.failure} />
      <Button type="button" kind="secondary" disabled={unmerge.busy} onClick={() => setAsking(true)}>
        Undo the merge<span className="govuk-visually-hidden"> of {one.name}</span>
      </Button>
      {asking && (
        <ConfirmDialog
          title={`Undo the merge of ${isolated(one.name)}?`}
          confirm="Undo the merge"
          onConfirm={() => void undo()}
          onCancel={() => setAsking(false)}
        >
          They are two people again, each with their own cases and reviews. What was taken over is given back,
          unless somebody has changed it since.
        </ConfirmDialog>
      )}
    </Card>
  );
}
