import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { problemsOf } from '#renderer/editing/EditForm.tsx';
import { given } from '#renderer/editing/typed.ts';
import { useKeptForm } from '#renderer/editing/useKeptForm.ts';
import { Button, ErrorSummary, Select, SendForm, Textarea } from '#renderer/kit/index.ts';
import type { RotaPlace } from '#shared/rota-views.ts';
import { nameOf, pairOf, placeName } from './words.tsx';

const swapForm = z.object({
  /** The place one would take, and whose it is. */
  takes: z.string().min(1, 'Choose whose place you would take'),
  words: z.string().trim().max(30_000),
});
const blank = { takes: '', words: '' };

/** Asks somebody of the panel to exchange their place for this one. Both move once they said yes, or neither. */
export function AskSwap({ place }: { place: RotaPlace }): ReactNode {
  const mine = useRead('rota.mine', {});
  const ask = useWrite('rota.askSwap');
  const form = useForm({
    resolver: zodResolver(swapForm),
    defaultValues: blank,
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { register, handleSubmit, formState } = form;
  const sent = useKeptForm({ name: `swap ${place.id}`, form });
  if (!mine.data) return mine.error ? <Failed failure={mine.error} /> : <Waiting />;
  const { person, others } = mine.data;
  const options = others
    .filter((other) => other.id !== place.id && other.week !== place.week)
    .flatMap((other) =>
      pairOf(other)
        .filter(({ id }) => id !== person)
        .map((holder) => ({
          value: `${other.id} ${holder.id}`,
          text: `${nameOf(holder)}: ${placeName(other)}`,
        })),
    );
  const problems = problemsOf(formState.errors);
  const submit = handleSubmit(async ({ takes, words }) => {
    const [other = '', holder = ''] = takes.split(' ');
    const said = given(words);
    const answer = await ask.run({
      gives: place.id,
      takes: other,
      with: holder,
      ...(said && { words: said }),
    });
    if (!answer.ok) return;
    await sent(blank);
    say('They are asked. Nothing changes before they have said yes.');
  });
  return (
    <section aria-labelledby="exchange">
      <h2 className="govuk-heading-m" id="exchange">
        Exchange it
      </h2>
      {options.length === 0 ? (
        <p className="govuk-body">Nobody of your panel has a place in another week.</p>
      ) : (
        <SendForm aria-label="Exchange it" send={submit}>
          {problems.length > 0 && <ErrorSummary key={formState.submitCount} errors={problems} />}
          <Failed failure={ask.failure} />
          <Select
            key={options.length}
            label="Whose place would you take for it?"
            error={formState.errors.takes?.message}
            options={[{ value: '', text: 'Choose' }, ...options]}
            {...register('takes')}
          />
          <Textarea
            label="What you say to them (may be left blank)"
            hint="No day and no time: visits are unannounced."
            rows={2}
            {...register('words')}
          />
          <Button kind="secondary">Ask them to exchange</Button>
        </SendForm>
      )}
    </section>
  );
}
