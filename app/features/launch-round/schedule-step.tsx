import { DateInput } from '#app/components/form/date-input.tsx';
import { TextArea } from '#app/components/form/text-input.tsx';
import { fieldProps, type RefusedStep, StepForm } from '#app/features/launch-round/setup-frame.tsx';
import type { SetupView } from '#app/fielding/rounds/load-setup.ts';
import { untranslatedWords, usualWordingWords } from '#app/i18n/ja/setup.ts';
import { toJapaneseTime } from '#surveys/round/japanese-time.ts';
import { isSameWording } from '#surveys/round/term-wording.ts';
import type { TermName } from '#surveys/round/terms.ts';

interface StepProps {
  readonly view: SetupView;
  readonly refused: RefusedStep | undefined;
}

/** When the round opens and closes by itself, and what it promises to those who answer. */
export function ScheduleStep({ view, refused }: StepProps) {
  const { round } = view;
  const { terms } = round;
  const field = fieldProps(refused);
  const text = (name: TermName) => {
    const props = field(name, terms[name].ja);
    return { ...props, note: noteOn(view, name, props.defaultValue) };
  };
  return (
    <StepForm roundId={round.id} step="schedule" errors={refused?.errors ?? {}}>
      <DateInput
        {...field('opensAt', toJapaneseTime(round.opensAt))}
        label="受付開始"
        help="承認された後、この日時になると自動で受付が始まります。"
        isRequired
        hasTime
      />
      <DateInput
        {...field('closesAt', toJapaneseTime(round.closesAt))}
        label="受付終了"
        help="この日時になると自動で受付が終わります。"
        isRequired
        hasTime
      />
      <TextArea
        {...text('contact')}
        label="問い合わせ先"
        help="回答者に示します。電話番号や受付時間も書けます。書き直すと、ほかの言語の画面にも日本語で出ます。"
        isRequired
        rows={2}
      />
      <TextArea
        {...text('proxy')}
        label="代理回答"
        help="だれが代わりに回答してよいか。回答者に示します。書き直すと、ほかの言語の画面にも日本語で出ます。"
        isRequired
        rows={3}
      />
      <TextArea
        {...text('nonResponse')}
        label="回答しない場合"
        help="回答者に示します。書き直すと、ほかの言語の画面にも日本語で出ます。"
        isRequired
        rows={3}
      />
      <TextArea
        {...text('duplicates')}
        label="紙とインターネットの両方で届いたとき"
        help="回答者に示します。先に届いた回答だけを数えるしくみです(変えられません)。書き直すと、ほかの言語の画面にも日本語で出ます。"
        isRequired
        rows={3}
      />
      <DateInput
        {...field('paperKeptUntil', terms.paperKeptUntil)}
        label="紙の調査票を保存する期限"
        help="この日を過ぎたら廃棄します。"
        isRequired
      />
      <DateInput
        {...field('responsesKeptUntil', terms.responsesKeptUntil)}
        label="1件ごとの回答を保存する期限"
        help="この日を過ぎたら消去します。集計した結果は残ります。"
        isRequired
      />
    </StepForm>
  );
}

/** What the wording that stands in a field means for those who read another language; nothing where all have it. */
function noteOn({ languages, wordings }: SetupView, name: TermName, shown: string): string | undefined {
  const { usual, known } = wordings[name];
  const languagesOf = (wording: string) =>
    known.find(({ ja }) => isSameWording(ja, wording))?.languages ?? ['ja'];
  const missing = languages.filter((language) => !languagesOf(shown).includes(language));
  if (missing.length === 0 || shown === '') return undefined;
  const isUsualTranslated = missing.some((language) => languagesOf(usual).includes(language));
  return untranslatedWords(missing) + (isUsualTranslated ? usualWordingWords(usual) : '');
}
