import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

/**
 * Parts that Remix 2 pins at versions with known holes, and package.json's `overrides` lift: from which version on
 * they are safe. npm leaves a nested older copy where a lock file already names one, so that each copy is looked at.
 */
const safeFrom = {
  // Redirects that lead to other sites
  '@remix-run/router': ['1.23.4', 'CVE-2026-53668'],
  'react-router': ['6.30.6', 'CVE-2026-53668'],
  'react-router-dom': ['6.30.6', 'CVE-2026-53668'],
  // Build tools: what they read is ours, but a ward's scanner counts them
  esbuild: ['0.28.1', 'GHSA-67mh-4wv8-2f99, GHSA-g7r4-m6w7-qqqr, GHSA-gv7w-rqvm-qjhr'],
  vite: ['6.4.3', 'CVE-2026-39363, CVE-2026-39365'],
  tar: ['7.5.21', 'CVE-2026-23745 to CVE-2026-73566'],
  toml: ['4.2.0', 'CVE-2026-63376, GHSA-82x6-q7mm-w9cf'],
  'estree-util-value-to-estree': ['3.3.3', 'GHSA-f7f6-9jq7-3rqj'],
} as const;

const manifest = z.object({ version: z.string() });
const lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });

function readJson<Shape>(file: string, schema: z.ZodType<Shape>): Shape {
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

const { packages } = readJson('package-lock.json', lock);

/** Every copy of a package: where it lies, the version locked and the version on disk. */
const listCopies = (name: string) =>
  Object.entries(packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([path, { version = '' }]) => ({
      path,
      locked: version,
      installed: readJson(`${path}/package.json`, manifest).version,
    }));

const isAtLeast = (version: string, floor: string) =>
  version.localeCompare(floor, 'en', { numeric: true }) >= 0;

describe('a part with known holes', () => {
  it.each(Object.entries(safeFrom))('is nowhere older than its repaired version: %s', (name, [floor]) => {
    const copies = listCopies(name);
    expect(copies.length).toBeGreaterThan(0);
    for (const { path, locked, installed } of copies) {
      expect(isAtLeast(locked, floor), `${path} is locked at ${locked}`).toBe(true);
      expect(installed, path).toBe(locked);
    }
  });
});
