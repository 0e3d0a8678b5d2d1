import { formatDay } from '#app/i18n/ja/office.ts';
import { checkFrame } from '#surveys/round/frame.ts';
import { japaneseDayOf } from '#surveys/round/japanese-time.ts';
import type { Round } from '#surveys/round/round.ts';
import type { RoundSetup, SetupStep } from '#surveys/round/setup.ts';
import { shiftDay } from '#surveys/round/shift-years.ts';

/** Something to mend or to think about before a round is approved, and the step where it can be done. */
export interface SetupProblem {
  readonly step: SetupStep;
  readonly message: string;
  /** Whether approval cannot be asked for as long as it stands. */
  readonly isBlocking: boolean;
}

/** What speaks against asking for the approval of a round now; none when it is ready. */
export function findSetupProblems(round: Round, setup: RoundSetup, now: string): readonly SetupProblem[] {
  const problems: SetupProblem[] = [];
  const add = (step: SetupStep, isBlocking: boolean, message: string) =>
    problems.push({ step, isBlocking, message });
  if (round.closesAt <= now) add('schedule', true, '受付終了の日時を過ぎています。日程を変えてください。');
  else if (round.opensAt <= now) {
    add('schedule', false, '受付開始の日時を過ぎているため、承認されるとすぐに受付が始まります。');
  }
  if (setup.mode === 'organisations' && round.populationSize === null) {
    add('frame', true, '団体の数が入力されていません。');
  }
  if (setup.mode === 'letter' && round.nIssued === null) {
    add('frame', true, '依頼状を送る数が入力されていません。');
  }
  if (setup.mode === 'letter' && round.populationSize === null) {
    add('frame', false, '対象の数がないため、有限母集団の補正と人口への重み付けはできません。');
  }
  const found = round.frame ? checkFrame(round.frame) : [];
  const totals = found.flatMap((problem) => (problem.kind === 'total-as-stratum' ? [problem.stratum] : []));
  if (totals.length > 0) {
    add('frame', true, `標本設計の層に、合計の行(${totals.join('、')})が入っています。除いてください。`);
  }
  if (found.length > totals.length) add('frame', true, '標本設計の人口の合計に食い違いがあります。');
  if (round.frame && shiftDay(round.frame.asOf, 1) < japaneseDayOf(round.opensAt)) {
    add('frame', false, `人口の時点(${formatDay(round.frame.asOf)})が、受付開始の1年より前です。`);
  }
  return problems;
}
