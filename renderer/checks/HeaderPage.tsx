import type { FormEvent, ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { BackLink, Button, PageHeading, Select, Textarea, TextInput } from '#renderer/kit/index.ts';
import { checkReasons, cohorts, isDipSample } from '#shared/records/record-check.ts';
import { capital } from '#shared/text.ts';
import { withFields } from './draft.ts';
import { TypedBox } from './TypedBox.tsx';
import { checkName, OnCheck, type OpenCheck } from './useCheck.tsx';
import { useDips } from './useDips.ts';

const blank = { value: '', text: 'Not chosen yet' };
const choices = (values: readonly string[]) => [
  blank,
  ...values.map((value) => ({ value, text: capital(value) })),
];

/** Whose record it is and where: what figures are told by. */
export function HeaderPage(): ReactNode {
  return <OnCheck>{(open) => <Header open={open} />}</OnCheck>;
}
export function CorrectHeaderPage(): ReactNode {
  return <OnCheck correct>{(open) => <Header open={open} />}</OnCheck>;
}

function Header({ open }: { open: OpenCheck }): ReactNode {
  const { keeper, draft, base } = open;
  const { check } = draft;
  const dips = useDips();
  const suites = useRead('suites.list', {});
  const set = (some: Parameters<typeof withFields>[1], when: 'now' | 'soon' = 'now') =>
    keeper.change((was) => withFields(was, some), when);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keeper.hurry();
    go(`${base}/timeline`);
  };
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <BackLink href={`#${base}`}>What there is to do</BackLink>
      <PageHeading caption={checkName(check)}>The record</PageHeading>
      <TextInput
        id="custodyNumber"
        label="Custody record number"
        hint="Never a name, a date of birth or an offence."
        width={20}
        maxLength={50}
        value={check.custodyNumber ?? ''}
        onChange={({ target }) => set({ custodyNumber: target.value || undefined }, 'soon')}
        onBlur={() => keeper.hurry()}
      />
      <Select
        id="suite"
        label="Suite"
        value={check.suite ?? ''}
        onChange={({ target }) => set({ suite: target.value || undefined })}
        options={[blank, ...(suites.data ?? []).map(({ id, name }) => ({ value: id, text: name }))]}
      />
      <Select
        id="cohort"
        label="Whose record is it?"
        hint="Some questions are asked of some cohorts alone."
        value={check.cohort ?? ''}
        onChange={({ target }) => set({ cohort: (target.value || undefined) as typeof check.cohort })}
        options={choices(cohorts)}
      />
      <Select
        id="reason"
        label="Why is it read?"
        value={check.reason ?? ''}
        onChange={({ target }) => set({ reason: (target.value || undefined) as typeof check.reason })}
        options={choices(
          checkReasons.filter((reason) => dips || !isDipSample({ reason }) || isDipSample(check)),
        )}
      />
      <TypedBox
        open={open}
        kind="day"
        id="checkedOn"
        label="Day on which it was read"
        hint="For example 27/3/2026"
        value={check.checkedOn}
        onValue={(was, checkedOn) => withFields(was, { checkedOn })}
      />
      <Textarea
        id="summary"
        label="Anything else that should be known"
        value={check.summary ?? ''}
        onChange={({ target }) => set({ summary: target.value || undefined }, 'soon')}
        onBlur={() => keeper.hurry()}
      />
      <Button>Continue</Button>
    </form>
  );
}
