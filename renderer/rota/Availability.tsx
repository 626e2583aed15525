import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import type { KeeperMeans } from '#renderer/editing/keeper.ts';
import { later } from '#renderer/editing/kept.ts';
import { useKept } from '#renderer/editing/useKept.ts';
import type { Host, Output } from '#shared/contract.ts';
import { ok } from '#shared/result.ts';
import { applyPatch } from '#shared/sync/patch.ts';
import { notSettled, shortWeek, weekWords } from './words.tsx';

type Of = Output<'rota.mine'>['availability'][number];
type Said = 'free' | 'away';
/** What somebody said, by Monday; of a week that is not in it they said nothing. */
type Free = { weeks: Record<string, Said> };

const words = { free: 'Free', away: 'Away', nothing: 'Not said' } as const;
const choices = Object.keys(words) as (keyof typeof words)[];

const weeksSaid = (weeks: Readonly<Record<string, Said | null>>): Free => ({
  weeks: Object.fromEntries(
    Object.entries(weeks).filter((entry): entry is [string, Said] => entry[1] !== null),
  ),
});

/** What somebody said of a quarter: their own, or as those who plan have it of somebody else. */
const means =
  (quarter: string, person: string, own: boolean) =>
  (host: Host): KeeperMeans<Free> => ({
    groups: [],
    later,
    // What was just chosen here stands: somebody is still at it.
    contest: (draft, conflicts) =>
      applyPatch(
        draft,
        conflicts.map(({ path, now, current }) => ({
          path,
          ...(current !== undefined && { was: current }),
          ...(now !== undefined && { now }),
        })),
      ).document,
    read: async () => {
      if (own) {
        const mine = await host.call('rota.mine', {});
        if (!mine.ok) return mine;
        const weeks = mine.value.availability.find((one) => one.quarter.id === quarter)?.weeks ?? [];
        return ok(weeksSaid(Object.fromEntries(weeks.map(({ week, said }) => [week, said]))));
      }
      const rota = await host.call('rota.get', { quarter });
      if (!rota.ok) return rota;
      return ok(weeksSaid(rota.value.volunteers.find(({ id }) => id === person)?.weeks ?? {}));
    },
    send: async (was, now) => {
      const all = [...new Set([...Object.keys(was.weeks), ...Object.keys(now.weeks)])];
      const changed = all.filter((week) => was.weeks[week] !== now.weeks[week]);
      const weeks = Object.fromEntries(changed.map((week) => [week, now.weeks[week] ?? null]));
      return host.call('rota.sayAvailability', { quarter, weeks, ...(!own && { person }) });
    },
  });

type AvailabilityProps = {
  quarter: Of['quarter'];
  weeks: readonly { week: string; goes: boolean }[];
  unsettled?: boolean;
  person: string;
  /** The name of whoever told it, where it is somebody else's that is noted. */
  of?: string;
  /** Weeks that are over are not asked about. */
  from: string;
};

/** A row for each week, a choice in each row: arrow keys choose, Tab goes to the next week. Saved as it is chosen. */
export function Availability(props: AvailabilityProps): ReactNode {
  const { quarter, weeks, unsettled, person, of, from } = props;
  const { keeper, kept, failure } = useKept(
    `availability ${person} ${quarter.id}`,
    means(quarter.id, person, of === undefined),
  );
  const asked = weeks.filter(({ week }) => week >= from);
  if (asked.length === 0) return null;
  if (!keeper || !kept) return failure ? <Failed failure={failure} /> : <Waiting />;
  const { draft } = kept;
  const choose = (chosen: readonly string[], to: keyof typeof words) =>
    keeper.change(({ weeks: before }) => {
      const others = Object.entries(before).filter(([week]) => !chosen.includes(week));
      const added = to === 'nothing' ? [] : chosen.map((week) => [week, to] as const);
      return { weeks: Object.fromEntries([...others, ...added]) };
    }, 'now');
  const silent = asked.map(({ week }) => week).filter((week) => draft.weeks[week] === undefined);
  const name = of === undefined ? quarter.label : `${of}, ${quarter.label}`;
  return (
    <div className="desk-rota__free">
      <table className="govuk-table">
        <caption className="govuk-table__caption govuk-table__caption--s">{name}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              Week of
            </th>
            {choices.map((choice) => (
              <th key={choice} scope="col" className="govuk-table__header">
                {words[choice]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {asked.map(({ week, goes }) => (
            <tr key={week} className="govuk-table__row">
              <th scope="row" className="govuk-table__header">
                {shortWeek(week)}
                {goes && (
                  <span className="desk-rota__line">{of === undefined ? 'You go' : 'Goes'} that week</span>
                )}
              </th>
              {choices.map((choice) => (
                <td key={choice} className="govuk-table__cell">
                  <label>
                    <input
                      type="radio"
                      name={`free-${quarter.id}-${week}`}
                      aria-label={`${weekWords(week)}: ${words[choice]}`}
                      checked={(draft.weeks[week] ?? 'nothing') === choice}
                      onChange={() => choose([week], choice)}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {silent.length > 0 && (
        <ul className="govuk-list">
          {(['free', 'away'] as const).map((choice) => (
            <li key={choice}>
              <button type="button" className="desk-link-button" onClick={() => choose(silent, choice)}>
                {words[choice]} in every week that nothing is said of
                <span className="govuk-visually-hidden">, {name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Failed failure={kept.failure} />
      {unsettled && <p className="govuk-body-s">{notSettled}</p>}
    </div>
  );
}
