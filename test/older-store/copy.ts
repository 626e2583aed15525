import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { ask, deskOver, newFolder } from '#test/office.ts';

export const recoveryCode = '0RKR-N7NW-F6FX-JGMZ-090C-ZH07-M741';

/** A copy of the store of the version before in a folder of its own, opened by this version. */
export const openOlderStore = async () => {
  const folder = newFolder();
  cpSync(join(import.meta.dirname, 'office'), join(folder, 'office'), { recursive: true });
  const office = deskOver(folder);
  await ask(office.host, 'store.unlock', { recoveryCode });
  return office;
};
