const format = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});

type Readings = Readonly<Record<string, string>>;

const months: Readings = { 4: 'しがつ', 7: 'しちがつ', 9: 'くがつ' };

const days: Readings = {
  1: 'ついたち',
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
};

const hours: Readings = { 0: 'れいじ', 4: 'よじ', 7: 'しちじ', 9: 'くじ' };

const weekdays: Readings = { 月: 'げつ', 火: 'か', 水: 'すい', 木: 'もく', 金: 'きん', 土: 'ど', 日: 'にち' };

/** A number with its unit; where the reading is irregular, it stands over both. */
const count = (n: number, unit: string, regular: string, irregular: Readings = {}): string => {
  const reading = irregular[n];
  return reading === undefined ? `${n}${unit}《${regular}》` : `｜${n}${unit}《${reading}》`;
};

/** Minutes: ふん after 2, 5, 7 and 9, ぷん after the other digits. */
export const easyMinutes = (n: number): string => count(n, '分', /[2579]$/.test(`${n}`) ? 'ふん' : 'ぷん');

function readParts(date: Date) {
  const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  return { number, weekday: parts.get('weekday') ?? '' };
}

/** A day in Japan with the readings of its kanji. */
export function easyDate(date: Date): string {
  const { number } = readParts(date);
  return [
    count(number('year'), '年', 'ねん'),
    count(number('month'), '月', 'がつ', months),
    count(number('day'), '日', 'にち', days),
  ].join('');
}

/** A moment in Japan with the readings of its kanji, in hours of the morning and the afternoon. */
export function easyDateTime(date: Date): string {
  const { number, weekday } = readParts(date);
  const hour = number('hour');
  const half = hour < 12 ? '午前《ごぜん》' : hour === 12 ? '昼《ひる》の ' : '午後《ごご》';
  const time = `${half}${count(hour > 12 ? hour - 12 : hour, '時', 'じ', hours)}`;
  const minutes = number('minute') === 0 ? '' : easyMinutes(number('minute'));
  return `${easyDate(date)}（${weekday}曜日《${weekdays[weekday]}ようび》） ${time}${minutes}`;
}
