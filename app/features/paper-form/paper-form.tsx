import type { PaperFormData } from '#app/features/paper-form/paper-form-data.ts';
import { PaperHead } from '#app/features/paper-form/paper-head.tsx';
import { PaperQuestion, Screening } from '#app/features/paper-form/paper-question.tsx';
import { listNumberedQuestions } from '#surveys/paper/paper-questionnaire.ts';
import { describeCondition } from '#surveys/paper/screening-words.ts';

/** The whole questionnaire as it is printed, filled in with a pen, sent back and keyed. */
export function PaperForm({ form }: { readonly form: PaperFormData }) {
  const { questionnaire, terms } = form;
  const numbers = new Map(
    listNumberedQuestions(questionnaire).map(({ number, question }) => [question.id, number]),
  );
  return (
    <article className={classOf(form)}>
      <PaperHead form={form} />
      {questionnaire.pages.map((page) => (
        <section key={page.id} className="paper-section">
          <h2>{page.title.ja}</h2>
          {page.showWhen && <Screening words={describeCondition(questionnaire, page.showWhen)} />}
          {page.help && <p>{page.help.ja}</p>}
          {page.questions.map((question) => (
            <PaperQuestion
              key={question.id}
              number={numbers.get(question.id) ?? 0}
              question={question}
              screening={question.showWhen && describeCondition(questionnaire, question.showWhen)}
            />
          ))}
        </section>
      ))}
      <footer className="paper-foot">
        <p>
          <b>ご協力ありがとうございました。</b>
          記入した調査票は、同封の返信用封筒に入れて、切手を貼らずにポストへお出しください。
        </p>
        <ul>
          <li>{terms.proxy.ja}</li>
          <li>{terms.duplicates.ja}</li>
          <li>{terms.nonResponse.ja}</li>
        </ul>
        <p>お問い合わせ: {terms.contact.ja}</p>
        <p className="paper-imprint">調査票の照合番号 {form.questionnaireHash}</p>
      </footer>
    </article>
  );
}

const classOf = ({ isLarge, letter }: PaperFormData) =>
  ['paper', isLarge && 'paper-large', letter !== null && 'paper-coded'].filter(Boolean).join(' ');
