import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type LaunchOptions } from '@playwright/test';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const unpacked = join(modules, '.cache', 'chromium');

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const macPrograms = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

const candidates = (): string[] => {
  const { PATH = '', LOCALAPPDATA, ProgramFiles, 'ProgramFiles(x86)': older } = process.env;
  if (process.platform === 'darwin') {
    return macPrograms.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const roots = [ProgramFiles, older, LOCALAPPDATA].filter((root) => root !== undefined);
    return roots.flatMap((root) => windowsPrograms.map((program) => join(root, program)));
  }
  return names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
};

/** On Linux a name may stand for a package that is not there (a snap): it has to say its version. */
const runs = (path: string): boolean =>
  existsSync(path) && (process.platform !== 'linux' || spawnSync(path, ['--version']).status === 0);

/** The browser from npm for Linux machines that have none, with the libraries and fonts it brings along. */
const unpack = async (): Promise<void> => {
  if (existsSync(join(unpacked, 'fonts.conf'))) return;
  mkdirSync(join(modules, '.cache'), { recursive: true });
  const folder = mkdtempSync(`${unpacked}-`);
  // The package unpacks into the temporary folder, where a half-unpacked one would be taken for a whole.
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  const { default: packed, inflate } = await import('@sparticuz/chromium');
  await packed.executablePath();
  await inflate(join(modules, '@sparticuz', 'chromium', 'bin', 'al2023.tar.br'));
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  const fonts = [join(unpacked, 'fonts'), '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`).join('');
  const cache = `<cachedir>${join(unpacked, 'font-cache')}</cachedir>`;
  writeFileSync(join(folder, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${fonts}${cache}</fontconfig>`);
  rmSync(unpacked, { recursive: true, force: true });
  renameSync(folder, unpacked);
};

const fromNpm = async (): Promise<LaunchOptions> => {
  await unpack();
  return {
    executablePath: join(unpacked, 'chromium'),
    args: ['--no-zygote', '--in-process-gpu', '--font-render-hinting=none'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(unpacked, 'fonts.conf'),
    } as Record<string, string>,
  };
};

/**
 * A browser to test in: Playwright's own, an installed one, or on Linux one from npm. The answer is kept in the
 * environment, so that every worker of one run uses the same.
 */
export const findChromium = async (): Promise<LaunchOptions> => {
  process.env.ICV_CHROMIUM ??= existsSync(chromium.executablePath())
    ? 'own'
    : (candidates().find(runs) ?? (process.platform === 'linux' && process.arch === 'x64' ? 'npm' : ''));
  const found = process.env.ICV_CHROMIUM;
  if (found === 'own') return {};
  if (found === 'npm') return fromNpm();
  if (found) return { executablePath: found };
  throw new Error('No browser to test in. Install one with "npx playwright install chromium" and try again.');
};
