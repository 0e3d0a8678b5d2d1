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
    case 'other_ward':
      return `このデータベースには別の区の計画が入っています: ${problem.owner}(${problem.planId})
これから動かす区は${problem.ward}です。環境変数 WARD を確かめるか、この区のための別のデータベースを DATABASE_URL か DATA_DIR で指定してください。
(The database is another ward's. Check WARD, or name another database.)`;
    case 'plan_changed':
      return `計画 ${problem.planId} の指標が、調査回が始まった後に変わっています: ${problem.changes
        .map(({ indicatorId, kind }) => `${indicatorId}(${kind === 'removed' ? '削除' : '変更'})`)
        .join('、')}
この指標を測っている調査回: ${problem.rounds.join('、')}
このまま起動すると、これまでの結果が別の指標や目標の結果として表示されるため、起動を止めました。データベースの計画は元のままです。
計画のファイルを元に戻すか、変えた計画を新しい id の別のファイル(plan-….yaml)にしてください。年度ごとの文章(pdca)や公表値(publishedResults)は、同じ id のまま加えられます。デモのときは、デモのデータベース(data/demo)を消しても始められます。
(The plan was changed under its rounds. Restore its file, or give the changed plan a new id and file.)`;
  }
}
