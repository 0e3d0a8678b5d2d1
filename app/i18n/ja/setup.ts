import type { StepRefusal } from '#app/fielding/rounds/save-step.ts';
import { designNames, formatDay, formatPeriod } from '#app/i18n/ja/office.ts';
import { languageNames } from '#app/i18n/language-names.ts';
import type { Plan } from '#surveys/plan/plan.ts';
import type { Access, Design, Reminder } from '#surveys/round/round.ts';
import type { Mode, SetupStep } from '#surveys/round/setup.ts';
import type { SetupProblem } from '#surveys/round/setup-problems.ts';
import type { Locale } from '#surveys/text.ts';

const stepNames: Readonly<Record<Exclude<SetupStep, 'frame'>, string>> = {
  questionnaire: '調査票と指標',
  audience: '対象と依頼のしかた',
  schedule: '日程と案内文',
  preview: '画面の確認',
  summary: '承認の依頼',
};

/** What the step that says how many are asked is about. */
export const frameNames: Readonly<Record<Mode, string>> = {
  letter: '標本設計',
  link: '対象の数',
  kiosk: '対象の数',
  event: '対象の数',
  panel: '対象の数',
  organisations: '団体の数',
  shoppers: '訪問の数',
  records: '対象の数',
};

/** The name of a step in the preparation of a round whose people are reached in a way. */
export const stepName = (step: SetupStep, mode: Mode): string =>
  step === 'frame' ? frameNames[mode] : stepNames[step];

export const modeNames: Readonly<Record<Mode, string>> = {
  letter: '郵送の依頼状(回答コードつき)',
  link: '公開リンク',
  kiosk: '窓口の端末',
  event: 'イベント会場',
  panel: '登録モニター(回答コードつき)',
  organisations: '活動主体への依頼(団体ごとの回答コード)',
  shoppers: '覆面調査員(調査員ごとの回答コード)',
  records: '区の記録(職員が入力)',
};

/** What choosing a way of asking means, for the clerk who chooses. */
export const modeHelp: Readonly<Record<Mode, string>> = {
  letter: '名簿から無作為に選んだ人に、1人1回だけ使えるコードを郵送します。誤差の範囲を計算できます。',
  link: 'だれでも答えられるアドレスを公開します。誤差は計算できません。',
  kiosk: '来庁した人が窓口の端末で答えます。誤差は計算できません。',
  event: '会場で案内したアドレスから答えます。誤差は計算できません。',
  panel: '区民モニターなど、登録した人に依頼します。誤差は計算できません。',
  organisations: '団体の全部に依頼します。どの団体の回答かが分かることを伝えたうえで集めます。',
  shoppers: '調査員が訪問ごとに採点します。どの調査員の採点かが分かる形で集めます。',
  records: '担当の職員が実績の件数を入力します。',
};

/** The design of a round in words; shoppers are no panel of residents, though figures are made as from one. */
export const designNameOf = (design: Design, mode: Mode): string =>
  mode === 'shoppers' ? '覆面調査' : designNames[design];

/** Why the design of the round follows from the way of asking. */
export const designReasons: Readonly<Record<Mode, string>> = {
  letter:
    '名簿から無作為に選ぶので、標本調査として誤差の範囲を示せます。依頼する数が対象の数と同じなら、全数調査になります。',
  link: '答える人を選んでいないので、区民全体を代表するとは言えません。',
  kiosk: '来庁した人だけが答えるので、区民全体を代表するとは言えません。',
  event: '参加した人だけが答えるので、区民全体を代表するとは言えません。',
  panel: '自分で登録した人の集まりなので、無作為抽出とは合わせて集計しません。',
  organisations: '対象の全部に依頼するので、全数調査です。答えなかった団体の影響は別に示します。',
  shoppers: '決まった調査員による採点なので、訪問の平均点を示します。',
  records: '記録の全部を数えるので、誤差はありません。',
};

export const accessNames: Readonly<Record<Access, string>> = {
  open: 'アドレスを知っている人はだれでも回答できます',
  code: '回答コードを受け取った人だけが、1回だけ回答できます',
};

export const reminderNames: Readonly<Record<Reminder, string>> = {
  everyone: '全員に同じ督促(お礼を兼ねたはがきなど)を送る',
  unused: 'まだ回答のない依頼状だけに督促を送る(そのことを回答者に前もって伝えます)',
};

/** What is to be corrected or thought about before a round is approved. */
export function setupProblemWords(problem: SetupProblem): string {
  switch (problem.kind) {
    case 'closing_passed':
      return '受付終了の日時を過ぎています。日程を変えてください。';
    case 'opening_passed':
      return '受付開始の日時を過ぎているため、承認されるとすぐに受付が始まります。';
    case 'fiscal_year_missing':
      return '計画の年度が選ばれていません。年度を選んでください。';
    case 'organisations_missing':
      return '団体の数が入力されていません。';
    case 'letters_missing':
      return '依頼状を送る数が入力されていません。';
    case 'population_missing':
      return '対象の数がないため、有限母集団の補正と人口への重み付けはできません。';
    case 'totals_among_strata':
      return `標本設計の層に、合計の行(${problem.strata.join('、')})が入っています。除いてください。`;
    case 'totals_disagree':
      return '標本設計の人口の合計に食い違いがあります。';
    case 'population_old':
      return `人口の時点(${formatDay(problem.asOf)})が、受付開始の1年より前です。`;
    case 'indicators_gone':
      return `もとの調査回にあった指標のうち、${problem.indicatorIds.join('、')}が入っていません。前の回と比べられなくなります。`;
  }
}

/** Why a step of the preparation was not saved. */
export const stepRefusalWords: Readonly<Record<StepRefusal, string>> = {
  unknown_plan: '計画を選び直してください。',
  year_outside_plan: '選んだ計画の年度ではありません。年度を選び直してください。',
  unknown_indicator: 'この調査票にない指標があります。選び直してください。',
  mode_not_offered: 'この調査票では選べない依頼のしかたです。',
  indicators_gone: '選んだ指標がこの調査票からなくなりました。「調査票と指標」で選び直してください。',
  questionnaire_gone: 'この調査票は調査票集からなくなりました。',
};

/** In which languages' pages a text stands in Japanese, as it has no translation. */
export const untranslatedWords = (languages: readonly Locale[]): string =>
  `訳がないため、${languages.map((language) => languageNames[language]).join('・')}の画面では、この文章は日本語のまま出ます。`;

/** How a text that was worded otherwise gets its translations back. */
export const usualWordingWords = (usual: string): string =>
  `ふだんの文面「${usual}」に戻すと、訳も戻ります。`;

/** A plan among several, with the years it is for. */
export const planWithYears = ({
  title,
  baseFiscalYear,
  targetFiscalYear,
}: Pick<Plan, 'title' | 'baseFiscalYear' | 'targetFiscalYear'>): string =>
  `${title}(${formatPeriod(baseFiscalYear, targetFiscalYear)})`;
