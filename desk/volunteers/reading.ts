import { readAll, readRecord, readRecords } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { knownTo, type Person } from '#shared/records/person.ts';
import {
  type Interest,
  type PersonFile,
  personContactId,
  personFileId,
} from '#shared/records/person-file.ts';
import { fail, ok } from '#shared/result.ts';
import { isServing, runsOut, standingOf, takenBy } from '#shared/volunteers/standing.ts';
import { emptyFile } from '#shared/volunteers/way.ts';
import type { Context, Reads } from '../context.ts';
import { whereFilesAre } from '../files.ts';
import { isKnown } from '../known.ts';
import { inventedNotice, settings } from '../office.ts';
import { mayMake, sees } from '../rights.ts';
import { actorOf, holdsOneOf } from '../session.ts';
import { leftBehind } from './left-behind.ts';

export const noPerson = { tag: 'notFound', what: 'person' } as const;

/** What the office keeps of somebody; without a file yet, an empty one. */
export const fileOf = (r: Reader, ctx: Context, person: string): PersonFile => {
  const id = personFileId(ctx.identity.office, person);
  return readRecord(r, 'personFile', id)?.document ?? emptyFile(id, person);
};

/** Whoever runs the panel somebody is of, or all of the scheme. */
const runs = (r: Reader, ctx: Context, { panel }: Person): boolean => {
  const actor = actorOf(r, ctx);
  if (holdsOneOf(actor, ['coordinator'])) return true;
  const own = readRecord(r, 'person', ctx.identity.person)?.document;
  return holdsOneOf(actor, ['panel-coordinator']) && panel !== undefined && own?.panel === panel;
};

const interestsOf = (r: Reader, person: string): Interest[] =>
  readRecords(
    r,
    'interest',
    r.all(sql.selectFrom('interest').select('id').where('person', '=', person)).map(({ id }) => id),
  )
    .map(({ document }) => document)
    .sort((a, b) => (a.declared < b.declared ? -1 : 1));

const namesOf = (r: Reader, { file, interests }: { file: PersonFile | null; interests: Interest[] }) => {
  const people = [
    ...[...(file?.steps ?? []), ...(file?.reviews ?? [])].map(({ by }) => by),
    ...interests.flatMap(({ other, checked }) => [other, checked?.by]),
  ].filter((id) => id !== undefined);
  const suites = interests.flatMap(({ suite }) => suite ?? []);
  const named = (type: 'person' | 'suite', ids: string[]) =>
    readRecords(r, type, [...new Set(ids)]).map(({ document }): [string, string] => [
      document.id,
      document.name,
    ]);
  return Object.fromEntries([...named('person', people), ...named('suite', suites)]);
};

/** Where the papers of a file are, and whether the office has it: a store that is its own office has what it holds. */
const filesOf = (r: Reader, file: PersonFile) => {
  const held = readRecord(r, 'personFile', file.id);
  return {
    files: whereFilesAre(r, 'personFile', file),
    isWithOffice: held ? held.version !== null : null,
  };
};

const heardBefore = (r: Reader): string[] =>
  [...new Set(readAll(r, 'personFile').flatMap(({ heard }) => heard ?? []))].sort((a, b) =>
    a.localeCompare(b, 'en-GB'),
  );

export const volunteerReads = {
  'volunteers.get': (r, { id }, ctx) => {
    const person = readRecord(r, 'person', id)?.document;
    if (!person || !isKnown(r, ctx, person)) return fail(noPerson);
    const mine = id === ctx.identity.person;
    const isRun = runs(r, ctx, person);
    const file = holdsOneOf(actorOf(r, ctx), ['coordinator']) ? fileOf(r, ctx, id) : null;
    const contactId = personContactId(ctx.identity.office, id);
    const contact = readRecord(r, 'personContact', contactId)?.document ?? {
      id: contactId,
      person: id,
      ...(knownTo(person) && { panel: knownTo(person) }),
    };
    const mayContact = mayMake(r, ctx, 'personContact', undefined, contact);
    const interests = interestsOf(r, id).filter((one) => sees(r, ctx, 'interest', one));
    const { trainings = [] } = settings(r, ctx);
    const sessions = mine || isRun ? readAll(r, 'session') : [];
    const panel = person.panel && readRecord(r, 'panel', person.panel)?.document.name;
    return ok({
      person,
      panelName: panel ?? null,
      since: (mine || isRun ? file?.steps.at(-1)?.on : null) ?? null,
      mine,
      contact: sees(r, ctx, 'personContact', contact) ? contact : null,
      mayContact,
      interests,
      mayDeclare: mayContact && person.volunteer !== undefined,
      standing:
        (mine || isRun) && isServing(person, ctx.today)
          ? standingOf(person, trainings, takenBy(person, sessions, ctx.today), ctx.today)
          : null,
      trainings,
      office: file && {
        file,
        ...filesOf(r, file),
        ...leftBehind(r, id, ctx.today),
        heard: heardBefore(r),
      },
      names: namesOf(r, { file, interests }),
    });
  },
  'volunteers.standing': (r, _, ctx) => {
    const { body, invented, trainings = [] } = settings(r, ctx);
    const sessions = readAll(r, 'session');
    const panels = new Map(readAll(r, 'panel').map(({ id, name }) => [id, name]));
    const people = readAll(r, 'person')
      .filter((p) => isServing(p, ctx.today) && runs(r, ctx, p))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
      .map((p) => ({
        id: p.id,
        name: p.name,
        panelName: (p.panel && panels.get(p.panel)) ?? null,
        status: p.volunteer?.status ?? 'accredited',
        ...standingOf(p, trainings, takenBy(p, sessions, ctx.today), ctx.today),
      }));
    const soon = people.flatMap((p) => runsOut(p).map((one) => ({ id: p.id, name: p.name, ...one })));
    return ok({
      body,
      notice: invented ? inventedNotice : null,
      today: ctx.today,
      people,
      soon: soon.sort((a, b) => (a.until === b.until ? 0 : a.until < b.until ? -1 : 1)),
      needed: trainings.filter(({ needed }) => needed).length,
    });
  },
} satisfies Partial<Reads>;
