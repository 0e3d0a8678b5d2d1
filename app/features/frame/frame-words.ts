import type { EStatError } from '#app/fielding/ports.ts';
import type { EStatRefusal } from '#app/fielding/rounds/frame.ts';
import { formatCount } from '#app/i18n/ja/office.ts';
import type { Frame, FrameProblem } from '#surveys/round/frame.ts';
import type { MarginsCsvProblem } from '#surveys/round/margins-csv.ts';
import type { PopulationFilesProblem, PopulationTableName } from '#surveys/round/population-files.ts';

const dimensionNames: Readonly<Record<string, string>> = {
  sex: '性別',
  age: '年齢',
  area: '地域',
  stratum: '層',
  strata: '層の人口',
  population: '人口',
  count: '人口',
};

export const dimensionName = (dimension: string) => dimensionNames[dimension] ?? dimension;

/** `sex×age` as people say it: 性別×年齢. */
export const marginName = (name: string) => name.split('×').map(dimensionName).join('×');

export const weightingNames: Readonly<Record<Frame['weighting'], string>> = {
  strata: '層ごとの人口に合わせる',
  'post-stratify': '一つの内訳の人口に合わせる(事後層化)',
  rake: '複数の内訳の人口に同時に合わせる(レイキング)',
};

type LabelOf = (dimension: string, code: string) => string;

/** What a population file holds. */
export const tableNames: Readonly<Record<PopulationTableName, string>> = {
  'sex-age': '性別×年齢の人口',
  'age-area': '年齢×地域の人口',
  area: '地域の人口',
  strata: '層の人口と発送数(層化抽出のとき)',
};

/** As many problems of one file are told; a file that is quite another has thousands. */
const maxProblemsShown = 8;

/** What a form says is wrong, tied to the field's id. */
export interface FormError {
  readonly field: string;
  readonly message: string;
}

/** What is wrong with the files of a frame, each at its field. */
export const filesProblemsText = (
  problems: readonly PopulationFilesProblem[],
  labelOf: LabelOf,
): FormError[] => problems.flatMap((problem) => filesProblemText(problem, labelOf));

function filesProblemText(problem: PopulationFilesProblem, labelOf: LabelOf): FormError[] {
  switch (problem.kind) {
    case 'table': {
      const { table: field, problems } = problem;
      const told = problems
        .slice(0, maxProblemsShown)
        .map((one) => ({ field, message: csvProblemText(one, labelOf) }));
      const nMore = problems.length - told.length;
      return nMore > 0 ? [...told, { field, message: `ほかに${nMore}件の誤りがあります。` }] : told;
    }
    case 'no_files':
      return [{ field: 'sex-age', message: '人口のファイルを一つ以上選んでください。' }];
    case 'nobody':
      return [{ field: 'sex-age', message: '人口の合計が0人です。' }];
  }
}

/** What is wrong with a CSV file, and what to do about it. */
function csvProblemText(problem: MarginsCsvProblem, labelOf: LabelOf): string {
  switch (problem.kind) {
    case 'unreadable':
      return '文字を読み取れません。UTF-8 か Shift_JIS の CSV で保存してください。';
    case 'empty':
      return '行がありません。1行目に見出し、2行目から人口を入れてください。';
    case 'missing-column':
      return `「${dimensionName(problem.column)}」の列がありません。見出しを次のどれかにしてください: ${problem.accepted.slice(0, 4).join('、')}`;
    case 'unknown-category':
      return problem.value === ''
        ? `${problem.line}行目: ${dimensionName(problem.column)}が空です。`
        : `${problem.line}行目: ${dimensionName(problem.column)}「${problem.value}」は調査票の選択肢にありません。`;
    case 'bad-count':
      return problem.value.trim() === ''
        ? `${problem.line}行目: 人口が空です。`
        : `${problem.line}行目: 「${problem.value}」は人数として読めません。整数で入れてください。`;
    case 'repeated-row':
      return `${problem.line}行目: ${problem.firstLine}行目と同じ区分です。どちらかを消してください。`;
    case 'category-without-row':
      return `${dimensionName(problem.column)}「${labelOf(problem.column, problem.category)}」の行がありません。人口が0でも行を入れてください。`;
    case 'totals-disagree': {
      const [name, unit] = problem.counted === 'people' ? ['人口', '人'] : ['発送数', '通'];
      return `${problem.line}行目: 「${problem.label}」の${name}${formatCount(problem.stated)}${unit}が、内訳を足した${formatCount(problem.summed)}${unit}と一致しません。合計の行は、内訳と合っているときだけ除いて読み取ります。`;
    }
    case 'more-letters-than-people':
      return `${problem.line}行目: 「${problem.stratum}」の発送数${formatCount(problem.letters)}通が、人口${formatCount(problem.people)}人を超えています。`;
  }
}

