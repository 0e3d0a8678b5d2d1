interface DemoBannerProps {
  readonly message?: string;
}

/** Stands on every page that shows a demo plan or round. */
export function DemoBanner({
  message = 'この画面の数値は、動作を試すために作ったものです。此花区の実際の結果ではありません。',
}: DemoBannerProps) {
  return (
    <p className="bg-yellow-300 px-4 py-2 text-black" role="note">
      <strong>デモ</strong> {message}
    </p>
  );
}
