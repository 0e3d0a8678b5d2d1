import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formatPath, parseYaml } from '#surveys/catalog/parse-yaml.ts';

const schema = z.strictObject({ a: z.array(z.strictObject({ b: z.number() })) });
const parse = (text: string) => parseYaml(text, 'f.yaml', schema);

describe('parseYaml', () => {
  it('gives what the schema makes of the document, aliases resolved', () => {
    expect(parse('a:\n  - &x { b: 1 }\n  - *x')).toEqual({ a: [{ b: 1 }, { b: 1 }] });
  });

  it.each([
    ['a: [1', 'f.yaml: line 1, column'],
    ['a: []\na: []', 'f.yaml: line 2, column 1: Map keys must be unique'],
    ['a: *x', 'f.yaml: (document): Unresolved alias'],
    ['a: !foo []', 'f.yaml: line 1, column 4: Unresolved tag'],
    ['a: []\n---\na: []', 'multiple documents'],
    ['', 'f.yaml: (document): Invalid input'],
    ['a: [{ b: 1 }, { b: x }]', 'f.yaml: a[1].b: Invalid input'],
    [
      'a: [{ b: x }, { b: x }]',
      'f.yaml: a[0].b: Invalid input: expected number, received string (and 1 more)',
    ],
  ])('refuses %j and says where', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});

describe('formatPath', () => {
  it('writes the place of a value as code would', () => {
    expect(formatPath(['sections', 0, 'id'])).toBe('sections[0].id');
    expect(formatPath([1, 'id'])).toBe('[1].id');
    expect(formatPath([])).toBe('(document)');
  });
});
