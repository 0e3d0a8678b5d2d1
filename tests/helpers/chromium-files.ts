import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import chromium from '@sparticuz/chromium';

const cacheDir = resolve('node_modules/.cache/koebako');

export interface ChromiumFiles {
  readonly executablePath: string;
  /** What the browser's process needs beside the usual environment: nothing where the system has it all. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The browser for the tests: CHROMIUM_PATH, or the one that comes with the packages, with libraries and a
 * font of its own for machines that have none.
 */
export async function findChromium(): Promise<ChromiumFiles> {
  const given = process.env.CHROMIUM_PATH;
  if (given) return { executablePath: given, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'on this system the tests need a browser of yours: set CHROMIUM_PATH to a Chromium or Chrome',
    );
  }
  const folder = await unpack();
  const executablePath = join(folder, 'chromium');
  return { executablePath, env: { ...missingLibraries(executablePath, folder), ...missingFonts(folder) } };
}

/** Unpacks the package's archives beside each other; a folder that exists is complete. */
async function unpack(): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile('node_modules/@sparticuz/chromium/package.json', 'utf8'),
  );
  const folder = join(cacheDir, `chromium-${(manifest as { version: string }).version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cacheDir, { recursive: true });
  const unfinished = await mkdtemp(join(cacheDir, 'unpacking-'));
  // The package unpacks into the folder for temporary files, and its system libraries only where it believes
  // to be on Amazon Linux; it reads both from the environment at this very call.
  const changed = { TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  const before = Object.keys(changed).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, changed);
  try {
    await chromium.executablePath();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  await writeFile(join(unfinished, 'fonts.conf'), fontsConf(folder));
  await rename(unfinished, folder).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  });
  return folder;
}

const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;

function missingLibraries(executablePath: string, folder: string): Record<string, string> {
  const { stdout, error } = spawnSync('ldd', [executablePath], { encoding: 'utf8' });
  if (!error && !stdout.includes('not found')) return {};
  const path = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { LD_LIBRARY_PATH: path };
}

function missingFonts(folder: string): Record<string, string> {
  return existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
}
