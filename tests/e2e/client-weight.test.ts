import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { wordsOf } from '#app/i18n/resident-words.ts';
import { routeTable } from '#app/routes.ts';
import { locales } from '#surveys/text.ts';

const clientFolder = 'build/client';

const entrySchema = z.object({ module: z.string(), imports: z.array(z.string()).default([]) });
const manifestSchema = z.object({
  entry: entrySchema,
  routes: z.record(z.string(), entrySchema.extend({ parentId: z.string().optional() })),
});

/** What the build tells the browser to load: one object, assigned in a script. */
function readManifest() {
  const folder = `${clientFolder}/assets`;
  const name = readdirSync(folder).find((file) => file.startsWith('manifest-'));
  const script = readFileSync(`${folder}/${name}`, 'utf8');
  return manifestSchema.parse(JSON.parse(script.replace(/^[^{]*/, '').replace(/;\s*$/, '')));
}

const { entry, routes } = readManifest();

/** All scripts that a page of the route loads, as text. */
function scriptsOf(routeId: string): string {
  const chunks = [entry];
  for (let id: string | undefined = routeId; id !== undefined; id = routes[id]?.parentId) {
    const route = routes[id];
    if (!route) throw new Error(`the build has no route ${id}`);
    chunks.push(route);
  }
  const files = new Set(chunks.flatMap(({ module, imports }) => [module, ...imports]));
  return [...files].map((file) => readFileSync(`${clientFolder}${file}`, 'utf8')).join('\n');
}

/** The pages with client JavaScript say so themselves; all others are plain documents. */
const hydrated = routeTable
  .map(([, module]) => module)
  .filter((module) => /hydrate: true/.test(readFileSync(`app/routes/${module}`, 'utf8')))
  .map((module) => `routes/${module.replace(/\.tsx?$/, '')}`);

/** A text that stands in every bundle with a validator of zod, minified or not. */
const zodMark = 'Invalid input: expected';

/** Written so by the bundler, whatever it makes of characters outside ASCII. */
const contains = (script: string, words: string) =>
  script.includes(words) ||
  script.includes(
    words.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );

const otherLanguages = locales.filter((locale) => locale !== 'ja');

test('the pages with scripts are known', () => {
  expect(hydrated).toEqual([
    'routes/staff/keying',
    'routes/staff/keying-mismatches',
    'routes/staff/import-job',
    'routes/staff/dashboard',
    'routes/kiosk/kiosk',
    'routes/manager/live',
  ]);
});

test('what is looked for is found where it is: in the server, and in the tablet of all languages', () => {
  const server = readFileSync('node_modules/zod/v4/locales/en.js', 'utf8');
  expect(server).toContain(zodMark);
  const tablet = scriptsOf('routes/kiosk/kiosk');
  for (const locale of otherLanguages)
    expect(contains(tablet, wordsOf(locale).errors.fault.title)).toBe(true);
});

test.each(hydrated)('%s loads no validator of forms and files', (routeId) => {
  expect(scriptsOf(routeId).includes(zodMark)).toBe(false);
});

test.each(hydrated.filter((id) => id !== 'routes/kiosk/kiosk'))(
  "%s loads no other language's words",
  (routeId) => {
    const script = scriptsOf(routeId);
    for (const locale of otherLanguages) {
      expect(contains(script, wordsOf(locale).errors.fault.title), locale).toBe(false);
    }
  },
);
