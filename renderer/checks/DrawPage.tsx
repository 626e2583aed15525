import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import {
  BackLink,
  Button,
  ErrorSummary,
  FileUpload,
  PageHeading,
  Select,
  SendForm,
  Textarea,
  TextInput,
} from '#renderer/kit/index.ts';
import { readNumbers } from '#shared/checks/sampling.ts';
import type { Failure } from '#shared/errors.ts';
import { type Cohort, cohorts } from '#shared/records/record-check.ts';
import { capital } from '#shared/text.ts';
import { parseDate } from '#shared/times.ts';
import { ReadList } from './ReadList.tsx';

type Typed = {
  list: string;
  cohort: string;
  from: string;
  to: string;
  suite: string;
  size: string;
  seed: string;
};
type Wrong = { id: keyof Typed; text: string };

const problemsOf = ({ list, cohort, from, to, size, seed }: Typed): Wrong[] => {
  const found: Wrong[] = [];
  const wrong = (id: keyof Typed, text: string) => found.push({ id, text });
  const [begin, end] = [parseDate(from), parseDate(to)];
  if (readNumbers(list).numbers.length === 0) wrong('list', 'Paste the custody numbers, or choose a file');
  if (!cohort) wrong('cohort', 'Choose whose records they are');
  if (!begin) wrong('from', 'Enter the first day, like 1/7/2026');
  if (!end || (begin && end < begin)) wrong('to', 'Enter the last day, not before the first');
  if (!/^\d{1,3}$/.test(size.trim()) || Number(size) < 1 || Number(size) > 200)
    wrong('size', 'Enter how many to draw, from 1 to 200');
  if (!seed.trim()) wrong('seed', 'Enter a seed, such as a few words');
  return found;
};

/** Draws custody records to be read, by chance, from a list that is not kept. */
export function DrawPage(): ReactNode {
  const host = useHost();
  const suites = useRead('suites.list', {});
  const [id] = useState(newRecordId);
  const [typed, setTyped] = useState<Typed>(() => ({
    list: '',
    cohort: '',
    from: '',
    to: '',
    suite: '',
    size: '10',
    seed: newRecordId().slice(-8),
  }));
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const wrong = attempt > 0 ? problemsOf(typed) : [];
  const errorOf = (field: keyof Typed) => wrong.find((one) => one.id === field)?.text;
  const set = (some: Partial<Typed>) => setTyped((was) => ({ ...was, ...some }));
  const field = (name: keyof Typed) => ({
    id: name,
    name,
    value: typed[name],
    error: errorOf(name),
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
  });
  const submit = async () => {
    const on = onward();
    setAttempt(attempt + 1);
    if (problemsOf(typed).length > 0) return;
    const answer = await host.call('checks.draw', {
      id,
      list: typed.list,
      cohort: typed.cohort as Cohort,
      from: parseDate(typed.from) ?? '',
      to: parseDate(typed.to) ?? '',
      ...(typed.suite && { suite: typed.suite }),
      size: Number(typed.size),
      seed: typed.seed.trim(),
    });
    if (answer.ok) on(`/checks/samples/${id}`);
    else setFailure(answer.error);
  };
  return (
    <SendForm autoComplete="off" send={submit}>
      <BackLink href="#/checks/samples">Samples</BackLink>
      {wrong.length > 0 && <ErrorSummary key={attempt} errors={wrong} />}
      <PageHeading>Draw a sample</PageHeading>
      <Failed failure={failure} />
      <p className="govuk-body">
        Numbers are drawn by chance, each as likely as any other. Only the drawn numbers are kept, not the
        list.
      </p>
      <Textarea
        {...field('list')}
        label="Custody record numbers"
        hint="One in each line, or the text of a file with a column of them."
        rows={8}
      />
      <FileUpload
        id="file"
        label="Or take them from a file (.csv or .txt)"
        accept=".csv,.txt,text/csv,text/plain"
        onChange={({ target }) => {
          void target.files?.[0]?.text().then((list) => set({ list }));
        }}
      />
      <ReadList text={typed.list} />
      <Select
        {...field('cohort')}
        label="Whose records are they?"
        options={[
          { value: '', text: 'Not chosen yet' },
          ...cohorts.map((value) => ({ value, text: capital(value) })),
        ]}
      />
      <TextInput {...field('from')} label="Detained from" hint="For example 1/7/2026" width={10} />
      <TextInput {...field('to')} label="Until" width={10} />
      <Select
        {...field('suite')}
        label="Suite"
        options={[
          { value: '', text: 'Several' },
          ...(suites.data ?? []).map((s) => ({ value: s.id, text: s.name })),
        ]}
      />
      <TextInput {...field('size')} label="How many to draw" width={4} inputMode="numeric" />
      <TextInput
        {...field('seed')}
        label="Seed"
        hint="The same list and seed draw the same again, so that anybody can look whether the draw was fair."
        width={20}
        maxLength={200}
      />
      <Button>Draw</Button>
    </SendForm>
  );
}
