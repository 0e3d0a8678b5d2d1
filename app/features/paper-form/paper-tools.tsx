import type { PaperFormData } from '#app/features/paper-form/paper-form-data.ts';

/** Above the sheet on the screen, never on paper: size, mark, how to print. */
export function PaperTools({ form }: { readonly form: PaperFormData }) {
  const hrefOf = (choice: { readonly isLarge: boolean; readonly mark: number | undefined }) => {
    const query = new URLSearchParams({
      ...(choice.isLarge && { size: 'large' }),
      ...(choice.mark !== undefined && { stratum: String(choice.mark) }),
    });
    return `/staff/rounds/${form.id}/paper?${query}`;
  };
  const { isLarge, mark } = form;
  return (
    <nav className="paper-tools" aria-label="調査票の印刷">
      <p>
        <a href={`/staff/rounds/${form.id}`}>{form.title}に戻る</a>
      </p>
      <p>
        文字の大きさ:{' '}
        <a href={hrefOf({ isLarge: false, mark: mark?.number })} aria-current={!isLarge || undefined}>
          標準
        </a>{' '}
        <a href={hrefOf({ isLarge: true, mark: mark?.number })} aria-current={isLarge || undefined}>
          大きな文字
        </a>
      </p>
      {form.marks.length > 0 && (
        <p>
          層の印:{' '}
          <a href={hrefOf({ isLarge, mark: undefined })} aria-current={mark === null || undefined}>
            なし
          </a>{' '}
          {form.marks.map(({ number, stratum }) => (
            <a
              key={stratum}
              href={hrefOf({ isLarge, mark: number })}
              aria-current={mark?.number === number || undefined}
            >
              {number}({stratum})
            </a>
          ))}
        </p>
      )}
      <p>ブラウザーの印刷(Ctrl+P)で、A4の縦に印刷するか、PDFとして保存します。</p>
    </nav>
  );
}
