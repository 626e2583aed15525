import type { HubWrite } from '#hub/port.ts';
import { registry } from '#shared/records/registry.ts';
import { diff, putting } from '#shared/sync/patch.ts';
import { acceptChanges } from './accept.ts';
import { addAudit } from './audit.ts';
import { insertAll } from './bulk.ts';
import { closeRecovery } from './close-recovery.ts';
import type { Context } from './context.ts';
import { putPiece } from './files.ts';
import { readMeta, writeMeta } from './identity.ts';
import { makeAtOffice } from './office.ts';
import { addDevice, addInvitation, saveDevice, spendInvitation } from './people.ts';
import { purgeRecord } from './purge.ts';
import { keepAside } from './quarantine.ts';
import { hubRead } from './read.ts';
import { beginRecovery, takeOffered } from './recovery.ts';
import { lookAgain } from './sight.ts';
import { saidPurged } from './tombstones.ts';

/** Everything that can be done, over one transaction under the office's lock. */
export const hubWrite = (ctx: Context): HubWrite => {
  const read = hubRead(ctx);
  return {
    ...read,
    accept: (sender, changes) => acceptChanges(ctx, sender, changes),
    make: async (by, type, document) => {
      const before = await read.document(type, document.id);
      const patch = before ? diff(before, document, registry[type].groups) : [putting([], document)];
      await makeAtOffice(ctx, by, type, document, patch);
    },
    void: async (device, numbers) => {
      if (numbers.length === 0) return;
      const rows = [...new Set(numbers)].map((number) => ({ device, number }));
      await insertAll(ctx.db, 'void', rows, { key: ['device', 'number'], set: [] });
      const number = Math.max(...numbers);
      await ctx.db
        .updateTable('device')
        .set({ number })
        .where('id', '=', device)
        .where('number', '<', number)
        .execute();
    },
    addDevice: (device, from) => addDevice(ctx, device, from),
    saveDevice: (id, changed) => saveDevice(ctx, id, changed),
    addInvitation: (invitation) => addInvitation(ctx, invitation),
    spendInvitation: (hash, at) => spendInvitation(ctx, hash, at),
    offer: (device, offered) => takeOffered(ctx, device, offered),
    sayPurged: (device, tombstones) => saidPurged(ctx, device, tombstones),
    putPiece: (file, bytes) => putPiece(ctx, file, bytes),
    purge: (type, id, at) => purgeRecord(ctx, type, id, at),
    beginRecovery: (beyond) => beginRecovery(ctx, beyond),
    closeRecovery: () => closeRecovery(ctx),
    lookAgain: (version) => lookAgain(ctx, version),
    quarantine: (device, sealed, at, of) =>
      keepAside(ctx, { device, at, type: null, record: null, ...of, data: sealed }),
    endQuarantine: async (id) => {
      await ctx.db.deleteFrom('quarantine').where('id', '=', id).execute();
      ctx.hasPurged = true;
    },
    audit: (entry) => addAudit(ctx, entry),
    saveUrl: async (url) => writeMeta(ctx, { ...(await readMeta(ctx)), url }),
  };
};
