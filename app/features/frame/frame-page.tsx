import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import type { FrameStep } from '#app/features/frame/edit-frame.server.ts';
import { EmptyCategories, FrameSheet } from '#app/features/frame/frame-sheet.tsx';
import { EStatForm, UploadForm } from '#app/features/frame/import-forms.tsx';
import type { FramePageData, WeighingStatus } from '#app/features/frame/load-frame-page.server.ts';
import { MergeForm } from '#app/features/frame/merge-form.tsx';

type ShownStep = Extract<FrameStep, { kind: 'invalid' | 'preview' | 'locked' }>;

interface FramePageProps {
  readonly page: FramePageData;
  readonly step: ShownStep | undefined;
  readonly isSaved: boolean;
}

const headingClass = 'mt-10 mb-2 text-2xl font-700';

/** The frame of a round: what is registered, a preview of what was read, and where to read it from. */
export function FramePage({ page, step, isSaved }: FramePageProps) {
  const errors = step && 'errors' in step ? step.errors : [];
  const errorOf = (field: string) =>
    errors
      .filter((error) => error.field === field)
      .map(({ message }) => message)
      .join(' ') || undefined;
  const preview = step?.kind === 'preview' ? step.preview : undefined;
  return (
    <>
      <p>
        アンケートの回答を、区の人口の内訳(性別・年齢・地域)に合わせて補正するための情報です。受付を始める前に登録します。
      </p>
      {isSaved && <Notice kind="success" isLive title="人口の内訳を登録しました。" />}
      {step?.kind === 'locked' && (
        <Notice kind="error" isLive title="この操作はできません">
          <p>準備中の調査回だけが、人口の内訳を変えられます。</p>
        </Notice>
      )}
      {!page.isSample && (
        <Notice kind="info" title="この調査回では補正しません">
          <p>無作為に選んだ人への調査だけが、人口に合わせた補正の対象です。</p>
        </Notice>
      )}
      <ErrorSummary
        title="入力内容をお確かめください"
        errors={errors.map(({ field, message }) => ({ href: `#${field}`, message }))}
      />
      {preview && (
        <section>
          <h2 className={headingClass}>読み取った内容(まだ登録していません)</h2>
          <FrameSheet preview={preview} labels={page.labels} hasMergePlan={false} />
          <MergeForm preview={preview} labels={page.labels} errorOf={errorOf} />
        </section>
      )}
      {!preview && <CurrentFrame page={page} />}
      {page.isEditable && <ImportForms page={page} step={step} errorOf={errorOf} />}
    </>
  );
}

function CurrentFrame({ page }: { readonly page: FramePageData }) {
  if (page.current === null) {
    return (
      <Notice kind="info" title="まだ登録されていません">
        <p>
          {page.isEditable
            ? '下のどちらかの方法で取り込んでください。'
            : '補正をしない値だけを集計しています。'}
        </p>
      </Notice>
    );
  }
  return (
    <section>
      <h2 className={headingClass}>登録されている内容</h2>
      {page.status && <Status status={page.status} />}
      <FrameSheet preview={page.current} labels={page.labels} hasMergePlan />
      {page.isEditable && (
        <details>
          <summary className="min-h-11 py-2.5 font-700">区分のまとめ方を変える</summary>
          <MergeForm preview={page.current} labels={page.labels} errorOf={() => undefined} />
        </details>
      )}
    </section>
  );
}

function Status({ status }: { readonly status: WeighingStatus }) {
  return (
    <Notice kind={status.isPossible ? 'success' : 'warning'} title={status.text}>
      {status.empty.length > 0 && (
        <>
          <p>登録したまとめ方では足りません。次の調査回では、次のまとめ方を加えることを検討してください。</p>
          <EmptyCategories items={status.empty} />
        </>
      )}
    </Notice>
  );
}

function ImportForms({
  page,
  step,
  errorOf,
}: Omit<FramePageProps, 'isSaved'> & { readonly errorOf: (field: string) => string | undefined }) {
  const valuesOf = (intent: string): Readonly<Record<string, string>> =>
    step?.kind === 'invalid' && step.intent === intent ? step.values : {};
  // Who looks at what a file holds and then corrects the file need not type its facts again.
  const read = step?.kind === 'preview' ? step.preview.frame : undefined;
  const facts = read && { source: read.source, asOf: read.asOf };
  return (
    <>
      <h2 className={headingClass}>ファイルから取り込む</h2>
      <UploadForm page={page} values={facts ?? valuesOf('upload')} errorOf={errorOf} />
      <h2 className={headingClass}>e-Stat(政府統計)から取り込む</h2>
      <EStatForm page={page} values={valuesOf('e-stat')} errorOf={errorOf} />
    </>
  );
}
