import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { momentOf } from '#renderer/dates.ts';
import { Button, ErrorSummary, NotificationBanner, Radios, SendForm, Textarea } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Contested } from '#shared/sync/views.ts';
import { recordAddress } from './addresses.ts';
import { type Decision, settlementOf, textsOf } from './settling.ts';

type ConflictFormProps = { contested: Contested; onSettled: () => void };

const stays = 'stays';
const another = 'another';

/** One question: what stands, what each person answered and when, and the choice between them. */
export function ConflictForm({ contested, onSettled }: ConflictFormProps): ReactNode {
  const { id, type, record, title, question, values, standingWords, standingBy } = contested;
  const queries = useQueryClient();
  const settle = useWrite('sync.settle');
  const [chosen, setChosen] = useState<string | null>(null);
  const texts = textsOf(contested);
  const [written, setWritten] = useState<string>();
  const words = written ?? [...new Set(texts)].join('\n\n');
  const [attempt, setAttempt] = useState(0);
  const [moved, setMoved] = useState(false);
  const group = `choice-${id}`;
  const own = `words-${id}`;
  const wrong = attempt > 0 ? wrongIn(chosen, words, group, own) : [];

  const submit = async () => {
    setAttempt(attempt + 1);
    setMoved(false);
    if (chosen === null || wrongIn(chosen, words, group, own).length > 0) return;
    const answer = await settle.run(settlementOf(contested, decisionOf(chosen, words)));
    if (answer.ok) onSettled();
    else if (meanwhile.includes(answer.error.tag)) {
      setMoved(true);
      setChosen(null);
      setAttempt(0);
      await queries.invalidateQueries({ queryKey: ['sync.conflicts'] });
    }
  };
  const address = recordAddress(type, record);
  return (
    <SendForm className="desk-conflict" aria-labelledby={`heading-${id}`} send={submit}>
      {wrong.length > 0 && <ErrorSummary key={attempt} errors={wrong} />}
      <h2 className="govuk-heading-m" id={`heading-${id}`}>
        <span className="govuk-caption-m">{title}</span> {question}
      </h2>
      {moved ? (
        <NotificationBanner role="alert" title="Look again" titleId={`moved-${id}`}>
          <p className="govuk-notification-banner__heading">
            Something else came meanwhile, so nothing was settled. Below is how it stands now. Choose again.
          </p>
        </NotificationBanner>
      ) : (
        <Failed failure={settle.failure} />
      )}
      <Radios
        name={group}
        legend="Which answer stands?"
        legendSize="s"
        value={chosen}
        error={wrong.find((w) => w.id === group)?.text}
        onChange={(event) => setChosen(event.target.value)}
        items={[
          {
            value: stays,
            text: standingBy
              ? `What stands now: ${isolated(standingBy.name)}, ${momentOf(standingBy.at)}`
              : 'What stands now',
            hint: <Words text={standingWords} />,
          },
          ...values.map((value) => ({
            value: value.id,
            text: `${isolated(value.byName)}, ${momentOf(value.at)}`,
            hint: (
              <>
                {value.deviceName && <span className="desk-conflict__device">on {value.deviceName}</span>}
                <Words text={value.words} />
              </>
            ),
          })),
          texts && {
            value: another,
            text: 'Another text that uses both',
            conditional: (
              <Textarea
                id={own}
                label="The text that shall stand"
                rows={6}
                value={words}
                error={wrong.find((w) => w.id === own)?.text}
                onChange={(event) => setWritten(event.target.value)}
              />
            ),
          },
        ]}
      />
      <Button kind="secondary">
        {settle.busy ? 'Settling…' : 'Settle this question'}
        <span className="govuk-visually-hidden"> on {question}</span>
      </Button>
      {address && (
        <p className="govuk-body">
          <a className="govuk-link" href={address}>
            Look at the whole record
            <span className="govuk-visually-hidden">, {title}</span>
          </a>
        </p>
      )}
    </SendForm>
  );
}

/** The failures that mean that something came while the person was choosing. */
const meanwhile: readonly string[] = ['movedOn', 'changedElsewhere', 'notFound'];

/** A whole answer, however long, as it was typed. */
function Words({ text }: { text: string }): ReactNode {
  return <span className="desk-conflict__words">{text || 'Nothing'}</span>;
}

const decisionOf = (chosen: string, words: string): Decision => {
  if (chosen === stays) return { stays: true };
  return chosen === another ? { words: words.trim() } : { value: chosen };
};

const wrongIn = (chosen: string | null, words: string, group: string, own: string) => {
  if (chosen === null) return [{ id: group, text: 'Choose which answer stands' }];
  return chosen === another && !words.trim() ? [{ id: own, text: 'Write the text that shall stand' }] : [];
};
