/** Whom the questions below are for, standing out: the pen does not skip by itself. */
export function Screening({ words }: { readonly words: string }) {
  return <p className="paper-screening">【{words}、お答えください】</p>;
}
