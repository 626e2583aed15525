import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Failed } from '#renderer/app/Failed.tsx';
import { say } from '#renderer/app/state.ts';
import { problemsOf } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { maybeDate, maybeTime, neededDate, neededName } from '#renderer/editing/typed.ts';
import { useKeptForm } from '#renderer/editing/useKeptForm.ts';
import {
  Button,
  ErrorSummary,
  Select,
  SendForm,
  Textarea,
  TextInput,
  TimeInput,
} from '#renderer/kit/index.ts';
import type { Failure } from '#shared/errors.ts';
import { words } from '#shared/records/common.ts';
import { parseDate, parseTime } from '#shared/times.ts';

/** One box of a small form: its name, what stands beside it, and how it is filled. */
export type Box = {
  name: string;
  label: string;
  hint?: string;
  kind: 'line' | 'words' | 'day' | 'time' | 'choice';
  /** What is missing, as a sentence: “Enter …”. Left out, it may stay blank. */
  needed?: string;
  begins?: string;
  options?: readonly { value: string; text: string }[];
};

/** What was typed, as records have it: days and times in their own form, a blank left out. */
export type Said = Readonly<Record<string, string | undefined>>;

type SmallFormProps = {
  /** What it is for and the record it belongs to: what is typed is kept under this name. */
  name: string;
  label: string;
  boxes: readonly Box[];
  button: string;
  /** What is said once it was done. */
  done: string;
  /** Its button is the main one of the page. */
  main?: boolean;
  failure: Failure | null;
  /** Sends it; the id is the same however often it is pressed, until it went. Whether it was taken. */
  send: (said: Said, id: string) => Promise<boolean>;
};

const shapeOf = ({ kind, label, needed }: Box) => {
  if (kind === 'day') return needed ? neededDate(label) : maybeDate(label);
  if (kind === 'time')
    return needed ? maybeTime(label).refine((text) => text !== '', needed) : maybeTime(label);
  if (kind === 'line' && needed) return neededName(needed.replace(/^Enter /, ''));
  return needed ? words.refine((text) => text.trim() !== '', needed) : words;
};

const saidIn = ({ kind }: Box, text: string): string | undefined => {
  const typed = text.trim();
  if (kind === 'day') return parseDate(typed);
  if (kind === 'time') return parseTime(typed);
  return typed || undefined;
};

/** A few boxes and a button, kept as they are typed, so that closing the window loses none of it. */
export function SmallForm(props: SmallFormProps): ReactNode {
  const { name, label, boxes, button, done, main = false, failure, send } = props;
  const [id, setId] = useState(newRecordId);
  const blank = Object.fromEntries(boxes.map((box) => [box.name, box.begins ?? '']));
  const form = useForm<Record<string, string>>({
    resolver: zodResolver(z.object(Object.fromEntries(boxes.map((box) => [box.name, shapeOf(box)])))),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
    defaultValues: blank,
  });
  const sent = useKeptForm({ name, form });
  const { errors, submitCount } = form.formState;
  const idOf = (box: string) => `${name.replace(/\s+/g, '-')}-${box}`;
  const problems = problemsOf(errors).map((one) => ({ ...one, id: idOf(one.id) }));
  const submit = form.handleSubmit(async (typed) => {
    const said = Object.fromEntries(boxes.map((box) => [box.name, saidIn(box, typed[box.name] ?? '')]));
    if (!(await send(said, id))) return;
    setId(newRecordId());
    await sent(blank);
    say(done);
  });
  return (
    <SendForm aria-label={label} send={submit}>
      {problems.length > 0 && <ErrorSummary key={submitCount} errors={problems} />}
      <Failed failure={failure} />
      {boxes.map((box) => (
        <BoxOf
          key={box.name}
          box={box}
          field={{
            ...form.register(box.name),
            id: idOf(box.name),
            error: errors[box.name]?.message,
            hint: box.hint,
          }}
        />
      ))}
      <Button {...(!main && { kind: 'secondary' })}>{button}</Button>
    </SendForm>
  );
}

type BoxProps = {
  box: Box;
  field: { name: string; id: string; error: string | undefined; hint: string | undefined };
};

function BoxOf({ box: { kind, label, options = [] }, field }: BoxProps): ReactNode {
  switch (kind) {
    case 'words':
      return <Textarea label={label} rows={3} maxLength={30_000} {...field} />;
    case 'day':
      return <TextInput label={label} width={10} autoComplete="off" {...field} />;
    case 'time':
      return <TimeInput label={label} {...field} />;
    case 'choice':
      return <Select label={label} options={[...options]} {...field} />;
    default:
      return <TextInput label={label} autoComplete="off" {...field} />;
  }
}
