import { join } from 'node:path';
import { type FuseConfig, FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';

/**
 * The switches of Electron that are set for good in the shipped program, before it is signed. Every fuse there is has
 * to be decided here: an Electron that brings a new one fails the packaging until somebody has thought about it. (The
 * packager's own `electronFuses` knows an older list, so it is not used.)
 */
export const fuses: FuseConfig = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // The program is this application only: never a plain Node, and nobody attaches to it from outside.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // It runs the packed application it was shipped with, unchanged, and no folder laid beside it.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // No cookies are kept; should that ever change, they are not kept readable.
  [FuseV1Options.EnableCookieEncryption]: true,
  // The interface comes over its own scheme.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // No snapshot of our own is shipped, and a missing one would keep the application from starting.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // As Chromium has it: WebAssembly (the passphrase's hash) at full speed.
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** Where the packager has put the program. */
const programOf = ({ appOutDir, electronPlatformName, packager }: AfterPackContext): string => {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${name}.app`);
  if (electronPlatformName === 'win32') return join(appOutDir, `${name}.exe`);
  return join(appOutDir, (packager as unknown as { executableName: string }).executableName);
};

export default async (context: AfterPackContext): Promise<void> => {
  await flipFuses(programOf(context), {
    ...fuses,
    // Changing a byte breaks the ad-hoc signature that Apple silicon demands even of unsigned programs.
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
  });
};
