import { saveAndSend, saveOpen } from '#db/office.ts';
import type { Output } from '#shared/contract.ts';
import { instant, newId } from '#shared/ids.ts';
import { declaredContent } from '#shared/records/declared.ts';
import {
  type Declaration,
  isOpenState,
  isWithOffice,
  type Visit,
  visitorsOf,
} from '#shared/records/visit.ts';
import { fail, ok } from '#shared/result.ts';
import { type Patch, putting } from '#shared/sync/patch.ts';
import { author, type Context, sha256, type Writes } from './context.ts';
import { provePin } from './pins.ts';
import { find, savedNow, writtenElsewhere } from './visit-steps.ts';

/** Each visitor's declaration: the one that stands for what the report says now, or else their last. */
export const shownDeclarations = (v: Visit): Output<'visits.get'>['declarations'] => {
  const all = v.declarations ?? [];
  const content = all.length > 0 ? sha256(declaredContent(v)) : '';
  return [...Map.groupBy(all, (d) => d.by)].flatMap(([person, own]) => {
    const standing = own.find((d) => d.content === content);
    const shown = standing ?? own.at(-1);
    return shown ? [{ person, at: shown.at, how: shown.how, stands: standing !== undefined }] : [];
  });
};

/** The change by which a visitor declares a report as it is; none where they have declared exactly this already. */
export const declaring = (ctx: Context, v: Visit, by: string, how: Declaration['how']): Patch => {
  const content = sha256(declaredContent(v));
  if (v.declarations?.some((d) => d.by === by && d.content === content)) return [];
  const declaration: Declaration = { id: newId(ctx.sources), by, at: instant(ctx.sources), how, content };
  return [putting(['declarations', `#${declaration.id}`], declaration)];
};

export const declarationWrites = {
  'visits.declare': (w, { id, person, pin }, ctx) =>
    w.inTransaction(() => {
      const found = find(w, id);
      if (!found.ok) return found;
      const { document, state } = found.value;
      if (!visitorsOf(document).includes(person)) return fail({ tag: 'notTheirVisit' });
      if (!isOpenState(state) && !isWithOffice(state)) return fail({ tag: 'movedOn' });
      const elsewhere = isOpenState(state) ? writtenElsewhere(w, id) : undefined;
      if (elsewhere) return elsewhere;
      const own = person === ctx.identity.person;
      const proved = own ? ok(null) : provePin(w, person, pin);
      if (!proved.ok) return proved;
      const patch = declaring(ctx, document, person, own ? 'own' : 'pin');
      if (patch.length === 0) return ok(savedNow(ctx, id));
      const save = isOpenState(state) ? saveOpen : saveAndSend;
      const saved = save(w, author(ctx), 'visit', id, patch);
      return saved.ok ? ok(savedNow(ctx, id)) : saved;
    }),
} satisfies Partial<Writes>;
