import { Button } from '#app/components/form/button.tsx';
import { FieldError } from '#app/components/form/field-error.tsx';
import type { Difference } from '#app/features/keying/describe-difference.server.ts';
import { choiceField, otherField } from '#app/features/keying/keying-fields.ts';
import type { Mismatch } from '#app/features/keying/load-open-forms.server.ts';
import { formWords } from '#app/i18n/ja/form.ts';
import { agreedCodeReasons } from '#app/i18n/ja/paper.ts';

/** What was sent for a form and could not be taken. */
export interface RefusedForm {
  readonly errors: Readonly<Record<string, string>>;
  readonly values: { readonly [field: string]: string };
  /** Questions that neither keyed, and that the decided answers ask. */
  readonly neverKeyed: readonly Difference[];
}

interface RefusedCodeProps {
  readonly mismatch: Mismatch;
  readonly takesPaper: boolean;
  readonly refused: RefusedForm | undefined;
}

/** A form that both keyed alike and that was not accepted: why, and what is to be done about it. */
export function RefusedCode({ mismatch: { serial, agreedCode }, takesPaper, refused }: RefusedCodeProps) {
  if (agreedCode === null) return null;
  const isUsable = agreedCode === 'usable' || agreedCode === 'none';
  if (isUsable) {
    return (
      <form method="post" className="flex flex-wrap gap-4">
        <input type="hidden" name="serial" value={serial} />
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
      {isMisread && <CodeForm serial={serial} refused={refused} isMain />}
      <form method="post">
        <input type="hidden" name="serial" value={serial} />
        <Button variant={isMisread ? 'text' : 'solid'} name="action" value="discard">
          この票を数えない(入力を消去する)
        </Button>
      </form>
      {!isMisread && (
        <details className="mt-4" open={refused !== undefined}>
          <summary className="min-h-11 py-2.5 font-700">
            回答コードの入力がちがっていたとき、紙に回答コードがないとき
          </summary>
          <CodeForm serial={serial} refused={refused} />
        </details>
      )}
    </>
  );
}

interface CodeFormProps {
  readonly serial: string;
  readonly refused: RefusedForm | undefined;
  readonly isMain?: boolean;
}

/** A form of its own: Enter in its field must never drop the paper. */
function CodeForm({ serial, refused, isMain = false }: CodeFormProps) {
  const id = `${serial}-_code`;
  const error = refused?.errors._code;
  return (
    <form method="post" autoComplete="off" className="my-4">
      <input type="hidden" name="serial" value={serial} />
      <div className={error === undefined ? 'question' : 'question has-error'}>
        <label htmlFor={id} className="question-title">
          紙に書かれている、正しい回答コード
        </label>
        <input
          id={id}
          name={otherField('_code')}
          className="input max-w-xl"
          defaultValue={refused?.values[otherField('_code')]}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
        />
        <label className="choice mt-4">
          <input
            type="checkbox"
            name={choiceField('_code')}
            value="none"
            defaultChecked={refused?.values[choiceField('_code')] === 'none'}
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
