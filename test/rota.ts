import { addDays, weekday } from '#shared/times.ts';
import { freshId, type Office } from './office.ts';

type Asked = Pick<Office, 'ask'>;

/** The Monday of a week so many weeks from this one. */
export const weekFromNow = (today: string, weeks: number): string =>
  addDays(today, 1 - weekday(today) + 7 * weeks);

/** A suite that wants so many visits a week. */
export const addWantedSuite = async (office: Asked, name: string, visits = 1): Promise<string> => {
  const id = freshId();
  const targets = [{ id: freshId(), from: '2020-01-01', visits, per: 'week' as const }];
  await office.ask('suites.save', {
    id,
    patch: [{ path: [], now: { id, name, statuses: [], targets } }],
  });
  return id;
};

type Volunteer = { vettingExpires?: string; status?: 'accredited' | 'probation' | 'training' };

/** A volunteer who can be placed: accredited long since, with vetting in date, unless it is said otherwise. */
export const addVolunteer = async (
  office: Asked,
  name: string,
  { vettingExpires = '2099-01-01', status = 'accredited' }: Volunteer = {},
): Promise<string> => {
  const id = freshId();
  const volunteer = { status, accredited: '2020-01-01', vettingExpires };
  await office.ask('people.save', {
    id,
    patch: [{ path: [], now: { id, name, roles: ['visitor'], volunteer } }],
  });
  return id;
};

/** Makes the person at work here one of the volunteers too. */
export const volunteersToo = async (office: Asked): Promise<string> => {
  const { person } = await office.ask('session.get', {});
  const volunteer = { status: 'accredited', accredited: '2020-01-01', vettingExpires: '2099-01-01' };
  await office.ask('people.save', {
    id: person.id,
    patch: [{ path: ['volunteer'], now: volunteer }],
  });
  return person.id;
};

type At = { suite: string; week: string; tact?: boolean; first?: string; second?: string; trainee?: string };

/** A place that its panel sees. */
export const plannedPlace = async (office: Asked, at: At): Promise<string> => {
  const { id } = await office.ask('rota.addPlace', at);
  await office.ask('rota.publish', { ids: [id] });
  return id;
};
