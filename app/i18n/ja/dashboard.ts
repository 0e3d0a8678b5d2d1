import { stratumName } from '#app/i18n/ja/letters.ts';
import { formatCount } from '#app/i18n/ja/office.ts';
import { languageNames } from '#app/i18n/language-names.ts';
import type { FieldAdvice } from '#surveys/round/field-advice.ts';
import type { Forecast } from '#surveys/round/forecast.ts';
import type { ReachedStep } from '#surveys/round/page-progress.ts';

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

const channelNames: Readonly<Record<string, string>> = {
  web: 'インターネット',
  paper: '郵送(紙)',
  kiosk: '窓口の端末',
  import: '取り込み',
};

const lines = {
  static: '最新の数値を見るには、ページを読み込み直してください。',
  connected: '自動で更新しています。',
  reconnecting: '接続が切れました。自動でつなぎ直しています。',
} as const;

const shortDay = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
});

/** What the field dashboard says. */
export const dashboardWords = {
  title: '回収の状況',
  percent,
  lines,
  channel: (value: string) => channelNames[value] ?? value,
  language: (value: string) => (languageNames as Readonly<Record<string, string>>)[value] ?? value,
  stratum: stratumName,
  day: (day: string) => shortDay.format(new Date(`${day}T00:00:00Z`)),
  points: (share: number) => `±${(share * 100).toFixed(1)}ポイント`,
  nobodyYet: 'まだ回答がありません。',
  noMargin: '計算しません',
  noForecast: 'まだ出せません',
  noMarginNote: '標本誤差は、無作為抽出と全数調査のときだけ計算します。回答がまだないときも計算しません。',
  marginNote:
    '回答の割合が50%のときの95%信頼区間の幅の半分です(Wilsonの方法、対象の数が分かるときは有限母集団の補正あり)。全員が集計の対象になる設問での値で、重み付けをすると広がります。',
  step: (step: ReachedStep, title: string | null): string => {
    switch (step.kind) {
      case 'begun':
        return '回答を始めた';
      case 'sent':
        return '送信した';
      case 'page':
        return title ?? step.pageId;
    }
  },
  stepsNote:
    'ページに分かれた調査票をインターネットで答えた人の数です。割合は、回答を始めた人のうちの割合です。ページごとの人数だけを数えており、誰がどこまで進んだかは残していません。戻って答え直しても1人は1回です。',
  conditional: '一部の人だけに聞くページ',
  forecastMethod: (forecast: Forecast): string => {
    switch (forecast.kind) {
      case 'closed':
        return '受付期間が終わっているため、現在の回答数がそのまま最終の数です(これから入力する紙の回答を除く)。';
      case 'not_begun':
        return '受付が始まってから計算します。';
      case 'too_early':
        return '最も多かった日から3日分の回答がそろうと、締切時の見込みを計算します。';
      case 'decay':
        return `最も回答が多かった日からの${forecast.nDaysFitted}日間の減り方(前の日の${forecast.dailyRatio.toFixed(2)}倍)が締切まで続くとした見込みです。毎日の回答数が一定の比率で減るとみて、ポアソン分布の最尤法で当てはめています。今日はまだ終わっていないため、当てはめには使いません。督促を出すと、見込みより増えることがあります。直近3日間の平均が締切まで続いた場合は${formatCount(forecast.nIfSteady)}件です。`;
    }
  },
  planNote: (rate: number) => `計画の回答率${percent(rate)}は、準備のときに見込んだ値です。`,
  advice: (advice: FieldAdvice, titleOf: (step: ReachedStep) => string): string => {
    switch (advice.kind) {
      case 'make_codes':
        return '回答コードをまだつくっていません。「回答コードと手紙」でつくり、手紙を印刷・発送してください。';
      case 'not_open':
        return '受付が始まるまでお待ちください。始まる前に、回答用アドレスや案内文を確かめてください。';
      case 'no_answers':
        return 'まだ回答がありません。案内が届いているか、回答用アドレスを開けるかを確かめてください。';
      case 'remind_strata':
        return `計画より回収が遅れている層があります: ${advice.strata
          .map(
            ({ id, n, nIssued }) =>
              `${dashboardWords.stratum(id)}(${formatCount(n)}/${formatCount(nIssued ?? 0)}件)`,
          )
          .join('、')}。この層への周知を優先してください。`;
      case 'remind_all':
        return `このままでは、締切時に計画より約${formatCount(advice.nMissing)}件足りない見込みです。督促のはがきや広報での呼びかけを検討してください。`;
      case 'page_loses':
        return `「${titleOf(advice.step)}」の手前で、${percent(advice.shareLost)}の人が回答をやめています。次の調査で、このページの設問を見直してください(受付中の調査票は変更できません)。`;
      case 'wait_for_forecast':
        return '見込みを出すには、まだ日数が足りません。数日後にもう一度ご覧ください。';
      case 'on_plan':
        return '計画どおりに進んでいます。いま必要な対応はありません。';
      case 'close_now':
        return '受付期間が終わっています。調査回のページで受付を終了し、紙の回答を入力してください。';
      case 'finalise':
        return '受付を終了しています。紙の回答をすべて入力したら、調査回のページで結果を確定してください。';
      case 'finished':
        return '結果は確定しています。';
    }
  },
} as const;
