import { Button } from '#app/components/form/button.tsx';
import { RadioGroup } from '#app/components/form/choice-group.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';

/** What was sent and refused, by the names of its fields; empty at first. */
export type TypedLetters = Readonly<Record<string, string | undefined>>;

/** What can be done with one letter: it came back, was lost, or is to count no more. */
export function LetterForm({ typed }: { readonly typed: TypedLetters }) {
  return (
    <section>
      <h2 className="mt-10 text-xl font-700">1通ごとの手続き</h2>
      <form method="post" noValidate className="max-w-3xl">
        <TextInput
          name="letter"
          label="整理番号または回答コード"
          isRequired
          defaultValue={typed.letter}
          help="手紙の右下の番号か、お電話などで聞き取った回答コード。"
        />
        <RadioGroup
          name="change"
          label="手続き"
          isRequired
          defaultValue={typed.change ?? 'returned'}
          options={[
            { value: 'returned', label: '宛先不明で戻ってきた(使えなくする)' },
            { value: 'reissue', label: '紛失・汚損など(取り消して、新しい回答コードを1通つくる)' },
            { value: 'void', label: '取り消す(使えなくする)' },
          ]}
        />
        <Button name="action" value="letter">
          手続きをする
        </Button>
      </form>
    </section>
  );
}
