import { saveAndSend } from '#db/office.ts';
import { caseListsOf } from '#shared/cases/settings.ts';
import { instant } from '#shared/ids.ts';
import { settingId } from '#shared/records/setting.ts';
import { ok } from '#shared/result.ts';
import { diff } from '#shared/sync/patch.ts';
import { author, type Reads, type Writes } from '../context.ts';
import { movedBy } from '../moved.ts';
import { settings } from '../office.ts';

export const caseSettingReads = {
  'cases.settings': (r, _, ctx) => ok(caseListsOf(settings(r, ctx))),
} satisfies Partial<Reads>;

export const caseSettingWrites = {
  'cases.set': (w, { set }, ctx) =>
    w.inTransaction(() => {
      const id = settingId(ctx.identity.office);
      const before = settings(w, ctx);
      const patch = diff(before, { ...before, cases: { ...before.cases, ...set } });
      const saved = patch.length > 0 ? saveAndSend(w, author(ctx), 'setting', id, patch) : ok(before);
      if (!saved.ok) return saved;
      return ok({ id, savedAt: instant(ctx.sources), moved: movedBy(w, ctx, before, saved.value) });
    }),
} satisfies Partial<Writes>;
