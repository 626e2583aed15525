import type { PaperDocument } from '#shared/letters/document.ts';
import { printable } from '#shared/letters/merge.ts';
import type { RotaPlace } from '#shared/rota-views.ts';
import { dayWords } from '#shared/times.ts';

/** What a rota that is handed round is made of. */
type RotaPaper = {
  quarter: { label: string };
  weeks: readonly string[];
  suites: readonly { id: string; name: string; notOpen: readonly string[] }[];
  places: readonly RotaPlace[];
  panels: readonly { id: string; name: string }[];
  body: string;
  notice: string | null;
};

/** What is handed round: what volunteers see, so neither drafts nor what came to nothing. */
export const handedRound = <P extends Pick<RotaPlace, 'state'>>(places: readonly P[]): P[] =>
  places.filter(({ state }) => state === 'planned');

const cellOf = ({ first, second, trainee, tact, cover }: RotaPlace): string => {
  const name = (person: RotaPlace['first']) => {
    if (!person) return '________________';
    return `${person.name ?? 'Somebody of another panel'}${cover.includes(person.id) ? ' (looks for cover)' : ''}`;
  };
  return [
    ...(tact ? ['TACT visit'] : []),
    name(first),
    name(second),
    ...(trainee ? [`${trainee.name ?? 'Somebody'} (in training)`] : []),
  ].join('\n');
};

/**
 * The rota of a quarter on paper: a week in each row, a suite in each column, and lines to write on where somebody is
 * still looked for. It has no day and no time, since paper is left lying about.
 */
export const rotaDocument = (rota: RotaPaper, panel?: string): PaperDocument => {
  const { quarter, weeks, suites, body, notice, panels } = rota;
  const places = handedRound(rota.places);
  const of = panels.find(({ id }) => id === panel)?.name;
  const title = printable([`Rota, ${quarter.label}`, of].filter(Boolean).join(': '));
  const cells = (week: string) =>
    suites.map(({ id, notOpen }) => {
      const here = places.filter((place) => place.week === week && place.suite === id);
      return here.length === 0 && notOpen.includes(week) ? 'Not open' : here.map(cellOf).join('\n\n');
    });
  return {
    title,
    by: body,
    notice,
    wide: true,
    blocks: [
      { kind: 'heading', text: title },
      {
        kind: 'paragraph',
        text: printable(
          `${body}. A week is named by its Monday. On which day and at what time they go, each pair alone knows, and it is written nowhere.`,
        ),
      },
      {
        kind: 'table',
        head: ['Week of', ...suites.map(({ name }) => printable(name))],
        widths: [12, ...suites.map(() => 88 / Math.max(1, suites.length))],
        rows: weeks.map((week) => [dayWords(week).replaceAll(' ', '\u00a0'), ...cells(week).map(printable)]),
      },
    ],
  };
};
