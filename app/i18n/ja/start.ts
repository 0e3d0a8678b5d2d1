import type { CodeLogFault, StartProblem } from '#app/fielding/start-problem.ts';

const codeLogFaults: Readonly<Record<CodeLogFault, string>> = {
  missing: '使用済みの回答コードの記録がありません',
  foreign: '使用済みの回答コードの記録が、別のデータベースのものです',
  short: '使用済みの回答コードの記録が、途中までしかありません',
};

/** Why the server or a command did not start and what to do, for who runs it. */
export function startProblemWords(problem: StartProblem): string {
  switch (problem.kind) {
    case 'code_log':
      return `${codeLogFaults[problem.fault]}: ${problem.file}
このまま受付を始めると、回答済みの手紙でもう一度回答できてしまうため、起動を止めました。
データベースをバックアップから戻したときは、この記録を消さずに、最新のものを上の場所に置いてから起動してください(場所は USED_CODE_LOG で変えられます。複数のプロセスは同じファイルを使います)。
記録がどうしても見つからないときだけ、-- --used-codes-lost を付けて起動してください。
(The log of used codes is ${problem.fault}. Put the latest one back, or start with -- --used-codes-lost.)`;
    case 'secret_damaged':
      return `${problem.file} が壊れています。バックアップから戻すか、まだ回答がなければ消してください。`;
  }
}
