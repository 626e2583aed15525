import { caseKept, isApproved, reviewKept } from '#shared/cases/retention.ts';
import { caseListsOf } from '#shared/cases/settings.ts';
import { mergedWith } from '#shared/contacts/merge.ts';
import { isRestricted } from '#shared/contacts/restrictions.ts';
import { instant } from '#shared/ids.ts';
import { type CaseFile, caseState } from '#shared/records/case-file.ts';
import type { Contact } from '#shared/records/contact.ts';
import type { Disposal } from '#shared/records/disposal.ts';
import type { Review } from '#shared/records/review.ts';
import type { Setting } from '#shared/records/setting.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { isOver } from '#shared/reviews/next-step.ts';
import type { Message, RefusalTag, Reply } from '#shared/sync/wire.ts';
import type { HubRead } from '../port.ts';
import { goesAlong } from './goes-along.ts';
import type { By, Office } from './office.ts';
import { backups, destroy, named } from './purge.ts';

/** So many at a time: between two lots others are answered. */
const atOnce = 50;

type Item = Disposal['items'][number];

/**
 * Destroys what a disposal names, wherever the hub has it. It takes nobody's word for it: the disposal lies here, one
 * person proposed and another approved it, and each record is asked once more whether it may go. What is gone already
 * stays gone, so that it may be asked again.
 */
export const dispose = async (
  office: Office,
  by: By,
  { id }: Message<'dispose'>,
): Promise<Result<Reply<'dispose'>, RefusalTag>> => {
  const { store, sources } = office;
  const asked = (await store.read((s) => s.document('disposal', id))) as Disposal | undefined;
  if (!asked) return fail('notFound');
  if (!isApproved(asked)) return fail('notAllowed');
  const kept: Reply<'dispose'>['kept'] = [];
  const reading = remembering();
  for (let from = 0; from < asked.items.length; from += atOnce)
    await store.inOrder(async (s) => {
      const once = await reading.asOf(s);
      for (const item of asked.items.slice(from, from + atOnce)) {
        const document = await s.document(item.type, item.id);
        if (!document) continue;
        const why = await needed(once, item, document, instant(sources).slice(0, 10));
        if (why) kept.push({ id: item.id, why });
        else {
          const { goes } = await goesAlong(once, item.type, item.id);
          const all = [item, ...goes];
          await destroy(s, by, all, `Disposal ${id}`, instant(sources));
          for (const one of all) reading.gone.add(one.id);
        }
      }
      await reading.until(s);
    });
  const left = new Set(kept.map((one) => one.id));
  const gone = asked.items.filter((item) => !left.has(item.id));
  const behind = await store.read(async (s) => {
    const devices = await Promise.all(gone.map(({ type, id: of }) => s.outstanding(type, of)));
    const each = new Map(devices.flat().map((device) => [device.id, device]));
    return Promise.all([...each.values()].map((device) => named(s, device)));
  });
  return ok({ kept, outstanding: [...behind, ...(await backups(store))] });
};

/**
 * All records of a type are read once, and not once for each lot or each of it: they are read again only where somebody
 * else wrote something between two lots. What was destroyed meanwhile is not among them any more.
 */
const remembering = () => {
  let known = new Map<string, ReturnType<HubRead['documents']>>();
  let at = '';
  const gone = new Set<string>();
  const headOf = async (s: HubRead) => JSON.stringify(await s.head());
  return {
    gone,
    asOf: async (s: HubRead): Promise<HubRead> => {
      if ((await headOf(s)) !== at) known = new Map();
      return {
        ...s,
        documents: async (type) => {
          const found = known.get(type) ?? s.documents(type);
          known.set(type, found);
          return (await found).filter(({ id }) => !gone.has(id));
        },
      };
    },
    until: async (s: HubRead): Promise<void> => {
      at = await headOf(s);
    },
  };
};

/** Why a record may not go after all; undefined where it may. */
const needed = async (
  s: HubRead,
  { type }: Item,
  document: { id: string },
  today: string,
): Promise<string | undefined> => {
  if ((document as CaseFile).frozen) return 'It is held.';
  if (type === 'contact') return neededPerson(s, document as Contact, today);
  const why =
    type === 'caseFile'
      ? await neededCase(s, document as CaseFile)
      : isOver(document as Review)
        ? undefined
        : 'Something is still owed to this review.';
  if (why) return why;
  const open = ((await s.documents('caseFile')) as CaseFile[]).find(
    (one) => caseState(one) === 'open' && one.links.some(({ to }) => to === document.id),
  );
  if (open) return 'An open case belongs with it.';
  const schedule = caseListsOf(((await s.documents('setting'))[0] ?? {}) as Partial<Setting>);
  const kept =
    type === 'caseFile' ? caseKept(document as CaseFile, schedule) : reviewKept(document as Review, schedule);
  return kept && kept.due <= today ? undefined : 'The schedule keeps it longer.';
};

const neededCase = async (s: HubRead, c: CaseFile): Promise<string | undefined> => {
  if (caseState(c) === 'open') return 'It is open again.';
  for (const { type, to } of c.links) {
    const linked = await s.document(type, to);
    const isOpen =
      linked && (type === 'caseFile' ? caseState(linked as CaseFile) === 'open' : !isOver(linked as Review));
    if (isOpen) return `It belongs with ${type === 'caseFile' ? 'a case' : 'a review'} that is open.`;
  }
  return undefined;
};

/** Somebody of the register with every entry that turned out to be the same person. */
const neededPerson = async (s: HubRead, contact: Contact, today: string): Promise<string | undefined> => {
  const entries = [contact, ...mergedWith((await s.documents('contact')) as Contact[], contact.id)];
  if (entries.some(({ frozen }) => frozen)) return 'It is held.';
  if (entries.some((one) => isRestricted(one, today))) return 'A contact restriction stands.';
  return (await isNamed(s, entries)) ? 'A case or a review names this person.' : undefined;
};

const isNamed = async (s: HubRead, entries: readonly Contact[]): Promise<boolean> => {
  const all = new Set(entries.map(({ id }) => id));
  const names = (one: string | undefined) => one !== undefined && all.has(one);
  const cases = (await s.documents('caseFile')) as CaseFile[];
  if (cases.some((c) => names(c.from) || names(c.onBehalfOf))) return true;
  const reviews = (await s.documents('review')) as Review[];
  return reviews.some((r) => names(r.applicant) || names(r.representative?.person));
};
