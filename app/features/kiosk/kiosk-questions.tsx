import { type FormEvent, useState } from 'react';
import { Button } from '#app/components/form/button.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { fieldsOf } from '#app/components/form/form-fields.ts';
import { QuestionField } from '#app/components/form/question-field.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { Progress } from '#app/components/ui/progress.tsx';
import { useWords } from '#app/components/ui/words-context.tsx';
import { moveOn } from '#app/features/kiosk/kiosk-form.ts';
import type { KioskRound } from '#app/fielding/devices/load-kiosk.ts';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import { answeredNow } from '#surveys/response/answered-on.ts';
import { type Answers, answerTo } from '#surveys/response/answers.ts';
import { type Filling, findRefused } from '#surveys/response/take-page.ts';
import type { AnswerForm, QuestionError } from '#surveys/response/validate-answers.ts';
import { localize } from '#surveys/text.ts';

interface KioskQuestionsProps {
  readonly round: KioskRound;
  readonly onFinished: (answers: Answers) => void;
  readonly onStop: () => void;
}

interface Place {
  readonly pageId: string | undefined;
  readonly filling: Filling;
  readonly turn: number;
}

const nothingYet: Filling = { answers: {}, refused: {} };

interface Refusal {
  readonly fields: AnswerForm;
  readonly errors: readonly QuestionError[];
}

/** The questionnaire page by page; what is answered lives in this component and goes with it. */
export function KioskQuestions({ round, onFinished, onStop }: KioskQuestionsProps) {
  const { locale, kiosk: words, form: formWords, answerErrorMessage } = useWords();
  const [place, setPlace] = useState<Place>({ pageId: round.pages[0]?.id, filling: nothingYet, turn: 0 });
  const [refusal, setRefusal] = useState<Refusal>();
  const pages = visiblePages(round, place.filling.answers);
  const index = pages.findIndex(({ id }) => id === place.pageId);
  const page = pages[index];
  if (!page) return null;

  const answeredOn = answeredNow(new Date().toISOString());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget);
    const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    const fields = fieldsOf(new URLSearchParams(texts));
    const isBack = (submitter as HTMLButtonElement | null)?.value === 'back';
    const step = moveOn({ pages: round.pages, page, before: place.filling, fields, isBack, answeredOn });
    scrollTo(0, 0);
    if (step.kind === 'refused') return setRefusal({ fields, errors: step.errors });
    setRefusal(undefined);
    if (step.kind === 'finished') return onFinished(step.answers);
    setPlace({ pageId: step.pageId, filling: step.filling, turn: place.turn + 1 });
  };

  const { answers, refused } = place.filling;
  const shown = refusal ?? { fields: refused, errors: findRefused([page], refused, answeredOn) };
  const values: Answers = { ...answers, ...shown.fields };
  const errors = new Map(shown.errors.map(({ questionId, error }) => [questionId, error]));
  return (
    <form onSubmit={submit} noValidate autoComplete="off" key={place.turn}>
      <Progress value={index + 1} max={pages.length} label={words.progress(index + 1, pages.length)} />
      <PageHeading>
        <Furigana text={localize(page.title, locale)} />
      </PageHeading>
      <ErrorSummary
        title={words.errorTitle(errors.size)}
        errors={[...errors].map(([id, error]) => ({
          href: `#q-${id}`,
          message: words.errorLine(round.numbers[id] ?? 0, answerErrorMessage(error)),
        }))}
      />
      {page.help && (
        <p className="my-4">
          <Furigana text={localize(page.help, locale)} />
        </p>
      )}
      {page.questions.map((question) => {
        const error = errors.get(question.id);
        return (
          <QuestionField
            key={question.id}
            question={question}
            locale={locale}
            words={formWords}
            value={answerTo(values, question.id)}
            error={error && answerErrorMessage(error)}
            number={round.numbers[question.id] ?? 0}
          />
        );
      })}
      <div className="mt-8 flex flex-wrap gap-4">
        <Button name="_go" value="next">
          <Furigana text={index === pages.length - 1 ? words.send : words.next} />
        </Button>
        {index > 0 && (
          <Button variant="outline" name="_go" value="back" formNoValidate>
            <Furigana text={words.back} />
          </Button>
        )}
        <button type="button" className="button button-text" onClick={onStop}>
          <Furigana text={words.stop} />
        </button>
      </div>
    </form>
  );
}
