import type { Role } from '#db/queries/account.ts';
import { formatEra } from '#surveys/plan/fiscal-year.ts';
import type { Audience } from '#surveys/questionnaire/definition.ts';
import { toJapaneseTime } from '#surveys/round/japanese-time.ts';
import type { Design, RoundState } from '#surveys/round/round.ts';

export const roleNames: Readonly<Record<Role, string>> = {
  staff: '職員',
  manager: '管理職',
  admin: 'システム管理者',
};

export const stateNames: Readonly<Record<RoundState, string>> = {
  draft: '準備中',
  approval_requested: '承認待ち',
  approved: '承認済み(受付前)',
  open: '受付中',
  closed: '受付終了',
  finalised: '確定',
  published: '公表',
};

export const audienceNames: Readonly<Record<Audience, string>> = {
  residents: '区民',
  visitors: '来庁者',
  organisations: '活動主体(団体)',
  'mystery-shoppers': '覆面調査員',
  'event-participants': 'イベント参加者',
  'ward-records': '区の記録',
};

export const designNames: Readonly<Record<Design, string>> = {
  probability: '無作為抽出(標本調査)',
  census: '全数調査',
  'self-selected': '自由参加(公開リンク・イベントなど)',
  panel: 'モニター(区民モニターなど)',
};

const dateTime = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A UTC instant as the ward reads it: Japanese time to the minute. */
export const formatDateTime = (instant: string) => dateTime.format(new Date(instant));

export const formatCount = (n: number) => n.toLocaleString('ja-JP');

const dayFormat = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

/** A calendar day (`YYYY-MM-DD`) in words: 2027年4月8日. */
export const formatDay = (day: string) => dayFormat.format(new Date(day));

const deadlineDay = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
});

/**
 * Until when something can be posted, as print says it: 2027年1月8日(金). A closing at midnight ends the day
 * before; the last minute of a day needs no saying, any other time does.
 */
export function formatDeadline(closesAt: string): string {
  const lastMinute = toJapaneseTime(new Date(Date.parse(closesAt) - 60_000).toISOString());
  const time = toJapaneseTime(closesAt).slice(11);
  const isWholeDay = time === '00:00' || time === '23:59';
  const day = deadlineDay.format(new Date(lastMinute.slice(0, 10)));
  return isWholeDay ? day : `${day}${time}`;
}

/** Fiscal years from the first to the last: 平成27年度から平成29年度まで. */
export const formatPeriod = (first: number, last: number) =>
  first === last ? formatEra(first).long : `${formatEra(first).long}から${formatEra(last).long}まで`;
