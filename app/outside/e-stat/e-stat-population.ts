import type { EStatPopulation, TableError } from '#app/fielding/ports.ts';
import type { EStatClassObject, EStatData, EStatValue } from '#app/outside/e-stat/e-stat-schema.ts';
import type { AgeCount, AgeSpan } from '#surveys/round/age-bands.ts';

type TableReading =
  | { readonly ok: true; readonly population: EStatPopulation }
  | { readonly ok: false; readonly error: TableError };

const sexNames: Readonly<Record<string, AgeCount['sex']>> = { 男: 'm', 女: 'f' };
const sumNames = /^(総数|計|合計|男女計|国籍総数.*|総人口)$/;

/**
 * Reads population by sex and age out of a table. Dimensions are known by the names of their classes, not by
 * codes, which differ from table to table; of every other dimension the total is taken. Of ages, single years
 * are taken where the table has them, sums (再掲) never.
 */
export function readPopulation(data: EStatData, areaCode: string): TableReading {
  const objects = data.CLASS_INF.CLASS_OBJ;
  const names = new Map(objects.map((object) => [object['@id'], namesOf(object)]));
  const sexId = findDimension(names, (name) => name in sexNames);
  const ageId = findDimension(names, (name) => parseAge(name) !== undefined);
  if (sexId === undefined) return unsuitable('sex');
  if (ageId === undefined) return unsuitable('age');
  const areaName = names.get('area')?.get(areaCode);
  if (areaName === undefined) return unsuitable('area');
  const times = names.get('time') ?? new Map<string, string>();
  if (times.size > 1) return unsuitable('single-time');
  const tabs = names.get('tab');
  const isCount = (value: EStatValue) =>
    tabs === undefined || tabs.size === 1 || tabs.get(value['@tab'] ?? '') === '人口';
  const others = [...names.keys()].filter((id) => ![sexId, ageId, 'area', 'time', 'tab'].includes(id));
  const isOverall = (value: EStatValue) =>
    others.every((id) => {
      const classes = names.get(id);
      return classes?.size === 1 || sumNames.test(classes?.get(value[`@${id}`] ?? '') ?? '');
    });
  const rows = data.DATA_INF.VALUE.filter(
    (value) => value['@area'] === areaCode && isCount(value) && isOverall(value),
  );
  const sexed = rows.flatMap((value) => {
    const sex = sexNames[names.get(sexId)?.get(value[`@${sexId}`] ?? '') ?? ''];
    const age = names.get(ageId)?.get(value[`@${ageId}`] ?? '') ?? '';
    return sex === undefined ? [] : [{ sex, age, count: parseCount(value.$) }];
  });
  const counted = sexed.flatMap(({ sex, age, count }) => {
    const span = parseAge(age);
    return span && count !== undefined ? [{ sex, count, ...span }] : [];
  });
  if (counted.length === 0) return { ok: false, error: { kind: 'no-data' } };
  return {
    ok: true,
    population: {
      source: `${data.TABLE_INF.STATISTICS_NAME} ${data.TABLE_INF.TITLE}(e-Stat 統計表ID ${data.TABLE_INF['@id']})`,
      asOf: readDay([...times.values()][0]),
      areaName,
      ages: dropOverlapping(counted),
      nAgeUnknown: sexed.reduce(
        (sum, { age, count }) => (age.includes('不詳') ? sum + (count ?? 0) : sum),
        0,
      ),
    },
  };
}

const unsuitable = (missing: 'sex' | 'age' | 'area' | 'single-time'): TableReading => ({
  ok: false,
  error: { kind: 'unsuitable-table', missing },
});

const namesOf = (object: EStatClassObject): ReadonlyMap<string, string> =>
  new Map(object.CLASS.map((entry) => [entry['@code'], entry['@name'].normalize('NFKC').replace(/\s/g, '')]));

const findDimension = (
  names: ReadonlyMap<string, ReadonlyMap<string, string>>,
  isOne: (name: string) => boolean,
): string | undefined =>
  [...names].find(([id, classes]) => id.startsWith('cat') && [...classes.values()].some(isOne))?.[0];

/** 「18歳」, 「15~19歳」, 「100歳以上」; undefined for totals, 再掲 and 不詳. */
function parseAge(name: string): AgeSpan | undefined {
  const match = /^(\d{1,3})(?:[~〜-](\d{1,3}))?歳(以上)?$/.exec(name);
  if (!match) return undefined;
  const from = Number(match[1]);
  if (match[3] !== undefined) return { from, to: null };
  return { from, to: match[2] === undefined ? from : Number(match[2]) };
}

/** Counts as e-Stat writes them: `-` is none; other signs (…, X, ***) are unknown. */
function parseCount(text: string): number | undefined {
  if (text === '-') return 0;
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Keeps the narrowest classes, so that no year is counted twice where a table has years and classes. */
function dropOverlapping(ages: readonly AgeCount[]): readonly AgeCount[] {
  const widthOf = ({ from, to }: AgeSpan) => (to ?? Number.POSITIVE_INFINITY) - from;
  const endOf = ({ to }: AgeSpan) => to ?? Number.POSITIVE_INFINITY;
  return ages.filter(
    (age) =>
      !ages.some(
        (other) =>
          other !== age &&
          other.sex === age.sex &&
          other.from >= age.from &&
          endOf(other) <= endOf(age) &&
          (widthOf(other) < widthOf(age) || other.from > age.from),
      ),
  );
}

/** 「2020年」 is the day of the census, 1 October; a date with month and day is taken as written. */
function readDay(name: string | undefined): string | null {
  const match = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/.exec(name ?? '');
  if (!match) return null;
  const two = (part: string | undefined, usual: string) => (part ?? usual).padStart(2, '0');
  return `${match[1]}-${two(match[2], '10')}-${two(match[3], '01')}`;
}