/** Why a frame cannot be used; `labelOf` gives the questionnaire's words for a category. */
export function frameProblemText(problem: FrameProblem, labelOf: LabelOf): string {
  const people = (n: number) => `${formatCount(n)}人`;
  const category = (margin: string, key: string) => {
    const by = margin.split('×');
    return key
      .split('×')
      .map((code, index) => labelOf(by[index] ?? '', code))
      .join('・');
  };
  switch (problem.kind) {
    case 'totals-disagree':
      return `合計が一致しません: ${marginName(problem.left)}は${people(problem.leftTotal)}、${marginName(problem.right)}は${people(problem.rightTotal)}です。同じ日・同じ年齢以上の人口をそろえてください。`;
    case 'category-totals-disagree':
      return `${dimensionName(problem.dimension)}「${labelOf(problem.dimension, problem.category)}」の人口が一致しません: ${marginName(problem.left)}では${people(problem.leftTotal)}、${marginName(problem.right)}では${people(problem.rightTotal)}です。`;
    case 'repeated-category':
      return `${marginName(problem.margin)}の「${category(problem.margin, problem.category)}」が2回あります。`;
    case 'wrong-key':
      return `${marginName(problem.margin)}の区分「${problem.category}」の形が正しくありません。`;
    case 'total-as-stratum':
      return `「${problem.stratum}」は合計の行で、層にはできません。標本設計の層から除いてください。`;
    case 'repeated-stratum':
      return `層「${problem.stratum}」が2回あります。`;
    case 'unknown-merge-category':
      return `まとめ方の${dimensionName(problem.dimension)}「${labelOf(problem.dimension, problem.category)}」は、人口の内訳にありません。`;
    case 'merge-into-itself':
      return `まとめ方の${dimensionName(problem.dimension)}「${labelOf(problem.dimension, problem.category)}」は、同じ区分にまとめようとしています。`;
    case 'margins-missing':
      return '人口の内訳のファイルがありません。';
  }
}

const missingNames: Readonly<Record<'sex' | 'age' | 'area' | 'single-time', string>> = {
  sex: '男女別の人口がありません。',
  age: '年齢別の人口がありません。',
  area: 'この市区町村の人口がありません。',
  'single-time': '複数の時点の人口が入っています。1時点の表を指定してください。',
};

/** What the source of a frame says more where five-year classes were spread. */
export const spreadNote = '、5歳階級は均等とみなして分けた';

/** Why e-Stat's population makes no frame, and what a clerk can do. */
export function eStatRefusalText(refusal: EStatRefusal, labelOf: LabelOf): string {
  switch (refusal.kind) {
    case 'no_sex_or_age':
      return 'この調査票は性別と年齢を聞いていないため、e-Stat の人口を使えません。';
    case 'e_stat':
      return eStatErrorText(refusal.error);
    case 'class_cut':
      return `この表の年齢は${refusal.cut.from}〜${refusal.cut.to}歳の区切りで、調査票の「${labelOf('age', refusal.band)}」に分けられません。各歳の表を指定するか、「均等とみなして分ける」を選んでください。`;
    case 'band_uncovered':
      return `この表には、調査票の「${labelOf('age', refusal.band)}」にあたる年齢の人口がありません。`;
  }
}

/** The field that a refusal is told at. */
export function fieldOfEStatRefusal({ kind }: EStatRefusal): string {
  switch (kind) {
    case 'no_sex_or_age':
    case 'e_stat':
      return 'areaCode';
    case 'class_cut':
      return 'cutRule';
    case 'band_uncovered':
      return 'statsDataId';
  }
}

function eStatErrorText(error: EStatError): string {
  const instead = '時間をおいてもう一度試すか、CSV ファイルで取り込んでください。';
  switch (error.kind) {
    case 'no-app-id':
      return 'e-Stat のアプリケーション ID が設定されていません。システム管理者に ESTAT_APP_ID の設定を依頼するか、CSV ファイルで取り込んでください。';
    case 'wrong-app-id':
      return 'e-Stat がアプリケーション ID を認めませんでした。システム管理者に ESTAT_APP_ID の確認を依頼してください。';
    case 'refused':
      return `e-Stat が問い合わせを受け付けませんでした(HTTP ${error.httpStatus})。アプリケーション ID の誤りか、ネットワークの制限が考えられます。`;
    case 'unreachable':
      return `e-Stat に接続できませんでした。${instead}`;
    case 'timeout':
      return `e-Stat から時間内に返事がありませんでした。${instead}`;
    case 'unavailable':
      return `e-Stat が一時的に使えません(HTTP ${error.httpStatus})。${instead}`;
    case 'no-data':
      return '該当する人口がありませんでした。市区町村コード(5けた)と統計表 ID をお確かめください。';
    case 'status':
      return `e-Stat の返事: ${error.message || '理由の記載なし'}(${error.status})`;
    case 'unreadable':
      return 'e-Stat の返事を読み取れませんでした。統計表 ID が、男女・年齢別の人口の表かお確かめください。';
    case 'unsuitable-table':
      return `この統計表は使えません。${missingNames[error.missing]}`;
  }
}
