import { Button } from '#app/components/form/button.tsx';
import type { FormAnswer, RefusedForm } from '#app/features/keying/act-on-form.server.ts';
import type { MismatchWords, OpenFormsView } from '#app/features/keying/describe-difference.ts';
import { DifferenceField } from '#app/features/keying/difference-field.tsx';
import { LookedAt, RefusedCode } from '#app/features/keying/refused-code.tsx';
import { agreedCodeReasons } from '#app/i18n/ja/paper.ts';

interface MismatchListProps {
  readonly view: OpenFormsView;
  readonly answer: FormAnswer | undefined;
}

/** The forms that were keyed twice and not accepted, each with what has to be decided with the paper in hand. */
export function MismatchList({ view, answer }: MismatchListProps) {
  if (view.mismatches.length === 0) return <p>確認を待っている票はありません。</p>;
  return view.mismatches.map((mismatch) => (
    <section key={mismatch.serial} className="my-8 border-t border-solid-gray-420 pt-4">
      <h3 className="text-lg font-700">
        通し番号 {mismatch.serial}
        {mismatch.batch !== '' && <span className="font-400">(束 {mismatch.batch})</span>}
      </h3>
      {mismatch.maySettle ? (
        <MismatchForm mismatch={mismatch} view={view} refused={findRefused(answer, mismatch)} />
      ) : (
        <OwnForm mismatch={mismatch} />
      )}
    </section>
  ));
}

const findRefused = (answer: FormAnswer | undefined, { serial }: MismatchWords): RefusedForm | undefined =>
  answer && 'form' in answer && answer.serial === serial ? answer.form : undefined;

interface MismatchFormProps {
  readonly mismatch: MismatchWords;
  readonly view: OpenFormsView;
  readonly refused: RefusedForm | undefined;
}

function MismatchForm({ mismatch, view, refused }: MismatchFormProps) {
  const { serial, differences } = mismatch;
  if (differences.length === 0) {
    return <RefusedCode mismatch={mismatch} takesPaper={view.takesPaper} refused={refused} />;
  }
  return (
    <form method="post" autoComplete="off">
      <LookedAt mismatch={mismatch} />
      {[...differences, ...(refused?.neverKeyed ?? [])].map((difference) => (
        <DifferenceField
          key={difference.field}
          serial={serial}
          difference={difference}
          values={refused?.values ?? {}}
          error={refused?.errors[difference.field]}
        />
      ))}
      <div className="mt-4 flex flex-wrap gap-4">
        <Button name="action" value="settle">
          この内容で受け付ける
        </Button>
        <Button variant="text" name="action" value="discard">
          この票を数えない(入力を消去する)
        </Button>
      </div>
    </form>
  );
}

/** A form for those who keyed it: somebody else settles it. */
function OwnForm({ mismatch: { serial, isOwn, agreedCode } }: { readonly mismatch: MismatchWords }) {
  const reason =
    agreedCode === null || agreedCode === 'usable' || agreedCode === 'none'
      ? null
      : agreedCodeReasons[agreedCode];
  return (
    <>
      {reason !== null && <p>{reason}</p>}
      <p>あなたが入力した票です。入力していない人が、紙の調査票を見て確認します。</p>
      {isOwn && (
        <form method="post">
          <input type="hidden" name="serial" value={serial} />
          <Button variant="text" name="action" value="withdraw">
            別の票の番号で入力したときは、自分の入力を取り消す
          </Button>
        </form>
      )}
    </>
  );
}
