import { capital } from '#shared/text.ts';
import type { CaseShown } from './parts.ts';

/** The number of a case as its page says it. */
export const caseNumber = ({ case: c }: Pick<CaseShown, 'case'>): string =>
  c.reference ?? c.imported?.reference ?? 'No number yet';

/** What a case is called: what it is, and whom it is from. */
export const caseName = ({ case: c, from }: Pick<CaseShown, 'case' | 'from'>): string =>
  from ? `${capital(c.kind)}: ${from.name}` : capital(c.kind);
