import { isolated } from '#shared/bidi.ts';
import { caseNumber, provisionalNumber } from '#shared/cases/number.ts';
import { capital } from '#shared/text.ts';
import type { CaseShown } from './parts.ts';

/** The number of a case as its page says it: until the office has given one, what it goes by here. */
export const numberShown = ({ case: c }: Pick<CaseShown, 'case'>): string => {
  const number = caseNumber(c);
  return number === provisionalNumber(c.id) ? `${number}, until the office numbers it` : number;
};

/** What a case is called: what it is, and whom it is from. */
export const caseName = ({ case: c, from }: Pick<CaseShown, 'case' | 'from'>): string =>
  from ? `${capital(c.kind)}: ${isolated(from.name)}` : capital(c.kind);
