import { z } from 'zod';
import { given } from '#renderer/editing/typed.ts';
import type { RotaPlace } from '#shared/rota-views.ts';

/** Who goes, as it is changed by hand; the reason is why it stands although something speaks against it. */
export type Going = {
  first?: string;
  second?: string;
  trainee?: string;
  tact?: boolean;
  reason?: string;
};

export const placeForm = z.object({
  first: z.string(),
  second: z.string(),
  trainee: z.string(),
  tact: z.boolean(),
  reason: z.string().trim().max(30_000, 'The reason must have at most 30,000 characters'),
});
export type PlaceForm = z.infer<typeof placeForm>;

export const placeFieldNames = {
  first: 'First of the pair',
  second: 'Second of the pair',
  trainee: 'In training, beside the pair',
  tact: 'TACT visit',
  reason: 'Why it stands all the same',
};

export const goingOf = ({ first, second, trainee, tact }: RotaPlace): Going => ({
  ...(first && { first: first.id }),
  ...(second && { second: second.id }),
  ...(trainee && { trainee: trainee.id }),
  ...(tact && { tact }),
});

export const toPlaceForm = (going: Going | undefined): PlaceForm => ({
  first: going?.first ?? '',
  second: going?.second ?? '',
  trainee: going?.trainee ?? '',
  tact: going?.tact ?? false,
  reason: going?.reason ?? '',
});

export const fromPlaceForm = ({ first, second, trainee, tact, reason }: PlaceForm): Going => {
  const why = given(reason);
  return {
    ...(first && { first }),
    ...(second && { second }),
    ...(trainee && { trainee }),
    ...(tact && { tact }),
    ...(why && { reason: why }),
  };
};
