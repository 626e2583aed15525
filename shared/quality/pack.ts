import type { z } from 'zod';
import type { qualityPack } from '#shared/calls/quality.ts';
import { type Block, heading, type PaperDocument, paragraph } from '#shared/letters/document.ts';
import { capital } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';
import { linkWords } from './links.ts';

export type Pack = z.infer<typeof qualityPack>;
type PackCriterion = Pack['levels'][number]['criteria'][number];

/** What shows that a criterion is met: a fact that is proven, or evidence that somebody gave. */
const isEvidenced = ({ fact, evidence }: Pick<PackCriterion, 'fact' | 'evidence'>): boolean =>
  fact?.proven === true || evidence.length > 0;

/** What the pack does not show, in sentences: whoever assesses it is told before they ask. */
export const gapsOf = (levels: Pack['levels'], facts: Pack['facts']): string[] => [
  ...levels.flatMap(({ level, criteria }) =>
    criteria
      .filter((one) => !isEvidenced(one))
      .map(
        ({ number, status }) =>
          `${level} ${number}: nothing shows it${status === 'met' ? ', although it is said to be met' : ''}.`,
      ),
  ),
  ...facts
    .filter(({ proven }) => !proven)
    .map(({ title }) => `${title}: the records of this period do not show it.`),
];

const shows = ({ fact, evidence }: PackCriterion): string =>
  [
    ...(fact?.proven ? [fact.sentence] : []),
    ...evidence.map(({ on, words, title, link }) =>
      [`${dayWords(on)}: ${words}`, title, link && linkWords(link)].filter(Boolean).join('; '),
    ),
  ].join('\n') || 'Not evidenced.';

/** The pack as a document: by level what is asked, where it stands and what shows it, then every fact with its figures. */
export const packDocument = (pack: Pack): PaperDocument => ({
  title: `Quality evidence, ${pack.period.label}`,
  by: pack.body,
  notice: pack.notice,
  wide: true,
  blocks: [
    heading(`Quality evidence, ${pack.period.label}`),
    paragraph(pack.body),
    ...pack.levels.flatMap(({ level, criteria }): Block[] => [
      heading(level, 2),
      {
        kind: 'table',
        head: ['Number', 'Criterion', 'Status', 'What was said of it', 'What shows it'],
        widths: [7, 27, 10, 22, 34],
        rows: criteria.map((one) => [
          one.number,
          one.text,
          capital(one.status),
          one.said ? `${dayWords(one.said.on)}: ${one.said.words}` : '',
          shows(one),
        ]),
      },
    ]),
    heading('What is not evidenced', 2),
    ...(pack.gaps.length === 0
      ? [paragraph('Every criterion has something that shows it.')]
      : pack.gaps.map(paragraph)),
    heading('What the records prove', 2),
    ...pack.facts.flatMap((fact): Block[] => [
      heading(fact.title, 3),
      paragraph(fact.sentence),
      ...(fact.figures.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              head: ['What', 'Figure'],
              widths: [70, 30],
              rows: fact.figures.map(({ title, display }) => [title, display]),
            },
          ]),
      paragraph(fact.definition),
    ]),
  ],
});
