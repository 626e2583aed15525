import { z } from 'zod';
import { maybeName } from '#renderer/editing/typed.ts';
import { words } from '#shared/records/common.ts';
import { type Concern, concernAreas, severities } from '#shared/records/concern.ts';
import { worded } from '#shared/records/concern-moves.ts';
import { severityTitles } from '#shared/records/concern-titles.ts';
import { type Setting, topicsOf } from '#shared/records/setting.ts';
import { capital } from '#shared/text.ts';
import { sharingWords } from './words.tsx';

/** How a concern is filed, and its wording for publication, as they stand in their boxes. */
export const filing = {
  area: z.enum(concernAreas),
  topic: maybeName('The topic'),
  severity: z.enum(severities),
  sharing: z.enum(['custody', 'office']),
  publication: words,
};
export const concernForm = z.object(filing);
export type ConcernForm = z.infer<typeof concernForm>;

export const concernFieldNames = {
  area: 'Area',
  topic: 'Topic',
  severity: 'Severity',
  sharing: 'Who may read it',
  publication: 'Wording for publication',
};

export const toConcernForm = (c: Concern | undefined): ConcernForm => ({
  area: c?.area ?? 'conditions and facilities',
  topic: c?.topic ?? '',
  severity: c?.severity ?? 'routine',
  sharing: c?.sharing ?? 'custody',
  publication: c?.publication ?? '',
});

export const fromConcernForm = (typed: ConcernForm, base: Concern): Concern => worded(base, typed);

export const areaOptions = concernAreas.map((value) => ({ value, text: capital(value) }));
export const severityOptions = severities.map((value) => ({ value, text: severityTitles[value] }));
export const sharingItems = (['custody', 'office'] as const).map((value) => ({
  value,
  text: sharingWords[value],
}));

/** The topics of an area that are offered, and the one that stands there already although it is offered no more. */
export const topicOptions = (settings: Setting | undefined, area: string, standing: string) => {
  const offered = topicsOf(settings ?? {}).filter((one) => one.area === area && !one.retired);
  const names = [...new Set([...offered.map(({ name }) => name), ...(standing ? [standing] : [])])];
  return [{ value: '', text: 'No topic' }, ...names.map((name) => ({ value: name, text: name }))];
};
