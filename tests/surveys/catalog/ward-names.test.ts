import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadWard } from '#surveys/catalog/load-ward.ts';

const catalog = 'surveys/catalog';
const wards = readdirSync(catalog, { withFileTypes: true }).filter((entry) => entry.isDirectory());

const sources = ['app', 'db', 'surveys', 'public'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((file) => /\.(tsx?|css|js|svg|conf)$/.test(file)),
);

it.each(wards.map(({ name }) => name))('no code knows the ward %s by a name or by its code', (folder) => {
  const { ward, plans } = loadWard(`${catalog}/${folder}`);
  const written = Object.values(ward.name).flatMap((name) => [name, name.replace(/《[^》]*》/g, '')]);
  const names = [folder, ward.code, ward.fullName, ward.office, ...written, ...plans.map(({ id }) => id)];
  expect(sources.length).toBeGreaterThan(500);
  const lowerNames = names.map((name) => name.toLowerCase());
  const found = sources.filter((file) => {
    const text = readFileSync(file, 'utf8').toLowerCase();
    return lowerNames.some((name) => text.includes(name));
  });
  expect(found).toEqual([]);
});
