import { Notice } from '#app/components/ui/notice.tsx';
import { BatchTable } from '#app/features/letters/batch-table.tsx';
import { LetterForm, type TypedLetters } from '#app/features/letters/letter-form.tsx';
import { OrderForm } from '#app/features/letters/order-form.tsx';
import { ReminderLinks } from '#app/features/letters/reminder-links.tsx';
import { StratumTable } from '#app/features/letters/stratum-table.tsx';
import type { CodesOverview } from '#app/fielding/codes/load-codes-overview.ts';

interface CodesPageProps {
  readonly page: CodesOverview;
  readonly typed: TypedLetters;
}

/** Codes and letters of a round: making them, printing, how they stand, one letter's troubles, reminding. */
export function CodesPage({ page, typed }: CodesPageProps) {
  const hasLetters = page.batches.length > 0;
  const mayOrder = page.isCoded && page.canChange && !page.isByName;
  return (
    <>
      {!page.isCoded && (
        <Notice kind="info" title="この調査回は、回答コードを使いません">
          <p>アドレスを知っている人は、誰でも回答できます。</p>
        </Notice>
      )}
      {page.isCoded && page.isUnapproved && (
        <Notice kind="info" title="回答コードは、承認された後につくります">
          <p>
            手紙に印刷する調査票と標本設計が決まってから、層ごとに回答コードをつくります。
            <a href={`/staff/rounds/${page.roundId}/setup/summary`}>準備の画面</a>
            から承認を依頼してください。
          </p>
        </Notice>
      )}
      {page.isByName && (
        <Notice kind="info" title="名前を挙げて依頼する調査回です">
          <p>
            回答コードは、<a href={`/staff/rounds/${page.roundId}/invitees`}>依頼した相手の画面</a>
            で、団体・調査員ごとにつくります。
          </p>
        </Notice>
      )}
      {mayOrder && page.lacksCodes && <OrderForm page={page} typed={typed} />}
      {hasLetters && (
        <>
          <BatchTable page={page} />
          <StratumTable strata={page.strata} />
        </>
      )}
      {mayOrder && !page.lacksCodes && (
        <details className="my-6" open={typed.action === 'order'}>
          <summary className="min-h-11 py-2.5 font-700">手紙を追加する</summary>
          <OrderForm page={page} typed={typed} />
        </details>
      )}
      {hasLetters && page.canChange && <LetterForm typed={typed} />}
      {hasLetters && page.canRemind && <ReminderLinks page={page} />}
    </>
  );
}
