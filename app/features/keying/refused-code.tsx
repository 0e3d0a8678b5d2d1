import { Button } from '#app/components/form/button.tsx';
import { FieldError } from '#app/components/form/field-error.tsx';
import type { RefusedForm } from '#app/features/keying/act-on-form.server.ts';
import type { MismatchWords } from '#app/features/keying/describe-difference.ts';
import { choiceField, keyingFields, otherField } from '#app/features/keying/keying-fields.ts';
import { formWords } from '#app/i18n/ja/form.ts';
import { agreedCodeReasons } from '#app/i18n/ja/paper.ts';

interface RefusedCodeProps {
  readonly mismatch: MismatchWords;
  readonly takesPaper: boolean;
  readonly refused: RefusedForm | undefined;
}

/** Which form is meant, and which entries of it were looked at. */
export function LookedAt({ mismatch: { serial, seen } }: { readonly mismatch: MismatchWords }) {
  return (
    <>
      <input type="hidden" name="serial" value={serial} />
      <input type="hidden" name="seen" value={seen} />
    </>
  );
}

/** A form that both keyed alike and that was not accepted: why, and what is to be done about it. */
export function RefusedCode({ mismatch, takesPaper, refused }: RefusedCodeProps) {
  const { agreedCode } = mismatch;
  if (agreedCode === null) return null;
  const isUsable = agreedCode === 'usable' || agreedCode === 'none';
  if (isUsable) {
    return (
      <form method="post" className="flex flex-wrap gap-4">
        <LookedAt mismatch={mismatch} />
        {takesPaper ? (
          <Button name="action" value="settle">
            受け付けをやり直す
          </Button>
        ) : (
          <p className="w-full">
            2人の入力は一致しています。この調査回の受付期間になってから、ここで受け付けてください。
          </p>
        )}
        <Button variant="text" name="action" value="discard">
          この票を数えない(入力を消去する)
        </Button>
      </form>
    );
  }
  const isMisread = agreedCode === 'unknown';
  return (
    <>
      <p className="mb-4">{agreedCodeReasons[agreedCode]}</p>
      {isMisread && <CodeForm mismatch={mismatch} refused={refused} isMain />}
      <form method="post">
        <LookedAt mismatch={mismatch} />
        <Button variant={isMisread ? 'text' : 'solid'} name="action" value="discard">
          この票を数えない(入力を消去する)
        </Button>
      </form>
      {!isMisread && (
        <details className="mt-4" open={refused !== undefined}>
          <summary className="min-h-11 py-2.5 font-700">
            回答コードの入力がちがっていたとき、紙に回答コードがないとき
          </summary>
          <CodeForm mismatch={mismatch} refused={refused} />
        </details>
      )}
    </>
  );
}

interface CodeFormProps {
  readonly mismatch: MismatchWords;
  readonly refused: RefusedForm | undefined;
  readonly isMain?: boolean;
}

/** A form of its own: Enter in its field must never drop the paper. */
function CodeForm({ mismatch, refused, isMain = false }: CodeFormProps) {
  const id = `${mismatch.serial}-${keyingFields.code}`;
  const error = refused?.errors[keyingFields.code];
  return (
    <form method="post" autoComplete="off" className="my-4">
      <LookedAt mismatch={mismatch} />
      <div className={error === undefined ? 'question' : 'question has-error'}>
        <label htmlFor={id} className="question-title">
          紙に書かれている、正しい回答コード
        </label>
        <input
          id={id}
          name={otherField(keyingFields.code)}
          className="input max-w-xl"
          defaultValue={refused?.values[otherField(keyingFields.code)]}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
        />
        <label className="choice mt-4">
          <input
            type="checkbox"
            name={choiceField(keyingFields.code)}
            value="none"
            defaultChecked={refused?.values[choiceField(keyingFields.code)] === 'none'}
          />
          <span>紙に回答コードが書かれていないことを確かめました(コードなしで数えます)</span>
        </label>
        <FieldError id={`${id}-error`} message={error} words={formWords} />
      </div>
      <Button variant={isMain ? 'solid' : 'outline'} name="action" value="settle">
        この票を受け付ける
      </Button>
    </form>
  );
}
