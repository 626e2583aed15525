import { heading, type PaperDocument, paragraph } from '#shared/letters/document.ts';
import type { Disposal } from '#shared/records/disposal.ts';
import { dayWords } from '#shared/times.ts';

export const itemTypes = {
  caseFile: 'Case of correspondence',
  review: 'Complaint review',
  contact: 'Entry in the register of people',
} as const satisfies Record<Disposal['items'][number]['type'], string>;

export const certificateHeads = ['Number', 'What it was', 'Class', 'Kept from', 'Until', 'Authority'];

/** One destroyed record as a certificate says it: an entry of the register has no number, and is named by its id alone. */
export const certificateCells = (item: Disposal['items'][number]): string[] => [
  item.reference ?? item.id,
  itemTypes[item.type],
  item.class,
  dayWords(item.from),
  dayWords(item.due),
  item.authority ?? 'None said',
];

/** What was destroyed of a disposal that was carried out. */
export const destroyedItems = ({ items, carriedOut }: Disposal): Disposal['items'] => {
  const kept = new Set(carriedOut?.kept.map(({ id }) => id));
  return items.filter(({ id }) => !kept.has(id));
};

/** The certificate of a disposal: what was destroyed when on whose word, and not a word of what was in it. */
export const certificate = (
  d: Disposal,
  { body, names }: { body: string; names: Readonly<Record<string, string>> },
): PaperDocument => {
  const name = (id: string | undefined) => (id && names[id]) || 'somebody who is not known here';
  const rows = destroyedItems(d).map(certificateCells);
  const { carriedOut, decided } = d;
  return {
    title: `Certificate of destruction, ${body}, ${carriedOut?.on ?? d.on}`,
    by: body,
    notice: null,
    wide: true,
    blocks: [
      heading('Certificate of destruction'),
      paragraph(body),
      paragraph(
        `Proposed by ${name(d.by)} on ${dayWords(d.on)}, approved by ${name(decided?.by)} on ${dayWords(decided?.on ?? d.on)}, carried out by ${name(carriedOut?.by)} on ${dayWords(carriedOut?.on ?? d.on)}. Certificate ${d.id}.`,
      ),
      rows.length > 0
        ? { kind: 'table', head: certificateHeads, widths: [18, 22, 18, 14, 14, 14], rows }
        : paragraph('Nothing was destroyed.'),
      ...(carriedOut && carriedOut.kept.length > 0
        ? [
            heading('Kept after all', 2),
            ...d.items
              .filter(({ id }) => carriedOut.kept.some((one) => one.id === id))
              .map((item) =>
                paragraph(
                  `${item.reference ?? item.id}: ${carriedOut.kept.find(({ id }) => id === item.id)?.why}`,
                ),
              ),
          ]
        : []),
      heading('Where it may still lie', 2),
      ...(carriedOut?.outstanding ?? []).map(paragraph),
      paragraph(
        'A laptop destroys it when it next syncs. Backups, and files or papers that were taken out of the application, are destroyed by those who keep them.',
      ),
    ],
  };
};
