import type { PaperFormData } from '#app/features/paper-form/paper-form-data.ts';
import { formatDeadline } from '#app/i18n/ja/office.ts';
import { codeLength } from '#surveys/round/access-code.ts';

const anonymousWords =
  'お名前やご住所は書かないでください。だれの回答かは分からない形で集計し、この調査の目的以外には使いません。';
const anonymousCodeWords =
  '回答コードは、1通のお手紙で1回だけ数えるためのものです。回答と結びつけて残すことはありません。';
const attributedCodeWords = '回答コードは、どなたの回答かを確かめるためのものです。';
const attributedWords = '団体名や担当者名とともに記録し、この調査の目的以外には使いません。';

/** What stands above the first question: who asks, why, until when, and the office's own boxes. */
export function PaperHead({ form }: { readonly form: PaperFormData }) {
  const { questionnaire } = form;
  return (
    <header>
      <div className="paper-office">
        {form.mark && (
          <p>
            層 <b className="paper-mark">{form.mark.number}</b>
          </p>
        )}
        <p>
          通し番号(記入しないでください)
          <span className="paper-serial" />
        </p>
      </div>
      <p>{form.wardOffice}</p>
      <h1>{questionnaire.title}</h1>
      <p>{questionnaire.purpose}</p>
      <ul>
        <li>{form.isAnonymous ? anonymousWords : attributedWords}</li>
        <li>記入にかかる時間は、約{questionnaire.minutes}分です。</li>
        <li>
          <b>{formatDeadline(form.closesAt)}まで</b>に、同封の返信用封筒でお送りください(切手は不要です)。
        </li>
        <li>
          あてはまる<b>番号を○で囲んで</b>ください。「いくつでも」とある設問のほかは、○は1つです。
        </li>
        <li>インターネットで回答した方は、この調査票を送る必要はありません。</li>
      </ul>
      {form.hasCodes && <CodePlace form={form} />}
    </header>
  );
}

function CodePlace({ form: { letter, isAnonymous } }: { readonly form: PaperFormData }) {
  return (
    <div className="paper-code">
      {letter === null ? (
        <CodeBoxes />
      ) : (
        <p>
          <b>回答コード</b> <b className="paper-code-printed">{letter.code}</b>{' '}
          <span className="paper-code-imprint">{letter.imprint}</span>
        </p>
      )}
      <p>{isAnonymous ? anonymousCodeWords : attributedCodeWords}</p>
    </div>
  );
}

function CodeBoxes() {
  return (
    <>
      <p>
        <b>回答コード</b>(お手紙に印刷されている14文字を書き写してください)
      </p>
      <p className="paper-code-boxes" aria-hidden="true">
        {Array.from({ length: codeLength }, (_, place) => {
          const isGroupStart = place === 5 || place === 10;
          return <span key={place} className={isGroupStart ? 'paper-box paper-box-apart' : 'paper-box'} />;
        })}
      </p>
    </>
  );
}
