import { beginningId } from '#shared/ids.ts';
import type { CaseSettingsOf } from '#shared/records/case-settings.ts';
import { defaultRetention } from './retention.ts';

const list = (of: string, names: readonly string[]) =>
  names.map((name) => ({ id: beginningId(of, name), name }));

/** The themes that an office begins with: what people have written about most, and what the force answers for. */
export const defaultThemes = list('theme', [
  'Road safety',
  'Antisocial behaviour',
  'Police contact',
  'Local policing',
  'Rural crime',
  'Domestic abuse',
  'Drugs',
  'Fraud and online crime',
  'Hate crime',
  'Mental health',
  'Stop and search',
  'Victims and witnesses',
  'Budget and precept',
  'The Commissioner and the office',
]);

/** How a case may end, as an office begins. */
export const defaultOutcomes = list('outcome', [
  'Answered',
  'Passed on',
  'Signposted',
  'No reply needed',
  'No reply possible',
  'Withdrawn',
  'Noted',
]);

/** The lists of correspondence as an office has set them; what it did not set is as it began. */
export const caseListsOf = ({ cases = {} }: { cases?: CaseSettingsOf | undefined }) => ({
  kinds: cases.kinds ?? {},
  themes: cases.themes ?? defaultThemes,
  constituencies: cases.constituencies ?? [],
  outcomes: cases.outcomes ?? defaultOutcomes,
  figures: cases.figures ?? [],
  retention: cases.retention ?? defaultRetention,
  termEnds: cases.termEnds ?? [],
});
