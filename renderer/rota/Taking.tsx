import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { Button, ButtonGroup } from '#renderer/kit/index.ts';
import type { RotaPlace } from '#shared/rota-views.ts';
import { nameOf, notSettled, pairOf, placeName } from './words.tsx';

type TakingProps = {
  place: RotaPlace;
  mayTake: boolean;
  against: readonly string[];
  main?: boolean;
};

/** Takes the empty half of a place, or goes instead of whoever looks for cover. Who is heard of first has it. */
export function Taking({ place, mayTake, against, main = false }: TakingProps): ReactNode {
  const take = useWrite('rota.takePlace');
  const run = async (instead?: string) => {
    const answer = await take.run({ id: place.id, ...(instead && { instead }) });
    if (answer.ok) say(answer.value.settled ? 'The place is yours.' : `You take this place. ${notSettled}`);
  };
  const pair = pairOf(place);
  const seeking = pair.filter(({ id }) => place.cover.includes(id));
  const kind = main ? undefined : 'secondary';
  const about = <span className="govuk-visually-hidden">: {placeName(place)}</span>;
  return (
    <>
      {against.length > 0 && (
        <p className="govuk-body">
          {!mayTake && 'You cannot take it. '}
          {against.map((text) => `${text}.`).join(' ')}
        </p>
      )}
      <Failed failure={take.failure} />
      {mayTake && (
        <ButtonGroup>
          {pair.length < 2 && (
            <Button type="button" kind={kind} disabled={take.busy} onClick={() => void run()}>
              {pair[0] ? `Go with ${nameOf(pair[0])}` : 'Take this place'}
              {about}
            </Button>
          )}
          {seeking.map((person) => (
            <Button
              key={person.id}
              type="button"
              kind={kind}
              disabled={take.busy}
              onClick={() => void run(person.id)}
            >
              Go instead of {nameOf(person)}
              {about}
            </Button>
          ))}
        </ButtonGroup>
      )}
    </>
  );
}
