import type { LetterAction, LetterRefusal } from '#app/fielding/codes/change-letter.ts';
import type { InviteRefusal } from '#app/fielding/codes/invite-by-name.ts';
import type { OrderRefusal } from '#app/fielding/codes/order-codes.ts';
import type { CodeState } from '#surveys/round/code-verdict.ts';
import type { InviteeProblem } from '#surveys/round/invitees.ts';
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

/** Who answered, in words: answers of paper or of a round without codes may have come without a name. */
export function inviteeName(stratum: string): string {
  if (stratum === wholeStratum) return '名前のない回答';
  return stratum === unknownStratum ? '名前の分からない票' : stratum;
}

/** The serial as letters and lists print it: `00042`. */
export const formatSerial = (serial: number): string => String(serial).padStart(5, '0');

/** What was done with a letter, for its clerk. */
export function letterActionWords(action: LetterAction, serial: number): string {
  const name = `整理番号 ${formatSerial(serial)}`;
  switch (action) {
    case 'void':
      return `${name}を取り消しました。この回答コードでは回答できません。`;
    case 'returned':
      return `${name}を返送扱いにしました。この回答コードでは回答できません。`;
    case 'reissue':
      return `${name}を取り消し、代わりの回答コードを1通つくりました。下の表の最後の行から印刷してください。`;
  }
}

const noCodesAsked = 'この調査回では、回答コードを使いません。';
const codesClosed =
  '回答コードをつくったり取り消したりできるのは、調査回が承認されてから受付が終わるまでの間だけです。';

const tooManyCodes = (maximum: number) =>
  `回答コードは、1つの調査回で${maximum.toLocaleString('ja-JP')}通までです。`;

/** Why codes are not made, or a letter not changed, and what to do. */
export function codesRefusalMessage(refusal: OrderRefusal | LetterRefusal): string {
  switch (refusal.kind) {
    case 'no_codes_asked':
      return noCodesAsked;
    case 'asked_by_name':
      return '団体・調査員の回答コードは、「依頼した相手」の画面でつくります。';
    case 'nothing_ordered':
      return '通数を1つ以上入力してください。';
    case 'too_many_codes':
      return tooManyCodes(refusal.maximum);
    case 'codes_closed':
      return codesClosed;
    case 'unknown_letter':
      return 'その整理番号・回答コードの手紙は、この調査回にありません。手紙の右下の番号か、回答コードの文字を確かめて、もう一度入力してください。';
    case 'letter_ended':
      return `整理番号 ${formatSerial(refusal.serial)}は、すでに使われているか取り消されているため、変更できません。新しい手紙が必要なときは「手紙を追加する」からつくってください。`;
  }
}

const inviteeProblems: Readonly<Record<InviteeProblem['kind'], string>> = {
  too_long: '名前がないか、長すぎます',
  repeated: '同じ名前が上にあります',
  wrong_number: '回数は1から100までの数で入力してください',
};

/** Why nobody is invited by name, and what to do. */
export function inviteRefusalMessage(refusal: InviteRefusal): string {
  switch (refusal.kind) {
    case 'no_codes_asked':
      return noCodesAsked;
    case 'no_names':
      return '名前を1つ以上入力してください。';
    case 'too_many_codes':
      return tooManyCodes(refusal.maximum);
    case 'codes_closed':
      return codesClosed;
    case 'wrong_lines':
      return refusal.problems.map(({ line, kind }) => `${line}行目: ${inviteeProblems[kind]}`).join('。');
  }
}

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
