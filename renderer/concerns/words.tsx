import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { Tag, type TagColour } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { concernShows } from '#shared/concern-views.ts';
import type {
  ConcernSeverity,
  ConcernState,
  concernSources,
  Finding,
  PoliceAnswer,
} from '#shared/records/concern.ts';
import { concernStateTitles, severityTitles } from '#shared/records/concern-titles.ts';

const stateColours: Readonly<Record<ConcernState, TagColour>> = {
  raised: 'yellow',
  addressed: 'grey',
  resolved: 'green',
  coordinator: 'orange',
  escalated: 'purple',
  answered: 'teal',
  checked: 'green',
  closed: 'grey',
};

const severityColours: Readonly<Record<ConcernSeverity, TagColour>> = {
  immediate: 'red',
  high: 'orange',
  routine: 'grey',
};

export const sourceWords: Readonly<Record<(typeof concernSources)[number], string>> = {
  visit: 'Visit',
  recordCheck: 'Custody record check',
  plan: 'Recommendation',
  coordinator: 'By hand',
};

export const findingWords: Readonly<Record<Finding, string>> = {
  'put right': 'put right',
  'not put right': 'not put right',
  'could not check': 'could not check',
};

export const viaWords: Readonly<Record<PoliceAnswer['via'], string>> = {
  letter: 'by letter',
  sheet: 'on the monthly sheet',
  'in person': 'in person',
  telephone: 'by telephone',
};

export const sharingWords = {
  custody: 'Custody may read it',
  office: 'For the office only',
} as const;

/** What a list of concerns can be narrowed to. */
export const showWords: Readonly<Record<(typeof concernShows)[number], string>> = {
  open: 'Open concerns',
  all: 'All concerns',
  urgent: 'Immediate and serious',
  late: 'Answer overdue',
  reprisal: 'Reprisals',
  ...concernStateTitles,
  raised: 'Raised, not taken on',
  answered: 'Answered, not checked',
};

export function StateTag({ state }: { state: ConcernState }): ReactNode {
  return <Tag colour={stateColours[state]}>{concernStateTitles[state]}</Tag>;
}

export function SeverityTag({ severity }: { severity: ConcernSeverity }): ReactNode {
  return <Tag colour={severityColours[severity]}>{severityTitles[severity]}</Tag>;
}

/** What a concern is called where it has no number yet: its suite and its day. */
export const concernName = (suite: string | null | undefined, raisedOn: string): string =>
  [isolated(suite || 'No suite'), dayWords(raisedOn)].join(', ');

/** The beginning of what was said, to the end of a word. */
export const shortened = (text: string, most = 110): string => {
  const line = text.replaceAll('\n', ' ');
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 40 ? cut.lastIndexOf(' ') : most)} …`;
};
