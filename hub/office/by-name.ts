import { nearest } from '#commands/words.ts';
import { newId } from '#shared/ids.ts';
import type { Person } from '#shared/records/person.ts';
import type { Panel } from '#shared/records/suite.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Role } from '#shared/roles.ts';
import type { RefusalTag, Reply } from '#shared/sync/wire.ts';
import { asSpoken } from '#shared/text.ts';
import { invite } from './invite.ts';
import type { Office } from './office.ts';

type Asked = {
  name: string;
  role: Role;
  panel: string | undefined;
  /** The id that the laptop of somebody has whom this hub has lost. */
  id?: string | undefined;
};
type Invited = Reply<'invite'> & { panelMade: boolean };
type Failed = { tag: 'wrong'; text: string } | { tag: 'refused'; refused: RefusalTag };

const isCalled =
  (name: string) =>
  (one: { name: string; id: string }): boolean =>
    asSpoken(one.name) === asSpoken(name) || one.id === name;

const wrong = (text: string) => fail<Failed>({ tag: 'wrong', text });

/**
 * Invites whom the office knows by that name and role, or somebody new. A new name for a panel makes the panel, since a
 * new office has none yet; one that is nearly the name of another is asked about first.
 */
export const inviteByName = async (office: Office, asked: Asked): Promise<Result<Invited, Failed>> => {
  const { store, sources } = office;
  const { persons, panels } = await store.read(async (s) => ({
    persons: (await s.documents('person')) as Person[],
    panels: (await s.documents('panel')) as Panel[],
  }));
  const isMeant = asked.id === undefined ? isCalled(asked.name) : ({ id }: Person) => id === asked.id;
  const known = knownPerson(persons.filter(isMeant), asked);
  if (!known.ok) return known;
  const panel = panels.find(isCalled(asked.panel ?? ''));
  const near = asked.panel === undefined || panel ? undefined : nearPanel(panels, asked.panel);
  if (near) return wrong(`There is no panel "${asked.panel}". Did you mean "${near}"?`);
  const made = !known.value && asked.panel !== undefined && !panel ? newId(sources) : undefined;
  if (made)
    await store.inOrder((s) => s.make(null, 'panel', { id: made, name: asked.panel?.trim() } as Panel));
  const panelId = panel?.id ?? made;
  const done = await invite(
    office,
    null,
    known.value
      ? { person: known.value.id }
      : {
          ...(asked.id && { person: asked.id }),
          name: asked.name,
          role: asked.role,
          ...(panelId !== undefined && { panel: panelId }),
        },
  );
  return done.ok
    ? ok({ ...done.value, panelMade: made !== undefined })
    : fail<Failed>({ tag: 'refused', refused: done.error });
};

const knownPerson = (
  namesakes: readonly Person[],
  { name, role }: Asked,
): Result<Person | undefined, Failed> => {
  const fitting = namesakes.filter(({ roles }) => roles.includes(role));
  if (fitting.length > 1)
    return wrong(`Several people are called "${name}". Give the id that "hub people --json" shows.`);
  if (fitting.length === 1 || namesakes.length === 0) return ok(fitting[0]);
  const held = namesakes.flatMap(({ roles }) => roles);
  return wrong(
    `"${name}" is known here as ${held.join(', ') || 'somebody without a role'}. Invite them as that, and change their roles at a desk.`,
  );
};

const nearPanel = (panels: readonly Panel[], typed: string): string | undefined => {
  const near = nearest(
    asSpoken(typed),
    panels.map((panel) => asSpoken(panel.name)),
  );
  return panels.find((panel) => asSpoken(panel.name) === near)?.name;
};
