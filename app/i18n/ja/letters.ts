import type { CodeState } from '#surveys/round/code-verdict.ts';
import { unknownStratum, wholeStratum } from '#surveys/round/stratum.ts';

export const codeStateNames: Readonly<Record<CodeState, string>> = {
  issued: '未回答',
  used: '回答済み',
  void: '取り消し',
  returned: '宛先不明で返送',
};

/** A stratum in words: rounds that draw none have one for all, and some forms come back without telling theirs. */
export function stratumName(stratum: string): string {
  if (stratum === unknownStratum) return '層の分からない票';
  return stratum === wholeStratum ? '全体' : stratum;
}

/** Why codes cannot be made or withdrawn now, and when they can. */
export const codesRefused =
  '回答コードをつくったり取り消したりできるのは、調査回が承認されてから受付が終わるまでの間だけです。';

/** Column heads of the sheets for mail merge. */
export const sheetHeads = {
  serial: '整理番号',
  stratum: '層',
  code: '回答コード',
  link: '回答用アドレス(QRコード用)',
  entry: '入力用アドレス',
  closesAt: '回答期限',
  title: '調査名',
} as const;

/** Words printed on the letters. */
export const letterWords = {
  name: { invitation: '依頼状', reminder: '再度のお知らせ' },
  printing:
    'すべて表示されるまで待ってから、ブラウザーの「印刷」(Ctrl+P)を選んでください。送信先に「PDFに保存」を選ぶと、PDFになります。用紙はA4縦、倍率は100%です。回答コードが載っている場合は、印刷した後にこの画面を閉じてください。',
  heading: { invitation: 'アンケートへのご協力のお願い', reminder: 'アンケートのお礼と再度のお願い' },
  /** How a second letter begins: to everyone alike, or to those who have not answered. */
  again: {
    everyone:
      '先日お送りしたアンケートに回答してくださった方に、お礼を申し上げます。回答がお済みの方は、もう一度お答えいただく必要はありません(だれが回答したかを調べずに、全員にお送りしています)。まだの方は、期限までにご協力をお願いいたします。',
    unused:
      '先日お送りしたアンケートの回答が、まだ届いていないようです。期限までにご協力をお願いいたします。行き違いで回答してくださった方には、お礼を申し上げます。',
  },
  purpose: '調査の目的',
  drawn: 'この調査は、無作為に選ばれた方にお願いしています。',
  until: '回答期限',
  time: 'かかる時間',
  timeValue: (minutes: number, nQuestions: number) => `約${minutes}分・全${nQuestions}問`,
  how: '回答の方法',
  scan: 'スマートフォンのカメラで、右のQRコードを読み取ってください。',
  orType: '読み取れないときは、次のアドレスを開き、回答コードを入力してください。',
  orOpen: '読み取れないときは、次のアドレスを開いてください。',
  earlierCode: '先日のお手紙に印刷されている回答コード(14文字)を入力してください。',
  code: '回答コード',
  codeNote:
    '大文字・小文字やハイフンの有無は問いません。1通で1回だけ回答できます。途中でやめても、同じ回答コードで続きから回答できます。',
  contact: 'お問い合わせ',
  privacy: '回答の取り扱い',
  private:
    'この調査は無記名です。回答コードは1回だけの回答を確かめるためのもので、お名前と回答が結びつかないように保存します。回答は、区政の評価と改善のためだけに使います。',
  attributed:
    'この調査は、どの団体・調査員からの回答かが分かる形で集計します。回答コードは、1回だけの回答と、どの団体・調査員の回答かを確かめるためのものです。回答は、団体・調査員の名前と一緒に記録し、区政の評価と改善のためだけに使います。',
  everyone: 'お知らせを再度お送りする場合は、回答したかどうかにかかわらず、全員にお送りします。',
  unused: 'まだ回答していない方だけに、お知らせを再度お送りすることがあります。',
  serial: (serial: string, stratum: string) => `整理番号 ${serial} / ${stratum}`,
} as const;
