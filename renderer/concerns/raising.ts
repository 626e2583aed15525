import type { Input } from '#shared/contract.ts';
import { type ConcernArea, type ConcernSeverity, concernAreas, severities } from '#shared/records/concern.ts';

/** What a concern is raised from by hand, as its address says, and where one came from. */
export type Beginning = {
  from: Input<'concerns.raise'>['from'];
  /** The report in which it was seen. */
  visit: string | undefined;
  suite: string | undefined;
  /** Somebody paid for speaking to visitors. */
  reprisal: boolean;
  /** What a record check found, in words to begin with, and how the form files it. */
  matter: string;
  area: ConcernArea | undefined;
  severity: ConcernSeverity | undefined;
  back: string;
  backText: string;
};

const ids = /^[0-9a-f-]{36}$/;

/**
 * Reads the address: `?visit=` a report, `?check=` a record check, `?plan=` a recommendation; `?suite=`, `?reprisal=yes`, and
 * of a check what it found: `?matter=`, `?area=`, `?severity=`.
 */
export const readBeginning = (search: string): Beginning => {
  const params = new URLSearchParams(search);
  const id = (name: string): string | undefined => {
    const text = params.get(name);
    return text && ids.test(text) ? text : undefined;
  };
  const common = {
    visit: id('visit'),
    suite: id('suite'),
    reprisal: params.get('reprisal') === 'yes',
    matter: (params.get('matter') ?? '').slice(0, 1_000),
    area: concernAreas.find((one) => one === params.get('area')),
    severity: severities.find((one) => one === params.get('severity')),
  };
  const [visit, check, plan] = [id('visit'), id('check'), id('plan')];
  if (visit)
    return {
      ...common,
      from: { kind: 'coordinator', record: visit },
      back: `#/visits/${visit}`,
      backText: 'The report',
    };
  if (check)
    return {
      ...common,
      from: { kind: 'recordCheck', record: check },
      back: `#/checks/${check}`,
      backText: 'The record check',
    };
  return {
    ...common,
    from: plan ? { kind: 'plan', record: plan } : { kind: 'coordinator' },
    back: '#/concerns',
    backText: 'All concerns',
  };
};
