import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useState } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import { useSearch } from 'wouter';
import { z } from 'zod';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { useSession } from '#renderer/app/session.ts';
import { say } from '#renderer/app/state.ts';
import { problemsOf } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { given, neededDate, typedDate } from '#renderer/editing/typed.ts';
import { useKeptForm } from '#renderer/editing/useKeptForm.ts';
import {
  BackLink,
  Button,
  ErrorSummary,
  InsetText,
  PageHeading,
  Select,
  SendForm,
  Textarea,
  TextInput,
} from '#renderer/kit/index.ts';
import type { Input, Output } from '#shared/contract.ts';
import { words } from '#shared/records/common.ts';
import { reprisal } from '#shared/records/concern-next.ts';
import { parseDate } from '#shared/times.ts';
import { type ConcernForm, concernFieldNames, filing, toConcernForm } from './concernForm.ts';
import { FilingFields } from './FilingFields.tsx';
import { type Beginning, readBeginning } from './raising.ts';

const raiseForm = z.object({
  ...filing,
  suite: z.string(),
  raisedOn: neededDate('The day it was raised'),
  raisedBy: z.string(),
  matter: words.refine((text) => text.trim() !== '', 'Enter what was raised'),
});
type RaiseForm = z.infer<typeof raiseForm>;

/** A concern raised by hand: told by telephone, read between the lines of a report, asked for by an inspection. */
export function RaisePage(): ReactNode {
  const beginning = readBeginning(useSearch());
  const visit = useRead(
    'visits.get',
    { id: beginning.visit ?? '' },
    { wanted: beginning.visit !== undefined },
  );
  const session = useSession();
  const suites = useRead('suites.list', {});
  const people = useRead('people.list', {});
  const known = session.data && suites.data && people.data && (!beginning.visit || visit.data);
  const failure = visit.error ?? suites.error ?? people.error;
  return (
    <>
      <BackLink href={beginning.back}>{beginning.backText}</BackLink>
      <PageHeading>{beginning.reprisal ? 'Report a reprisal' : 'Raise a concern'}</PageHeading>
      <Failed failure={failure} />
      {known ? (
        <Raise
          beginning={beginning}
          today={session.data.today}
          me={session.data.person.id}
          suites={suites.data}
          people={people.data}
          visit={visit.data}
        />
      ) : (
        !failure && <Waiting />
      )}
    </>
  );
}

type RaiseProps = {
  beginning: Beginning;
  today: string;
  me: string;
  suites: Output<'suites.list'>;
  people: Output<'people.list'>;
  visit: Output<'visits.get'> | undefined;
};

/**
 * What the boxes begin with. Somebody who was made to pay for speaking to visitors is followed up by a record of its
 * own, never by a line in another concern: about treatment, under a topic of its own, and for the office only until the
 * person agrees to more.
 */
const begunWith = ({ beginning, today, me, visit }: RaiseProps): RaiseForm => ({
  ...toConcernForm(undefined),
  ...(beginning.reprisal && {
    area: 'treatment' as const,
    topic: reprisal,
    severity: 'high' as const,
    sharing: 'office' as const,
  }),
  ...(beginning.area && { area: beginning.area }),
  ...(beginning.severity && { severity: beginning.severity }),
  suite: visit?.visit.suite ?? beginning.suite ?? '',
  raisedOn: typedDate(visit?.visit.date ?? today),
  raisedBy: me,
  matter: beginning.matter,
});

function Raise(props: RaiseProps): ReactNode {
  const { beginning, me, suites, people } = props;
  const raise = useWrite('concerns.raise');
  const [id] = useState(newRecordId);
  const form = useForm<RaiseForm>({
    resolver: zodResolver(raiseForm),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
    defaultValues: begunWith(props),
  });
  const { register, handleSubmit, formState } = form;
  const sent = useKeptForm({
    name: `raise ${beginning.from.record ?? (beginning.reprisal ? 'reprisal' : 'new')}`,
    form,
  });
  const { errors } = formState;
  const problems = problemsOf(errors);
  const submit = handleSubmit(async (typed) => {
    const on = onward();
    const raised = await raise.run(raising(id, typed, beginning));
    if (!raised.ok) return;
    await sent();
    const { reference } = raised.value;
    say(reference ? `Concern ${reference} is raised.` : 'The concern is raised.');
    on(`/concerns/${id}`, { replace: true });
  });
  return (
    <SendForm aria-label="The concern" send={submit}>
      {problems.length > 0 && <ErrorSummary key={formState.submitCount} errors={problems} />}
      <Failed failure={raise.failure} />
      {beginning.reprisal && (
        <InsetText>
          A reprisal is something done to somebody because they spoke to visitors, or might. It is kept apart
          from what they had raised. Write nothing here that the person would not want known.
        </InsetText>
      )}
      <Textarea
        label="What was raised"
        hint="In the words in which it was said. No name, and no custody number: the report has it."
        rows={5}
        error={errors.matter?.message}
        {...register('matter')}
      />
      <Select
        label="Suite"
        options={[
          { value: '', text: 'No suite: it is about the force as a whole' },
          ...suites.map(({ id: value, name }) => ({ value, text: name })),
        ]}
        {...register('suite')}
        value={form.watch('suite')}
      />
      <TextInput
        label="Raised on"
        hint="For example 3/11/2022"
        width={10}
        autoComplete="off"
        error={errors.raisedOn?.message}
        {...register('raisedOn')}
      />
      <Select
        label="Raised by"
        hint="They will always see what becomes of it."
        options={[
          { value: me, text: 'Me' },
          ...people.filter((one) => one.id !== me).map(({ id: value, name }) => ({ value, text: name })),
        ]}
        {...register('raisedBy')}
        value={form.watch('raisedBy')}
      />
      <FilingFields form={form as unknown as UseFormReturn<ConcernForm>} />
      <Textarea
        label={`${concernFieldNames.publication} (can be left blank)`}
        hint="What may be printed: nothing by which a person could be known."
        rows={3}
        {...register('publication')}
      />
      <Button>{beginning.reprisal ? 'Report the reprisal' : 'Raise the concern'}</Button>
    </SendForm>
  );
}

const raising = (id: string, typed: RaiseForm, { from }: Beginning): Input<'concerns.raise'> => {
  const { area, severity, sharing, suite, raisedBy } = typed;
  const topic = given(typed.topic);
  const publication = given(typed.publication);
  return {
    id,
    from,
    raisedOn: parseDate(typed.raisedOn) as string,
    raisedBy,
    area,
    severity,
    sharing,
    matter: typed.matter.trim(),
    ...(suite && { suite }),
    ...(topic && { topic }),
    ...(publication && { publication }),
  };
};
