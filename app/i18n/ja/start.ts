import type { CodeLogFault, StartProblem } from '#app/fielding/start-problem.ts';
import type { CatalogFault } from '#surveys/catalog/catalog-error.ts';

const codeLogFaults: Readonly<Record<CodeLogFault, string>> = {
  missing: '使用済みの回答コードの記録がありません',
  foreign: '使用済みの回答コードの記録が、別のデータベースのものです',
  short: '使用済みの回答コードの記録が、途中までしかありません',
};

const catalogFaults: Readonly<Record<CatalogFault, string>> = {
  no_folder:
    '区の設定のフォルダがありません。環境変数 WARD に、surveys/catalog の中のフォルダ名か、区の設定のフォルダのパス(/ を含む形)を指定してください。',
  no_ward_file:
    '区の設定のフォルダに ward.yaml がありません。WARD の指定が正しいか確かめ、ward.yaml を置いてください。',
  no_plan:
    '区の設定のフォルダに計画がありません。plan-(名前).yaml という名前のファイルを1つ以上置いてください。',
  content: '区の設定に誤りがあります。次の場所を直してから、起動してください。',
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
    case 'database_not_opened':
      return `データベース ${problem.database} を開けません: ${problem.reason}`;
    case 'newer_database':
      return `データベース ${problem.database} は、このソフトウェアより新しい版で使われています。この版が知らない移行: ${problem.migrations.join(', ')}
データを壊さないように、何も変えずに止まりました。新しい版のソフトウェアに入れ替えてから、もう一度実行してください。
どうしても古い版に戻すときは、新しい版を使い始める前のバックアップからデータベースを戻してください(そのあとに届いた回答は失われます)。
(A newer version of the software has used this database. Run that version, or restore the backup from before it.)`;
    case 'older_database':
      return `データベース ${problem.database} は、このソフトウェアの形に移行されていません(未適用: ${problem.migrations.join(', ')})。
確かめるだけのコマンドは移行を行いません。サーバを起動すると移行されます。
(This database lacks migrations, which a command that verifies does not run. Start the server first.)`;
    case 'catalog':
      return `${catalogFaults[problem.fault]}
  ファイル (file): ${problem.file}
  場所 (place): ${problem.path}
  理由 (reason): ${problem.reason}`;
  }
}
