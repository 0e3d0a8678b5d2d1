import type { CodesOverview } from '#app/fielding/codes/load-codes-overview.ts';

const texts = {
  everyone:
    'この調査回では、回答したかどうかにかかわらず全員にお知らせすると、区民に伝えています。取り消し・返送を除くすべての手紙の分を印刷・書き出しします。回答コードは載りません(最初の手紙の回答コードを使ってもらいます)。',
  unused:
    'この調査回では、まだ回答していない方だけにお知らせすることがあると、区民に伝えています。未回答の手紙の分だけを、封をしていなければ回答コードとともに印刷・書き出しします。お知らせが済むまで、封をしないでください。',
} as const;

/** The second letter and its lists. */
export function ReminderLinks({ page: { roundId, reminder } }: { readonly page: CodesOverview }) {
  const path = `/staff/rounds/${roundId}/reminder`;
  return (
    <section>
      <h2 className="mt-10 text-xl font-700">再度のお知らせ(督促)</h2>
      <p className="my-4">{texts[reminder]}印刷と書き出しは、操作の記録に残ります。</p>
      <p className="flex flex-wrap gap-x-6">
        <a className="inline-block py-2.5" href={`${path}/letters`} target="_blank" rel="noreferrer">
          お知らせの手紙を印刷する(A4)
        </a>
        <a className="inline-block py-2.5" href={`${path}/csv`}>
          お知らせの一覧(CSV)
        </a>
        <a className="inline-block py-2.5" href={`${path}/xlsx`}>
          お知らせの一覧(Excel)
        </a>
      </p>
    </section>
  );
}
