import type { Input } from '#shared/contract.ts';

/** What a concern is raised from by hand, as its address says, and where one came from. */
export type Beginning = {
  from: Input<'concerns.raise'>['from'];
  /** The report in which it was seen. */
  visit: string | undefined;
  suite: string | undefined;
  /** Somebody paid for speaking to visitors. */
  reprisal: boolean;
  back: string;
  backText: string;
};

const ids = /^[0-9a-f-]{36}$/;

/** Reads the address: `?visit=` a report, `?check=` a record check, `?plan=` a recommendation; `?suite=`, `?reprisal=yes`. */
export const readBeginning = (search: string): Beginning => {
  const params = new URLSearchParams(search);
  const id = (name: string): string | undefined => {
    const text = params.get(name);
    return text && ids.test(text) ? text : undefined;
  };
  const common = { visit: id('visit'), suite: id('suite'), reprisal: params.get('reprisal') === 'yes' };
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
